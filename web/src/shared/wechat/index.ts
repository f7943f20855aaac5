export { useUnbindWeChat, useWeChatBinding } from './binding';
export { isInWeChat, weChatSignInUrl } from './inside';
/** Only in WeChat anybody needs it. */
export const scanInWeChat = async () => (await import('./sdk')).scanInWeChat();
export { useWeChatShare } from './share';
