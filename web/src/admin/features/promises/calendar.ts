import type { CalendarYear } from '@/shared/api';

export type DayKind = 'OFF' | 'WORK' | 'USUAL';

export const KINDS: Record<DayKind, string> = {
  OFF: '放假',
  WORK: '调休上班',
  USUAL: '不特别安排（周一至周五上班）',
};

export const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);
export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** What the notice says of a day. */
export function kindOf(year: Pick<CalendarYear, 'off' | 'work'>, date: string): DayKind {
  if (year.off.includes(date)) return 'OFF';
  return year.work.includes(date) ? 'WORK' : 'USUAL';
}

const two = (part: number) => String(part).padStart(2, '0');

/** The days of a month, and how many places of the week that begins with Monday stand empty before the first. */
export function daysOf(year: number, month: number) {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const placeOf = (day: number) => (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  return {
    lead: placeOf(1),
    days: Array.from({ length: count }, (_, index) => ({
      date: `${year}-${two(month)}-${two(index + 1)}`,
      day: index + 1,
      weekend: placeOf(index + 1) > 4,
    })),
  };
}
