import type { PlanningReport, PolicyMatch } from '../api';
import { longDate } from '../ui';

/*
 * How a benefit is taken: most are declared for with a department; a tax benefit is had with the return, by who meets its conditions. There is nothing to hand in for it
 * before its last day, and that day ends what is enjoyed, not a window.
 */

type Task = PlanningReport['tasks'][number];
type Entry = PlanningReport['calendar'][number];

export const isTax = ({ category }: Pick<PolicyMatch, 'category'>) =>
  category === '税收' || category === 'TAX';

/** Titles of the tax benefits that a report names, by their codes. */
export function taxesIn(report: PlanningReport): Map<string, string> {
  const { eligible, nearly, unknown, held, unclear } = report;
  return new Map(
    [eligible, nearly, unknown, held, unclear]
      .flat()
      .filter(isTax)
      .map(({ code, title }) => [code, title]),
  );
}

/** The title of the tax benefit that one task is about and that nothing has to be got for first. */
const taxOf = ({ kind, codes }: Task, taxes: Map<string, string>) =>
  kind === 'APPLY' && codes.length === 1 ? taxes.get(codes[0]!) : undefined;

export function taskWords(task: Task, taxes: Map<string, string>): string {
  const title = taxOf(task, taxes);
  return title ? `核对条件，在办理纳税申报时享受《${title}》，资料留存备查` : task.words;
}

export function taskDay(task: Task, taxes: Map<string, string>): string {
  if (taxOf(task, taxes)) return task.due ? `${longDate(task.due)}止` : '期限未载明';
  if (task.due) return `${longDate(task.due)}前`;
  return task.kind === 'FILL' ? '随时可办' : '截止未载明';
}

export const entryWords = ({ kind, certain, code, words }: Entry, taxes: Map<string, string>): string =>
  kind === 'ENDS' && certain && taxes.has(code) ? '有效期最后一天' : words;

/** Until when, of what is nearly met. */
export function whenText(match: Pick<PolicyMatch, 'category' | 'validTo'>): string {
  const until = match.validTo && `有效期至 ${longDate(match.validTo)}`;
  if (isTax(match)) return ['符合条件后在办理纳税申报时享受', until].filter(Boolean).join('，');
  return until ? `${until}，请在此前申报` : '申报窗口未公布';
}
