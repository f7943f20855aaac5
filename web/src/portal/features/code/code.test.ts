import { expect, it } from 'vitest';
import { cardItems } from '@/shared/code/cardItems';

it('equal labels of a card are numbered', () => {
  expect(
    cardItems([
      { label: '房产', value: 'a' },
      { label: '设备', value: 'b' },
      { label: '房产', value: 'c' },
    ]).facts.map((one) => one.label),
  ).toEqual(['房产 1', '设备', '房产 2']);
});

it('holders and holdings are tables of names and shares, and no facts', () => {
  const { facts, holdings } = cardItems([
    { label: '注册资本', value: '500 万元' },
    { label: '股东', value: '陈志远，持股 62.5%' },
    { label: '股东', value: '张*，持股 20%' },
    { label: '对外投资', value: '重庆示例液压有限公司，持股 70%' },
  ]);
  expect(facts.map(({ label }) => label)).toEqual(['注册资本']);
  expect(holdings).toEqual([
    {
      label: '股东',
      rows: [
        ['陈志远', '62.5%'],
        ['张*', '20%'],
      ],
    },
    { label: '对外投资', rows: [['重庆示例液压有限公司', '70%']] },
  ]);
});
