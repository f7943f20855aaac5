import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App, DatePicker, Input, InputNumber, Pagination, Select } from 'antd';
import dayjs from 'dayjs';
import { expect, it, vi } from 'vitest';
import { pageLeft } from '../pageLeft';
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

function Asks() {
  const { modal } = App.useApp();
  return <button onClick={() => modal.confirm({ title: '收回授权？' })}>收回</button>;
}

function Tells() {
  const { message } = App.useApp();
  return (
    <>
      <button onClick={() => void message.success('已保存')}>保存</button>
      <button onClick={() => void message.error('已被办理')}>受理</button>
    </>
  );
}

it('who does not see a message hears it', async () => {
  render(
    <AntdRoot>
      <Tells />
    </AntdRoot>,
  );
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await userEvent.click(screen.getByRole('button', { name: '受理' }));
  for (const words of ['已保存', '已被办理'])
    expect((await screen.findByText(words)).closest('[role]')).toHaveAttribute('role', 'alert');
});

/** The steps in which a dialog comes, until it has come to rest or grows: pressed while it shrinks to a point to grow, its button does nothing. */
async function movement(): Promise<string[]> {
  const steps = new Set<string>();
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes)
      for (const name of (target as Element).classList)
        if (name.startsWith('ant-zoom-appear-')) steps.add(name);
  });
  watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });
  render(
    <AntdRoot>
      <Asks />
    </AntdRoot>,
  );
  fireEvent.click(screen.getByRole('button', { name: '收回' }));
  await waitFor(() => {
    const dialog = screen.getByRole('dialog').classList;
    expect(!dialog.contains('ant-zoom-appear') || dialog.contains('ant-zoom-appear-active')).toBe(true);
  });
  watch.disconnect();
  cleanup();
  return [...steps];
}

it('a dialog does not grow for who wants no motion, and grows for the others', async () => {
  expect(await movement()).not.toContain('ant-zoom-appear-start');
  vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ ...matchMedia('all'), matches: false });
  expect(await movement()).toContain('ant-zoom-appear-start');
});

it('a question goes with the page over which it was asked', async () => {
  const agreed = vi.fn();
  function Page() {
    const { modal } = App.useApp();
    return (
      <button onClick={() => void modal.confirm({ title: '通过这件申请？', onOk: agreed })}>审核通过</button>
    );
  }
  render(
    <AntdRoot>
      <Page />
    </AntdRoot>,
  );
  await userEvent.click(screen.getByRole('button', { name: '审核通过' }));
  expect(await screen.findByRole('dialog', { name: /通过这件申请/ })).toBeInTheDocument();
  act(pageLeft);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(agreed).not.toHaveBeenCalled();
});
