import { expect, it } from 'vitest';
import { BANK_DECIDES, limitText, longestText, rateNeedsMark, rateText } from './product';

/** "2023年公布" that no line ends within. */
const WHOLE = [...'2023年公布'].join('\u2060');

it('a figure that nobody knows is not shown as one, and is lacking in the same words everywhere', () => {
  for (const text of [rateText('未核对'), rateText(undefined), limitText(undefined), longestText(undefined)])
    expect(text).toBe(BANK_DECIDES);
  expect(rateText('年化3.8%（2023年）')).toBe(`年化 3.8%，${WHOLE}`);
  expect(rateText('最低LPR-50BP（2023年）')).toBe(`最低 LPR 减 50\u00a0个基点，${WHOLE}`);
  expect(limitText(500)).toBe('500\u00a0万元');
});

it('that a rate is not verified is said once, by its mark', () => {
  expect(rateText('年化 3.25% 起（待核实）')).toBe('年化 3.25% 起');
  expect(rateNeedsMark({ verified: true, rateText: '年化 3.25% 起（待核实）' })).toBe(true);
  expect(rateNeedsMark({ verified: false, rateText: '年化 3.25% 起' })).toBe(true);
  expect(rateNeedsMark({ verified: true, rateText: '年化 3.25% 起' })).toBe(false);
});
