export { MobileRoot } from './MobileRoot';
export { useProblems } from './useProblems';
