import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import StaffPage from './StaffPage';

const row = {
  accountId: 'a1',
  displayName: '张三',
  userType: 'BANK',
  institutionId: 'b1',
  institutionName: '某银行',
  roleNames: ['银行客户经理'],
  enabled: true,
  demo: false,
  registeredAt: '2026-03-01T10:00:00+08:00',
};

function open(enabled: boolean) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'user.account.read', 'user.staff.manage'] }),
    'GET /api/user/managed-institutions': json([]),
    'GET /api/user/staff': json({ items: [{ ...row, enabled }], total: 1, page: 1, size: 20 }),
    'GET /api/user/staff/a1': json({
      ...row,
      enabled,
      phone: '138****1234',
      awaitsPassword: false,
      secondFactor: true,
      roles: [],
      available: [],
      grants: [],
      ...(enabled
        ? {}
        : { disabled: { reason: '已调离本单位', byName: '陈管理', at: '2026-11-03T10:00:00+08:00' } }),
    }),
    'POST /api/user/staff/a1/disable': new Response(null, { status: 204 }),
  });
  document.cookie = 'XSRF-TOKEN=t';
  renderAt(
    '/staff',
    <AntdRoot>
      <SignedIn>
        <StaffPage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
}

it('an account is disabled for a reason, and not without', async () => {
  const sent = open(true);
  await userEvent.click(await screen.findByRole('button', { name: '更多' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '停用' }));
  expect(await screen.findByText('停用 张三 的账号')).toBeVisible();
  const drawer = within(screen.getByRole('dialog'));

  await userEvent.click(drawer.getByRole('button', { name: /停\s*用/ }));
  expect(await drawer.findByText('请填写停用原因')).toBeVisible();
  await userEvent.click(drawer.getByLabelText('停用原因'));
  await userEvent.paste(' 已调离本单位 ');
  await userEvent.click(drawer.getByRole('button', { name: /停\s*用/ }));

  expect(await screen.findByText('账号已停用')).toBeVisible();
  const asked = sent.filter((one) => one.url.pathname.endsWith('/disable'));
  expect(asked.map((one) => one.body)).toEqual([{ reason: '已调离本单位' }]);
});

it('who looks after a disabled account reads why, by whom and when', async () => {
  open(false);
  await userEvent.click(await screen.findByRole('button', { name: '查看' }));

  expect(await screen.findByText('已调离本单位')).toBeVisible();
  expect(screen.getByText('陈管理 于 2026-11-03 10:00 停用')).toBeVisible();
});

it('that nobody has two of the three duties stands at the roles until they are others', async () => {
  const refusal = '系统管理员、安全管理员、审计管理员不能由同一个账号担任';
  const role = (code: string, name: string, duty: string) => ({
    code,
    name,
    description: '',
    duty,
    grantable: true,
  });
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'user.account.read', 'user.staff.grant'] }),
    'GET /api/user/managed-institutions': json([]),
    'GET /api/user/staff': json({ items: [row], total: 1, page: 1, size: 20 }),
    'GET /api/user/staff/a1': json({
      ...row,
      phone: '138****1234',
      roles: ['SYSTEM_ADMIN'],
      available: [role('SYSTEM_ADMIN', '系统管理员', 'SYSTEM'), role('AUDIT_ADMIN', '审计管理员', 'AUDIT')],
      grants: [],
    }),
    'PUT /api/user/staff/a1/roles': problem(409, 'DUTY_CONFLICT', {
      detail: refusal,
      errors: [{ field: 'roles', code: 'DUTY_CONFLICT', message: refusal }],
    }),
  });
  document.cookie = 'XSRF-TOKEN=t';
  renderAt(
    '/staff',
    <AntdRoot>
      <SignedIn>
        <StaffPage />
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '授权' }));
  const drawer = within(await screen.findByRole('dialog'));
  await userEvent.click(drawer.getByRole('checkbox', { name: /审计管理员/ }));
  await userEvent.click(drawer.getByRole('button', { name: /保\s*存/ }));
  expect(await drawer.findByText(refusal)).toBeVisible();

  await userEvent.click(drawer.getByRole('checkbox', { name: /系统管理员/ }));
  await waitFor(() => expect(drawer.queryByText(refusal)).toBeNull());
});
