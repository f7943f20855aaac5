import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { OneTimeLink } from '@/shared/api';
import { AntdRoot } from '@/shared/ui/antd';
import { useLinkDialog } from './useLinkDialog';

const END = '2026-12-01T08:00:00+08:00';

function Opener({ link }: { link: OneTimeLink }) {
  const show = useLinkDialog();
  return <button onClick={() => void show('张三', link)}>显示</button>;
}

async function shown(link: OneTimeLink) {
  render(
    <AntdRoot>
      <Opener link={link} />
    </AntdRoot>,
  );
  await userEvent.click(screen.getByRole('button', { name: '显示' }));
  await screen.findByRole('dialog');
}

it('says that a link went to the phone of the owner, and shows none', async () => {
  await shown({ expiresAt: END });
  expect(screen.getAllByText('链接已通过短信发送给张三')).not.toHaveLength(0);
  expect(screen.queryByLabelText('一次性链接')).not.toBeInTheDocument();
});

it('shows a link to hand over where no text message went out, to be copied whole, and does not lose it by Esc', async () => {
  const user = userEvent.setup();
  await shown({ expiresAt: END, token: 'abc' });
  const link = screen.getByLabelText<HTMLInputElement>('一次性链接');
  expect(link.value).toMatch(/\/set-password#abc$/);
  await user.keyboard('{Escape}');
  expect(link).toBeVisible();
  expect(screen.queryByRole('button', { name: /已复制/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: '复制一次性链接' }));
  expect(await navigator.clipboard.readText()).toBe(link.value);
  expect(screen.getByRole('button', { name: '已复制一次性链接' })).toBeInTheDocument();
});
