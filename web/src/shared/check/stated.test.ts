import { expect, it } from 'vitest';
import type { ConditionResult, Fact, SrdiGrade } from '../api';
import { labelsIn, reckonedIn, statedOf } from './stated';

const score: Fact = {
  name: 'zjtxScore',
  label: '评价得分',
  kind: 'NUMBER',
  unit: '分',
  editable: true,
  value: 61,
  source: 'SELF',
  asOf: '2026-10-28',
};

it('a stated score says who stated it and when, or that it was typed here', () => {
  expect(statedOf('评价得分', [score], {})).toBe('企业画像中的 61 分（企业填报 2026-10-28）');
  expect(statedOf('评价得分', [score], { zjtxScore: 70 })).toBe('您在本页填写的 70 分');
});

it('nothing is stated of a score that was emptied, never said or has another name', () => {
  expect(statedOf('评价得分', [score], { zjtxScore: null })).toBeUndefined();
  expect(statedOf('评价得分', [{ ...score, value: undefined }], {})).toBeUndefined();
  expect(statedOf('创新能力得分', [score], {})).toBeUndefined();
});

it('what a table comes to is found by the name under which a condition asks for it', () => {
  const grade = { sheet: { label: '评价得分', low: 47, high: 91 } } as SrdiGrade;
  expect(reckonedIn([grade, {} as SrdiGrade]).get('评价得分')).toBe('47—91 分');
  const asked = { label: '评价得分', actual: '61 分' } as ConditionResult;
  expect(labelsIn([{ label: '任选一项', children: [asked] } as ConditionResult])).toEqual(['评价得分']);
});
