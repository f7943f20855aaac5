import { expect, it } from 'vitest';
import { codeInWords, isSection, placesText, placeText, timeInRow, timeText, waitingText } from './words';

it('the day is said once where an activity has one', () => {
  expect(timeText({ startsAt: '2026-12-10T14:00:00+08:00', endsAt: '2026-12-10T16:30:00+08:00' })).toBe(
    '2026年12月10日 14:00 至 16:30',
  );
  expect(timeText({ startsAt: '2026-12-10T14:00:00+08:00', endsAt: '2026-12-11T16:30:00+08:00' })).toBe(
    '2026年12月10日 14:00 至 12月11日 16:30',
  );
  expect(timeText({ startsAt: '2026-12-31T22:00:00+08:00', endsAt: '2027-01-01T01:00:00+08:00' })).toBe(
    '2026年12月31日 22:00 至 2027年1月1日 01:00',
  );
});

it('in a row of a table the days are written as in the other columns', () => {
  expect(timeInRow({ startsAt: '2026-12-10T14:00:00+08:00', endsAt: '2026-12-10T16:30:00+08:00' })).toBe(
    '2026-12-10 14:00 至 16:30',
  );
  expect(timeInRow({ startsAt: '2026-12-10T14:00:00+08:00', endsAt: '2026-12-11T16:30:00+08:00' })).toBe(
    '2026-12-10 14:00 至 2026-12-11 16:30',
  );
});

it('where and how many are said as they are', () => {
  expect(placeText({ online: true })).toBe('线上');
  expect(placeText({ place: '一楼大厅', online: true })).toBe('一楼大厅，同时开放线上参加');
  expect(placesText({ quota: 50, taken: 48, phase: 'OPEN' })).toBe('50 人，还可报 2 人');
  expect(placesText({ quota: 50, taken: 50, phase: 'FULL' })).toBe('50 人，已报满');
  expect(placesText({ quota: 50, taken: 48, phase: 'OVER' })).toBe('50 人，已报 48 人');
  expect([waitingText(3), waitingText(0), waitingText(undefined)]).toEqual([
    '前面还有 3 家候补',
    '本企业排在候补第一位',
    '本企业排在候补第一位',
  ]);
  expect(codeInWords('ABCD2345')).toBe('ABCD 2345');
});

it('an address may name a section that there is not', () => {
  expect(isSection('INDUSTRY')).toBe(true);
  expect(isSection('toString')).toBe(false);
  expect(isSection(null)).toBe(false);
});
