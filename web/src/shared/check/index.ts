export { CHECK_NOTE, CHECK_NOTE_SIGNED_IN, checks, type CheckKind } from './checks';
export type { CheckLinks } from './links';
export { SelfCheck } from './SelfCheck';
