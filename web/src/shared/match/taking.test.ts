import { expect, it } from 'vitest';
import type { PlanningReport } from '../api';
import { entryWords, taskDay, taskWords, taxesIn, whenText } from './taking';

const task = {
  kind: 'APPLY',
  codes: ['N23'],
  due: '2030-12-31',
  words: '核对材料并申报《西部大开发》',
} as PlanningReport['tasks'][number];
const entry = {
  kind: 'ENDS',
  certain: true,
  code: 'N23',
  words: '有效期最后一天，请在此前申报',
} as PlanningReport['calendar'][number];
const taxes = new Map([['N23', '西部大开发']]);
const none = new Map<string, string>();

it('a tax benefit is had with the return, the others are declared for', () => {
  expect(taskWords(task, taxes)).toBe('核对条件，在办理纳税申报时享受《西部大开发》，资料留存备查');
  expect(taskWords(task, none)).toBe('核对材料并申报《西部大开发》');
  expect(taskWords({ ...task, codes: ['N01', 'N23'] }, taxes)).toBe('核对材料并申报《西部大开发》');
});

it('the last day of a tax benefit ends what is enjoyed, not a window', () => {
  expect(taskDay(task, taxes)).toBe('2030年12月31日止');
  expect(taskDay({ ...task, due: undefined }, taxes)).toBe('期限未载明');
  expect(taskDay(task, none)).toBe('2030年12月31日前');
  expect(taskDay({ ...task, due: undefined }, none)).toBe('截止未载明');
  expect(entryWords(entry, taxes)).toBe('有效期最后一天');
  expect(entryWords({ ...entry, certain: false, words: '是否延续待核实' }, taxes)).toBe('是否延续待核实');
  expect(entryWords(entry, none)).toBe('有效期最后一天，请在此前申报');
});

it('until when something nearly met can be had', () => {
  expect(whenText({ category: '税收', validTo: '2027-12-31' })).toBe(
    '符合条件后在办理纳税申报时享受，有效期至 2027年12月31日',
  );
  expect(whenText({ category: '创新', validTo: '2027-12-31' })).toBe('有效期至 2027年12月31日，请在此前申报');
  expect(whenText({ category: '创新' })).toBe('申报窗口未公布');
});

it('taxes are found wherever the report names them', () => {
  const report = {
    eligible: [{ code: 'N01', title: '甲', category: '创新' }],
    nearly: [{ code: 'N17', title: '乙', category: '税收' }],
    unknown: [],
    held: [],
    unclear: [],
  } as unknown as PlanningReport;
  expect([...taxesIn(report)]).toEqual([['N17', '乙']]);
});
