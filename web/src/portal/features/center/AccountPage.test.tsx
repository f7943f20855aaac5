import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import AccountPage from './AccountPage';

const factor = (enabled: boolean) => ({
  enabled,
  required: false,
  demonstration: false,
  recoveryCodesLeft: 0,
});

it('the last administrator of an enterprise reads what to do before the account can be closed', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/auth/second-factor': json(factor(false)),
    'POST /api/auth/me/closure': problem(409, 'CLOSURE_ONLY_ADMIN', {
      detail:
        '您是 重庆渝巴精密机械有限公司 唯一的管理员，注销后企业将无人管理。请先在“成员管理”中移交管理员，或在“企业信息”中解绑企业，再注销账号',
    }),
  });
  renderAt(
    '/center/account',
    <AntdRoot>
      <SignedIn>
        <AccountPage />
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '注销账号' }));
  expect(await screen.findByText(/^您是企业唯一的管理员时，须先/)).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('登录密码'), 'Gut-gewaehlt7');
  await userEvent.click(screen.getByRole('checkbox', { name: '我已了解注销的后果' }));
  await userEvent.click(screen.getByRole('button', { name: '确认注销' }));

  expect(await screen.findByText(/注销后企业将无人管理/)).toBeVisible();
  expect(screen.getByRole('link', { name: '成员管理' })).toHaveAttribute('href', '/center/members');
  expect(screen.getByRole('link', { name: '企业信息' })).toHaveAttribute('href', '/center/enterprise');
});

it('where the second factor is on, its code is asked for before the account is closed', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/auth/second-factor': json(factor(true)),
    'POST /api/auth/me/closure': problem(400, 'SECOND_FACTOR_WRONG', {
      errors: [{ field: 'code', code: 'SECOND_FACTOR_WRONG', message: '动态验证码不正确' }],
    }),
  });
  renderAt(
    '/center/account',
    <AntdRoot>
      <SignedIn>
        <AccountPage />
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '注销账号' }));
  const code = await screen.findByLabelText('动态验证码或恢复码');
  await userEvent.type(screen.getByLabelText('登录密码'), 'Gut-gewaehlt7');
  await userEvent.click(screen.getByRole('checkbox', { name: '我已了解注销的后果' }));
  await userEvent.click(screen.getByRole('button', { name: '确认注销' }));
  expect((await screen.findAllByText('请填写 6 位动态验证码或 10 位恢复码')).length).toBeGreaterThan(0);
  expect(sent.filter((one) => one.method === 'POST')).toEqual([]);

  await userEvent.type(code, '123456');
  await userEvent.click(screen.getByRole('button', { name: '确认注销' }));
  expect((await screen.findAllByText('动态验证码不正确')).length).toBeGreaterThan(0);
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({
    password: 'Gut-gewaehlt7',
    code: '123456',
  });
});

it('somebody takes out their data after the password, and after the code where the second factor is on', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/auth/second-factor': json(factor(true)),
    'POST /api/auth/me/data': problem(400, 'PASSWORD_WRONG', {
      errors: [{ field: 'password', code: 'PASSWORD_WRONG', message: '密码不正确' }],
    }),
  });
  renderAt(
    '/center/account',
    <AntdRoot>
      <SignedIn>
        <AccountPage />
      </SignedIn>
    </AntdRoot>,
  );
  expect(
    await screen.findByText(/企业与机构，领码申请.*融资申请.*政策申报.*企业画像.*站内消息/),
  ).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: '导出我的数据' }));
  await userEvent.type(await screen.findByLabelText('动态验证码或恢复码'), '123456');
  await userEvent.type(screen.getByLabelText('登录密码'), 'falsch');
  await userEvent.click(screen.getByRole('button', { name: /^导\s?出$/ }));

  expect((await screen.findAllByText('密码不正确')).length).toBeGreaterThan(0);
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ password: 'falsch', code: '123456' });
});
