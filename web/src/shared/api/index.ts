export {
  api,
  csrfToken,
  newIdempotencyKey,
  saveFile,
  send,
  urlOf,
  type Query,
  type RequestOptions,
} from './client';
export { isProblem, ProblemError, problemText, type FieldError, type Problem } from './problem';
export { createQueryClient, keepRows } from './query';
export { ME, loadMe, useMe, useSignOut } from './session';
export { signInUrl, startSignIn } from './session-flow';
export { openStream, readEvents, SseParser, useEventStream, type ServerEvent } from './sse';
export { UNREAD, useUnread, useUnreadCount } from './messages';
export type * from './types';
