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

it('shows a link to hand over where no text message went out', async () => {
  await shown({ expiresAt: END, token: 'abc' });
  expect(screen.getByLabelText<HTMLTextAreaElement>('一次性链接').value).toMatch(/\/set-password#abc$/);
});
