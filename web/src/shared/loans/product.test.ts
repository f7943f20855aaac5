import { expect, it } from 'vitest';
import { BANK_DECIDES, limitText, longestText, rateText } from './product';

it('a figure that nobody knows is not shown as one, and is lacking in the same words everywhere', () => {
  for (const text of [rateText('未核对'), rateText(undefined), limitText(undefined), longestText(undefined)])
    expect(text).toBe(BANK_DECIDES);
  expect(rateText('年化3.8%（2023年）')).toBe('年化3.8%（2023年）');
  expect(limitText(500)).toBe('500 万元');
});
