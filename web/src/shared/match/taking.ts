import type { PlanningReport, PolicyMatch } from '../api';
import { longDate } from '../ui';

/*
 * How a benefit is taken: most are declared for with a department; a tax benefit is had with the return, by who meets its conditions. There is nothing to hand in for it
 * before its last day, and that day ends what is enjoyed, not a window.
 */

type Task = PlanningReport['tasks'][number];

export const isTax = ({ category }: Pick<PolicyMatch, 'category'>) =>
  category === '税收' || category === 'TAX';

/** Codes of the tax benefits that a report names. */
export function taxesIn(report: PlanningReport): Set<string> {
  const { eligible, nearly, unknown, held, unclear } = report;
  return new Set(
    [eligible, nearly, unknown, held, unclear]
      .flat()
      .filter(isTax)
      .map(({ code }) => code),
  );
}

/** Whether a task is about one tax benefit that nothing has to be got for first. */
const ofTax = ({ kind, codes }: Task, taxes: Set<string>) =>
  kind === 'APPLY' && codes.length === 1 && taxes.has(codes[0]!);

export function taskDay(task: Task, taxes: Set<string>): string {
  if (ofTax(task, taxes)) return task.due ? `${longDate(task.due)}止` : '期限未载明';
  if (task.due) return `${longDate(task.due)}前`;
  return task.kind === 'FILL' ? '随时可办' : '期限未载明';
}

/**
 * Until when, of what is nearly met.
 *
 * @param calendar of the report, which has the days of the projects under it
 */
export function whenText(
  match: Pick<PolicyMatch, 'code' | 'category' | 'validTo'>,
  calendar: Pick<PlanningReport['calendar'][number], 'code' | 'kind' | 'day' | 'words'>[],
): string {
  const until = match.validTo && `有效期至 ${longDate(match.validTo)}`;
  if (isTax(match)) return ['符合条件后在办理纳税申报时享受', until].filter(Boolean).join('，');
  const windows = calendar.filter(
    ({ code, kind }) => code === match.code && /^(DECLARATION|REDEMPTION)_/.test(kind),
  );
  if (windows.length) return windows.map(({ day, words }) => `${longDate(day)}：${words}`).join('；');
  return until ? `${until}，请在此前申报` : '申报窗口未公布';
}
