import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DatePicker, Input, InputNumber, Pagination, Select } from 'antd';
import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { AntdRoot } from './AntdRoot';

const english = () =>
  [...document.querySelectorAll('[aria-label]')]
    .filter((one) => !one.closest('[aria-hidden="true"]'))
    .map((one) => one.getAttribute('aria-label')!)
    .filter((name) => /[A-Za-z]{2}/.test(name));

it('no control has an English name, for what is there at first and for what comes later', async () => {
  render(
    <AntdRoot>
      <Select allowClear aria-label="状态" value="a" options={[{ value: 'a', label: '正常' }]} />
      <Select
        mode="multiple"
        allowClear
        aria-label="类型"
        value={['a']}
        options={[{ value: 'a', label: '甲' }]}
      />
      <Input allowClear aria-label="关键词" />
      <InputNumber aria-label="金额" defaultValue={3} />
      <DatePicker aria-label="日期" defaultValue={dayjs('2026-11-27')} />
      <Pagination total={200} defaultCurrent={8} showSizeChanger={false} />
    </AntdRoot>,
  );
  await waitFor(() => expect(english()).toEqual([]));
  expect(screen.getAllByRole('button', { name: '清除' }).length).toBeGreaterThanOrEqual(3);
  expect(screen.getByRole('button', { name: '增加' })).toBeInTheDocument();

  await userEvent.type(screen.getByLabelText('关键词'), '渝巴');
  await userEvent.click(screen.getByLabelText('日期'));
  expect(await screen.findByText('2026年')).toBeInTheDocument();
  await waitFor(() => expect(english()).toEqual([]));
});
