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

it('rows about holders and holdings are named after them, and only namesakes are numbered', () => {
  expect(
    cardItems([
      { label: '股东', value: '陈志远，持股 62.5%' },
      { label: '股东', value: '张*，持股 20%' },
      { label: '股东', value: '张*，持股 17.5%' },
      { label: '对外投资', value: '重庆示例液压有限公司，持股 70%' },
    ]).map(({ label, value }) => [label, value?.replace(/\s/, ' ')]),
  ).toEqual([
    ['股东 陈志远', '持股 62.5%'],
    ['股东 张* 1', '持股 20%'],
    ['股东 张* 2', '持股 17.5%'],
    ['对外投资 重庆示例液压有限公司', '持股 70%'],
  ]);
});
