import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Whole } from './Whole';

const keptIn = (text: string) => {
  const { container } = render(<Whole>{text}</Whole>);
  expect(container).toHaveTextContent(text.replaceAll('\u00a0', ' '));
  return [...container.querySelectorAll('.zq-whole')].map((one) => one.textContent);
};

it('no line ends within a day, nor between an hour and what is done by it', () => {
  expect(keptIn('银行将于 2026年12月15日 17:30 前答复。')).toEqual(['2026年12月15日', '17:30 前答复']);
  expect(keptIn('请于 2027年1月15日前评价，12月3日受理')).toEqual(['2027年1月15日', '12月3日']);
  expect(keptIn('2026-12-01 03:22 授权')).toEqual(['2026-12-01', '03:22']);
  expect(keptIn('2023年公布')).toEqual(['2023年']);
});

it('no line ends within an amount, nor between it and the word that bounds it, nor before a rate', () => {
  expect(keptIn('贷款余额降到 500\u00a0万元以下后，超出 1,400\u00a0万元，2亿元(含)')).toEqual([
    '500\u00a0万元以下',
    '1,400\u00a0万元',
    '2亿元',
  ]);
  expect(keptIn('最高 300\u00a0万元，年化 3.8%')).toEqual(['300\u00a0万元', '年化 3.8%']);
});

it('a sentence without any stays as it is', () => {
  expect(keptIn('财企〔2016〕5号，共 15 人')).toEqual([]);
});
