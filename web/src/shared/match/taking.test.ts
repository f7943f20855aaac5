import { expect, it } from 'vitest';
import type { PlanningReport } from '../api';
import { taskDay, taxesIn, whenText } from './taking';

const task = {
  kind: 'APPLY',
  codes: ['N23'],
  due: '2030-12-31',
  words: '核对材料并申报《西部大开发》',
} as PlanningReport['tasks'][number];
const taxes = new Set(['N23']);
const none = new Set<string>();

it('the last day of a tax benefit ends what is enjoyed, not a window', () => {
  expect(taskDay(task, taxes)).toBe('2030年12月31日止');
  expect(taskDay({ ...task, due: undefined }, taxes)).toBe('期限未载明');
  expect(taskDay(task, none)).toBe('2030年12月31日前');
  expect(taskDay({ ...task, codes: ['N01', 'N23'] }, taxes)).toBe('2030年12月31日前');
  expect(taskDay({ ...task, due: undefined }, none)).toBe('期限未载明');
});

it('until when something nearly met can be had', () => {
  const of = { code: 'N17', category: '创新' };
  expect(whenText({ ...of, category: '税收', validTo: '2027-12-31' }, [])).toBe(
    '符合条件后在办理纳税申报时享受，有效期至 2027年12月31日',
  );
  expect(whenText({ ...of, validTo: '2027-12-31' }, [])).toBe('有效期至 2027年12月31日，请在此前申报');
  const closes = {
    code: 'N17',
    kind: 'DECLARATION_CLOSES' as const,
    day: '2027-01-09',
    words: '申报项目“甲”受理的最后一天',
  };
  expect(whenText({ ...of, validTo: '2027-12-31' }, [closes])).toBe(
    '2027年1月9日：申报项目“甲”受理的最后一天',
  );
  expect(whenText(of, [{ ...closes, code: 'N18' }])).toBe('申报窗口未公布');
});

it('taxes are found wherever the report names them', () => {
  const report = {
    eligible: [{ code: 'N01', title: '甲', category: '创新' }],
    nearly: [{ code: 'N17', title: '乙', category: '税收' }],
    unknown: [],
    held: [],
    unclear: [],
  } as unknown as PlanningReport;
  expect([...taxesIn(report)]).toEqual(['N17']);
});
