/** When the promised answer of a case under a policy is due, to narrow a list by. */
export const DUE = [
  { value: 'OVERDUE', label: '已超期' },
  { value: 'TODAY', label: '今天到期' },
  { value: 'SOON', label: '3 个工作日内' },
];

/** Projects whose window is open and soon over, to narrow a list by. */
export const CLOSING = [{ value: 'true', label: '14 天内截止' }];
