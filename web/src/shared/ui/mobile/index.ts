export { LeaveGuard } from './LeaveGuard';
export { MobileRoot } from './MobileRoot';
export { useErrorSummary } from './useErrorSummary';
export { showFieldErrors, useProblems } from './useProblems';
