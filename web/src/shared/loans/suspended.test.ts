import { expect, it } from 'vitest';
import { notTaken } from './suspended';

const noon = Date.parse('2026-11-30T12:00:00+08:00');

it('a product is applied for up to the last day on which its bank has it matched', () => {
  expect(notTaken({ status: 'PUBLISHED' }, noon)).toBeUndefined();
  expect(notTaken({ status: 'PUBLISHED', matchedUntil: '2026-11-30' }, noon)).toBeUndefined();
  expect(notTaken({ status: 'PUBLISHED', matchedUntil: '2026-11-29' }, noon)?.title).toBe(
    '银行将该产品匹配至 2026年11月29日，已停止匹配，不再接受新申请',
  );
});

it('who suspended it is not said to be the bank: it may have been the finance office', () => {
  expect(notTaken({ status: 'SUSPENDED' }, noon)?.title).toBe('该产品已暂停受理新申请');
});
