import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { Covered } from './Covered';

const reveal = vi.fn(() => Promise.resolve({ value: '13812345678' }));

function open(value: string | undefined, permissions: string[]) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <SignedIn>
        <Covered
          value={value}
          name="联系电话"
          field="code.claim.agent-phone"
          permission="code.claim.reveal"
          reveal={reveal}
        />
      </SignedIn>
    </AntdRoot>,
  );
}

it('a covered value is shown plainly to who says why, and only then', async () => {
  open('138****5678', ['code.claim.reveal']);
  await userEvent.click(await screen.findByRole('button', { name: '查看明文：联系电话' }));
  const reason = await screen.findByLabelText('查看理由');
  await userEvent.type(reason, '看看');
  await userEvent.click(screen.getByRole('button', { name: /^查\s?看$/ }));
  // It is unfolded when it is there.
  await waitFor(() => expect(screen.getByText('查看理由不少于 5 字')).toBeVisible());
  expect(reveal).not.toHaveBeenCalled();

  await userEvent.type(reason, '，核实经办人身份 ');
  await userEvent.click(screen.getByRole('button', { name: /^查\s?看$/ }));
  expect(await screen.findByText('13812345678')).toBeVisible();
  expect(reveal).toHaveBeenCalledWith({ field: 'code.claim.agent-phone', reason: '看看，核实经办人身份' });
  expect(screen.queryByRole('button', { name: '查看明文：联系电话' })).toBeNull();
});

it('there is nothing to press without the permission, nor where nothing is covered', async () => {
  open('138****5678', []);
  expect(await screen.findByText('138****5678')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('a plain value has no button', async () => {
  open('13812345678', ['code.claim.reveal']);
  expect(await screen.findByText('13812345678')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
