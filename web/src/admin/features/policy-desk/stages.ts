import type { PolicyFunnel } from '@/shared/api';

export const STAGES = [
  { key: 'matched', name: '匹配' },
  { key: 'told', name: '推送', besides: '含推送后不再符合的' },
  { key: 'opened', name: '打开', besides: '含未推送、自行打开的' },
  { key: 'filed', name: '申报', step: 'FILED', besides: '含未打开、直接申报的' },
  { key: 'approved', name: '通过', step: 'APPROVED' },
  { key: 'paid', name: '兑付', step: 'PAID' },
] as const satisfies { key: keyof PolicyFunnel; name: string; step?: string; besides?: string }[];

export type Stage = (typeof STAGES)[number];

/** A stage with what it counts, as a column of figures is headed. */
export const headOf = ({ name }: Stage) => `${name}（家）`;

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

/** Why more are counted than a stage before: enterprises may leave it out. Nothing where there are not more, or those before were not counted. */
export function besidesOf(funnel: PolicyFunnel, stage: Stage): string | undefined {
  const before = STAGES[STAGES.findIndex(({ key }) => key === stage.key) - 1];
  const of = before && funnel[before.key];
  const reached = funnel[stage.key];
  return 'besides' in stage && of !== undefined && reached !== undefined && reached > of
    ? stage.besides
    : undefined;
}
