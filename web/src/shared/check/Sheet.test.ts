import { expect, it } from 'vitest';
import type { ScoreSheet } from '../api';
import { lackText } from './Sheet';

const sheet = (more: Partial<ScoreSheet>): ScoreSheet => ({
  label: '评价得分',
  low: 45,
  high: 70,
  pass: 60,
  strict: false,
  maximum: 100,
  lackingLeast: 0,
  lackingMost: 15,
  groups: [],
  ...more,
});

it('says how far it is to the pass mark, and that no sum is enough without the minimum of a group', () => {
  expect(lackText(sheet({}))).toBe('最多还差 15 分，补充数据后可判断');
  expect(lackText(sheet({ lackingMost: 0 }))).toBe('已达到 60 分');
  expect(lackText(sheet({ lackingLeast: 5, lackingMost: 15 }))).toBe('距 60 分还差 5—15 分');
  const strict = { strict: true, low: 60, lackingMost: 0 };
  expect(lackText(sheet({ ...strict, high: 60 }))).toBe('须高于 60 分');
  expect(lackText(sheet({ ...strict, high: 70 }))).toBe('须高于 60 分，补充数据后可判断');
  expect(lackText(sheet({ ...strict, low: 61 }))).toBe('已达到 60 分');
  const short = { name: '创新能力', low: 15, high: 15, maximum: 40, minimum: 20, items: [] };
  expect(lackText(sheet({ groups: [short] }))).toBe('创新能力低于最低 20 分，须先补足');
});
