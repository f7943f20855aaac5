import { expect, it } from 'vitest';
import { cardItems } from '@/shared/code/cardItems';

it('equal labels of a card are cardItems', () => {
  expect(
    cardItems([
      { label: '房产', value: 'a' },
      { label: '设备', value: 'b' },
      { label: '房产', value: 'c' },
    ]).map((one) => one.label),
  ).toEqual(['房产 1', '设备', '房产 2']);
});
