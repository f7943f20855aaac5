import { expect, it } from 'vitest';
import type { PlanningReport } from '../api';
import { taskDay, whenText } from './taking';

const task = {
  kind: 'APPLY',
  codes: ['N23'],
  due: '2030-12-31',
  words: '核对材料并申报《西部大开发》',
} as PlanningReport['tasks'][number];

it('the day of a task is the last one of it, in one word for all', () => {
  expect(taskDay(task)).toBe('2030年12月31日止');
  expect(taskDay({ ...task, kind: 'FILL' })).toBe('2030年12月31日止');
  expect(taskDay({ ...task, due: undefined })).toBe('期限未载明');
  expect(taskDay({ ...task, kind: 'FILL', due: undefined })).toBe('随时可办');
});

it('until when something nearly met can be had', () => {
  const of = { code: 'N17', category: '创新' };
  expect(whenText({ ...of, category: '税收', validTo: '2027-12-31' }, [])).toBe(
    '符合条件后在办理纳税申报时享受，有效期至 2027年12月31日',
  );
  expect(whenText({ ...of, validTo: '2027-12-31' }, [])).toBe('有效期至 2027年12月31日，请在此前申报');
  expect(whenText({ ...of, validTo: '2027-12-31', beginsOn: '2027-04-01' }, [])).toBe(
    '2027年4月1日起施行，有效期至 2027年12月31日，请在此前申报',
  );
  expect(whenText({ ...of, beginsOn: '2027-04-01' }, [])).toBe('2027年4月1日起施行');
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
