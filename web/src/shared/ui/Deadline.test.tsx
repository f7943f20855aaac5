import { render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CountedFrom, Deadline } from './Deadline';

beforeEach(() => {
  // The evening before by the clock of the world, and the morning of the day in the district.
  vi.useFakeTimers({ now: new Date('2026-11-25T17:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const said = (day?: string) => render(<Deadline day={day} />).container.textContent;

it('a deadline is said from sixty days on, in days of the district', () => {
  expect(said('2026-12-31')).toBe('还剩 35 天');
  expect(said('2027-01-25')).toBe('还剩 60 天');
  expect(said('2027-01-26')).toBe('');
});

it('the last day and what is over are said as what they are', () => {
  expect(said('2026-11-26')).toBe('今天截止');
  expect(said('2026-11-25')).toBe('已截止');
});

it('where another day is asked for, days are counted from it', () => {
  const on = (from: string, day: string) =>
    render(
      <CountedFrom value={from}>
        <Deadline day={day} />
      </CountedFrom>,
    ).container.textContent;
  expect(on('2023-01-01', '2026-12-31')).toBe('');
  expect(on('2026-12-21', '2026-12-31')).toBe('还剩 10 天');
  expect(on('2026-12-31', '2026-12-31')).toBe('当天截止');
  expect(on('2027-01-01', '2026-12-31')).toBe('已截止');
});

it('nothing is said where no end is known', () => {
  expect(said()).toBe('');
});
