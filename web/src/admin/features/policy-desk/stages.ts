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

/** How many of a hundred of the stage before came so far; nothing where nobody was or came there, or more came by other ways. */
export function rateOf(funnel: PolicyFunnel, stage: Stage): number | undefined {
  const before = STAGES[STAGES.findIndex(({ key }) => key === stage.key) - 1];
  const of = before && funnel[before.key];
  const reached = funnel[stage.key];
  if (!of || !reached || reached > of) return undefined;
  return Math.round((reached / of) * 100);
}
