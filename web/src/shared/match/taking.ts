import type { PlanningReport, PolicyMatch } from '../api';
import { longDate } from '../ui';

/*
 * How a benefit is taken: most are declared for with a department; a tax benefit is had with the return, by who meets its conditions. There is nothing to hand in for it
 * before its last day.
 */

type Task = PlanningReport['tasks'][number];

export const isTax = ({ category }: Pick<PolicyMatch, 'category'>) =>
  category === '税收' || category === 'TAX';

/** Until when: the day that is named is the last one, as it is in the calendar. */
export function taskDay(task: Task): string {
  if (task.due) return `${longDate(task.due)}止`;
  return task.kind === 'FILL' ? '随时可办' : '期限未载明';
}

/**
 * Until when, of what is nearly met.
 *
 * @param calendar of the report, which has the days of the projects under it
 */
export function whenText(
  match: Pick<PolicyMatch, 'code' | 'category' | 'validTo' | 'beginsOn'>,
  calendar: Pick<PlanningReport['calendar'][number], 'code' | 'kind' | 'day' | 'words'>[],
): string {
  const until = match.validTo && `有效期至 ${longDate(match.validTo)}`;
  if (isTax(match)) return ['符合条件后在办理纳税申报时享受', until].filter(Boolean).join('，');
  const windows = calendar.filter(
    ({ code, kind }) => code === match.code && /^(DECLARATION|REDEMPTION)_/.test(kind),
  );
  if (windows.length) return windows.map(({ day, words }) => `${longDate(day)}：${words}`).join('；');
  const begins = match.beginsOn && `${longDate(match.beginsOn)}起施行`;
  if (!until) return begins ?? '申报窗口未公布';
  return [begins, until, '请在此前申报'].filter(Boolean).join('，');
}
