export { api, saveFile } from './client';
export { useSubmit } from './submit';
export type { ItemOf, ListPath, PathOf, QueryOf } from './paths';
export { isProblem, NETWORK, ProblemError, problemText } from './problem';
export { createQueryClient } from './query';
export { ME, loadMe, useMe, useSignOut } from './session';
export { signInUrl, startSignIn } from './session-flow';
export { isUnread, UNREAD, useNewMessage, useOpenMessage, useUnread, useUnreadCount } from './messages';
export type * from './types';
