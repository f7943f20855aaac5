import { expect, it } from 'vitest';
import { daysOf, kindOf } from './calendar';

it('a month stands under its weekdays', () => {
  const november = daysOf(2026, 11);
  // The first was a Sunday.
  expect(november.lead).toBe(6);
  expect(november.days).toHaveLength(30);
  expect(november.days[26]).toEqual({ date: '2026-11-27', day: 27, weekend: false });
  expect(november.days[27]?.weekend).toBe(true);
  expect(daysOf(2028, 2).days).toHaveLength(29);
});

it('what the notice says of a day is found', () => {
  const year = { off: ['2026-10-01'], work: ['2026-10-10'] };
  expect(kindOf(year, '2026-10-01')).toBe('OFF');
  expect(kindOf(year, '2026-10-10')).toBe('WORK');
  expect(kindOf(year, '2026-10-12')).toBe('USUAL');
});
