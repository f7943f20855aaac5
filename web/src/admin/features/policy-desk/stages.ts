import type { PolicyFunnel } from '@/shared/api';

export const STAGES = [
  { key: 'matched', name: '匹配' },
  { key: 'told', name: '推送' },
  { key: 'opened', name: '打开' },
  { key: 'filed', name: '申报', step: 'FILED' },
  { key: 'approved', name: '通过', step: 'APPROVED' },
  { key: 'paid', name: '兑付', step: 'PAID' },
] as const satisfies { key: keyof PolicyFunnel; name: string; step?: string }[];

export type Stage = (typeof STAGES)[number];

/** Those whose enterprises are listed by name. */
export const STEPS = STAGES.flatMap((stage) =>
  'step' in stage ? [{ value: stage.step, label: stage.name }] : [],
);
