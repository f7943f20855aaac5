export { CHECK_NOTE, checks, type CheckKind } from './checks';
export type { CheckLinks } from './links';
export { SelfCheck } from './SelfCheck';
