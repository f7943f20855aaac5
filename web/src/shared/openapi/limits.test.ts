import { expect, it } from 'vitest';
import { lastDayOf } from './limits';

it('a key that ends with a day is good until that day, not until the next one', () => {
  expect(lastDayOf({ expiresAt: '2027-11-28T00:00:00+08:00' })).toBe('2027-11-27');
  expect(lastDayOf({ expiresAt: '2027-01-01T00:00:00+08:00' })).toBe('2026-12-31');
  expect(lastDayOf({})).toBe('—');
});
