export { useUnbindWeChat, useWeChatBinding } from './binding';
export { isInWeChat, weChatSignInUrl } from './inside';
export { scanInWeChat } from './sdk';
export { useWeChatShare } from './share';
