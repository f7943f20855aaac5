export { api, saveFile } from './client';
export { useDictionary } from './dictionary';
export { useKeyOf, useSubmit } from './submit';
export type { ItemOf, ListPath, PathOf, QueryOf } from './paths';
export { isProblem, NETWORK, ProblemError, problemText } from './problem';
export { createQueryClient } from './query';
export { ME, loadMe, useMe, useSignOut } from './session';
export {
  forgetBrokenOff,
  forgetRunOut,
  hasRunOut,
  signInUrl,
  startSignIn,
  wasBrokenOff,
} from './session-flow';
export { onSwitchedElsewhere, tellSwitched } from './windows';
export {
  isUnread,
  MESSAGE_KINDS,
  UNREAD,
  useNewMessage,
  useOpenMessage,
  useUnread,
  useUnreadCount,
} from './messages';
export type * from './types';
