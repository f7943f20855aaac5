/** Whether the page is shown by WeChat. 企业微信 says so too, and knows nothing of official accounts. */
export const isInWeChat = (userAgent = navigator.userAgent): boolean =>
  /MicroMessenger/i.test(userAgent) && !/wxwork/i.test(userAgent);

/** Address that has WeChat recognise who is there, signs in or binds, and goes on to `path`; without, to what was wanted before. */
export const weChatSignInUrl = (path?: string): string =>
  `/api/auth/sign-in/wechat${path ? `?continue=${encodeURIComponent(path)}` : ''}`;
