export const GROUPS = [
  'ACCOUNT',
  'ADMISSION',
  'OPEN_API',
  'CODE',
  'POLICY',
  'DECLARATION',
  'REDEMPTION',
  'LOAN',
  'DEMAND',
] as const;
