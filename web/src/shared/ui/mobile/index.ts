export { LeaveGuard } from './LeaveGuard';
export { MobileRoot } from './MobileRoot';
export { confirmed, Question, tell } from './Question';
export { ActionSheet, Sheet } from './Sheet';
export { useErrorSummary } from './useErrorSummary';
export { showFieldErrors, useProblems } from './useProblems';
