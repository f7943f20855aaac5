import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import MembersPage from './MembersPage';

const me = { ...someone, permissions: [...someone.permissions, 'enterprise.members'] };
const person = (accountId: string, displayName: string, role: string, self = false) => ({
  accountId,
  displayName,
  role,
  self,
  enabled: true,
  joinedAt: '2026-03-01T10:00:00+08:00',
});
const answers = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/user/my/invitations': json([]),
  'GET /api/user/my/enterprise/invitations': json([]),
  'GET /api/user/my/enterprise/members': json([
    person(someone.accountId, '陈志远', 'ENTERPRISE_ADMIN', true),
    person('p2', '李小红', 'ENTERPRISE_MEMBER'),
  ]),
};
const page = () =>
  renderAt(
    '/center/members',
    <AntdRoot>
      <SignedIn>
        <MembersPage />
      </SignedIn>
    </AntdRoot>,
  );

it('an administrator gets a link to hand on, which stands behind the # of the address', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  const sent = answerWith({
    ...answers,
    'GET /api/auth/me': json(me),
    'POST /api/user/my/enterprise/invitations': json(
      { id: 'i1', token: 'one-time', expiresAt: '2026-12-01T10:00:00+08:00' },
      201,
    ),
  });
  page();
  await userEvent.click(await screen.findByRole('button', { name: '邀请同事' }));
  await userEvent.click(await screen.findByRole('button', { name: /^邀\s?请$/ }));

  expect(await screen.findByRole('textbox', { name: '邀请链接' })).toHaveValue(
    `${location.origin}/join#one-time`,
  );
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ role: 'ENTERPRISE_MEMBER' });

  // Nothing is called copied before it was.
  expect(screen.queryByText('已复制')).toBeNull();

  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: '复制链接' }));
  expect(await screen.findByRole('button', { name: '已复制' })).toBeInTheDocument();
  expect(writeText).toHaveBeenCalledWith(`${location.origin}/join#one-time`);
});

it('why the last administrator stays one is said', async () => {
  answerWith({
    ...answers,
    'GET /api/auth/me': json(me),
    'POST /api/user/my/enterprise/leave': problem(409, 'LAST_ADMIN', {
      detail: '企业至少要有一名管理员，请先移交管理员',
    }),
  });
  page();
  await userEvent.click(await screen.findByRole('button', { name: '退出企业' }));
  const asked = await screen.findByRole('dialog', { name: '退出该企业？' });
  await userEvent.click(within(asked).getByRole('button', { name: '退出企业' }));

  expect(await screen.findByText(/企业至少要有一名管理员/)).toBeInTheDocument();
});

it('an enterprise is handed over by who proves with password and code that they are its administrator', async () => {
  const sent = answerWith({
    ...answers,
    'GET /api/auth/me': json(me),
    'GET /api/auth/second-factor': json({ enabled: true }),
    'POST /api/user/my/enterprise/members/p2/handover': [
      problem(400, 'SECOND_FACTOR_WRONG', {
        errors: [{ field: 'code', code: 'SECOND_FACTOR_WRONG', message: '动态验证码不正确' }],
      }),
      new Response(null, { status: 204 }),
    ],
  });
  page();
  await userEvent.click(await screen.findByRole('button', { name: /^移\s?交$/ }));
  await userEvent.click(await screen.findByRole('button', { name: '确认移交' }));
  expect(await screen.findByText('请填写登录密码')).toBeInTheDocument();
  expect(sent.filter((one) => one.method === 'POST')).toHaveLength(0);

  await userEvent.type(screen.getByLabelText('登录密码'), 'Gut-gewaehlt7');
  const code = await screen.findByLabelText('动态验证码或恢复码');
  await userEvent.type(code, '000000');
  await userEvent.click(screen.getByRole('button', { name: '确认移交' }));
  expect(await screen.findByText('动态验证码不正确')).toBeInTheDocument();

  await userEvent.clear(code);
  await userEvent.type(code, '123456');
  await userEvent.click(screen.getByRole('button', { name: '确认移交' }));
  expect(await screen.findByText('管理员已移交')).toBeInTheDocument();
  expect(sent.filter((one) => one.method === 'POST').at(-1)!.body).toEqual({
    password: 'Gut-gewaehlt7',
    code: '123456',
  });
});

it('a password that was typed for a hand-over is not there the next time', async () => {
  answerWith({
    ...answers,
    'GET /api/auth/me': json(me),
    'GET /api/auth/second-factor': json({ enabled: false }),
  });
  page();
  await userEvent.click(await screen.findByRole('button', { name: /^移\s?交$/ }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'Gut-gewaehlt7');
  expect(screen.queryByLabelText('动态验证码或恢复码')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /^取\s?消$/ }));
  await userEvent.click(await screen.findByRole('button', { name: /^放\s?弃$/ }));
  await userEvent.click(await screen.findByRole('button', { name: /^移\s?交$/ }));

  expect(await screen.findByLabelText('登录密码')).toHaveValue('');
});

it('a member sees who is there and changes nobody', async () => {
  answerWith({ ...answers, 'GET /api/auth/me': json(someone) });
  page();
  const colleague = (await screen.findByText('李小红')).closest('li')!;

  expect(within(colleague).queryByRole('button')).toBeNull();
  expect(screen.queryByRole('button', { name: '邀请同事' })).toBeNull();
});
