import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEventOf, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import MembersPage from './MembersPage';

// What slides in is not to be pressed until it has come, and nothing moves in jsdom.
const userEvent = userEventOf.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });

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
    '/my/members',
    <MobileRoot>
      <SignedIn>
        <MembersPage />
      </SignedIn>
    </MobileRoot>,
  );

it('an administrator gets a link to hand on, which stands behind the # of the address', async () => {
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
  await userEvent.click(await screen.findByRole('button', { name: '邀请' }));

  expect(await screen.findByRole('textbox', { name: '邀请链接' })).toHaveValue(
    `${location.origin}/join#one-time`,
  );
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ role: 'ENTERPRISE_MEMBER' });

  // Nothing is called copied before it was.
  expect(screen.queryByText('已复制')).toBeNull();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await userEvent.click(screen.getByRole('button', { name: '复制链接' }));
  expect(await screen.findByRole('button', { name: '已复制' })).toBeInTheDocument();
  expect(writeText).toHaveBeenCalledWith(`${location.origin}/join#one-time`);
});

it('somebody is made administrator after one question', async () => {
  const sent = answerWith({
    ...answers,
    'GET /api/auth/me': json(me),
    'PUT /api/user/my/enterprise/members/p2/role': () => new Response(null, { status: 204 }),
  });
  page();
  await userEvent.click(await screen.findByRole('button', { name: '李小红的操作' }));
  await userEvent.click(await screen.findByText('设为管理员'));
  expect(await screen.findByText('将李小红设为企业管理员？')).toBeInTheDocument();
  await userEvent.click(screen.getAllByText('设为管理员').at(-1)!);

  expect(await screen.findByText('角色已调整，数秒内生效')).toBeInTheDocument();
  expect(sent.find((one) => one.method === 'PUT')!.body).toEqual({ role: 'ENTERPRISE_ADMIN' });
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
  // What is all that one can do with oneself stands on the button, as on the portal.
  await userEvent.click(await screen.findByRole('button', { name: '退出企业' }));
  await userEvent.click((await screen.findAllByText('退出企业')).at(-1)!);

  expect(await screen.findByText(/企业至少要有一名管理员/)).toBeInTheDocument();
});

it('an enterprise is handed over by who proves with password and code that they are its administrator', async () => {
  const sent = answerWith({
    ...answers,
    'GET /api/auth/me': json(me),
    'GET /api/auth/second-factor': json({ enabled: true }),
    'POST /api/user/my/enterprise/members/p2/handover': [
      problem(400, 'PASSWORD_WRONG', {
        errors: [{ field: 'password', code: 'PASSWORD_WRONG', message: '密码不正确' }],
      }),
      new Response(null, { status: 204 }),
    ],
  });
  page();
  await userEvent.click(await screen.findByRole('button', { name: '李小红的操作' }));
  await userEvent.click(await screen.findByText('移交管理员'));
  const password = await screen.findByLabelText('登录密码');
  await userEvent.type(password, 'wrong');
  await userEvent.type(await screen.findByLabelText('动态验证码或恢复码'), '123456');
  await userEvent.click(screen.getByRole('button', { name: '确认移交' }));
  expect(await screen.findByText('密码不正确')).toBeInTheDocument();

  await userEvent.clear(password);
  await userEvent.type(password, 'Gut-gewaehlt7');
  await userEvent.click(screen.getByRole('button', { name: '确认移交' }));
  expect(await screen.findByText('管理员已移交')).toBeInTheDocument();
  expect(sent.filter((one) => one.method === 'POST').at(-1)!.body).toEqual({
    password: 'Gut-gewaehlt7',
    code: '123456',
  });
});

it('a member sees who is there and changes nobody', async () => {
  answerWith({ ...answers, 'GET /api/auth/me': json(someone) });
  page();
  const colleague = (await screen.findByText('李小红')).closest('li')!;

  expect(within(colleague).queryByRole('button')).toBeNull();
  expect(screen.queryByRole('button', { name: '邀请同事' })).toBeNull();
});

it('a double click on an invitation accepts it once', async () => {
  const sent = answerWith({
    ...answers,
    'GET /api/auth/me': json(me),
    'GET /api/user/my/invitations': json([
      {
        id: 'i1',
        enterpriseName: '甲公司',
        invitedByName: '周敏',
        role: 'ENTERPRISE_MEMBER',
        expiresAt: '2026-12-01T10:00:00+08:00',
      },
    ]),
    'POST /api/user/my/invitations/i1/acceptance': [
      json({ enterpriseId: 'e2' }),
      problem(404, 'NOT_FOUND', { detail: '邀请不存在' }),
    ],
  });
  page();
  const join = await screen.findByRole('button', { name: '加入' });
  fireEvent.click(join);
  fireEvent.click(join);

  // What follows, acting for the new enterprise, is tried once too.
  await waitFor(() => expect(sent.at(-1)?.url.pathname).not.toMatch(/acceptance$/));
  expect(sent.filter((one) => one.url.pathname.endsWith('/acceptance'))).toHaveLength(1);
  expect(screen.queryByText(/邀请不存在/)).toBeNull();
});
