export { CHECK_NOTE, checks, type CheckKind } from './checks';
export { SelfCheck, type CheckLinks } from './SelfCheck';
