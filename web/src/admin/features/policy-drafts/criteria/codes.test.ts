import { expect, it } from 'vitest';
import { codeIn, codeName, codeOptions, type KnownFact } from './codes';

const fact = (codes: KnownFact['codes']) => ({ name: 'code', label: '代码', codes }) as KnownFact;
const regions = fact([
  { code: '500113', name: '巴南区', group: '重庆市' },
  { code: '510000', name: '四川省' },
]);
const industries = fact([
  { code: 'C34', name: '通用设备制造业', group: '制造业' },
  { code: 'I65', name: '软件和信息技术服务业', group: '信息传输、软件和信息技术服务业' },
]);

it('a code has the name of its own, of what it begins, or of what it is part of', () => {
  expect(codeName(regions, '500113')).toBe('巴南区');
  expect(codeName(regions, '51')).toBe('四川省');
  expect(codeName(regions, '50')).toBe('重庆市');
  expect(codeName(industries, 'C')).toBe('制造业');
  expect(codeName(industries, 'C3484')).toBe('通用设备制造业（C3484）');
  expect(codeName(fact(undefined), 'C')).toBe('C');
});

it('wholes are offered where a beginning stands for all of it, and what is there stays', () => {
  expect(codeOptions(industries, ['C3484'], true)).toEqual([
    { value: 'C', label: '制造业（全部）' },
    { value: 'I', label: '信息传输、软件和信息技术服务业（全部）' },
    { value: 'C34', label: '通用设备制造业' },
    { value: 'I65', label: '软件和信息技术服务业' },
    { value: 'C3484', label: '通用设备制造业（C3484）' },
  ]);
  expect(codeOptions(regions, [], true).map((one) => one.value)).toEqual(['500113', '51']);
  expect(codeOptions(regions, [], false).map((one) => one.value)).toEqual(['500113', '510000']);
});

it('a name is not taken for a code', () => {
  expect(['c3484', ' 5001 ', 'C', '50'].map(codeIn)).toEqual(['C3484', '5001', 'C', '50']);
  expect(['浙江', '501', 'C34845', ''].map(codeIn)).toEqual([undefined, undefined, undefined, undefined]);
});
