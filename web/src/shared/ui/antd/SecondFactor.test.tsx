import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '../../test/http';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { SecondFactor } from './SecondFactor';

const off = { enabled: false, recoveryCodesLeft: 0, required: false, demonstration: false };
const on = { ...off, enabled: true, since: '2026-11-26T10:00:00+08:00', recoveryCodesLeft: 2 };
const show = () =>
  renderAt(
    '/center/security',
    <AntdRoot>
      <SecondFactor />
    </AntdRoot>,
  );

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

it('is turned on with the password and a first code, and shows the recovery codes once', async () => {
  const sent = answerWith({
    'GET /api/auth/second-factor': [json(off), json(on)],
    'POST /api/auth/second-factor/enrolment': json({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' }),
    'POST /api/auth/second-factor/confirmation': json({ recoveryCodes: ['AAAAA-BBBBB'] }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '开启两步验证' }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByLabelText('密钥')).toHaveTextContent('JBSW Y3DP');
  expect(sent.at(-1)!.body).toEqual({ password: 'Kite-2026-mo' });
  // At once: the dialog before gives the focus back when it has gone, which on a busy machine comes between two digits.
  fireEvent.change(screen.getByLabelText('动态验证码'), { target: { value: '123456' } });
  await userEvent.click(screen.getByRole('button', { name: /^开\s*启$/ }));
  expect(await screen.findByText('AAAAA-BBBBB')).toBeInTheDocument();
  expect(await screen.findByText('已开启')).toBeInTheDocument();
  expect(screen.getByText(/恢复码即将用完/)).toBeInTheDocument();
});

it('puts a wrong first code to its field, where it stands until another is typed', async () => {
  answerWith({
    'GET /api/auth/second-factor': json(off),
    'POST /api/auth/second-factor/enrolment': json({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' }),
    'POST /api/auth/second-factor/confirmation': problem(400, 'SECOND_FACTOR_WRONG', {
      detail: '动态验证码不正确',
      errors: [{ field: 'code', code: 'SECOND_FACTOR_WRONG', message: '动态验证码不正确' }],
    }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '开启两步验证' }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  const code = await screen.findByLabelText('动态验证码');
  fireEvent.change(code, { target: { value: '000000' } });
  await userEvent.click(screen.getByRole('button', { name: /^开\s*启$/ }));

  await waitFor(() => {
    expect(code).toBeInvalid();
    expect(code).toHaveAccessibleDescription(/动态验证码不正确/);
  });
  // Nowhere else: no message of the page besides.
  expect(screen.getAllByText('动态验证码不正确')).toHaveLength(1);
  fireEvent.change(code, { target: { value: '12345' } });
  await waitFor(() => expect(screen.queryByText('动态验证码不正确')).toBeNull());
});

it('puts a wrong password to its field', async () => {
  answerWith({
    'GET /api/auth/second-factor': json(on),
    'POST /api/auth/second-factor/removal': problem(400, 'PASSWORD_WRONG', {
      errors: [{ field: 'password', code: 'PASSWORD_WRONG', message: '密码不正确' }],
    }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '关闭两步验证' }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'wrong');
  await userEvent.type(screen.getByLabelText('动态验证码或恢复码'), '123456');
  await userEvent.click(screen.getAllByRole('button', { name: '关闭两步验证' }).at(-1)!);
  expect(await screen.findByText('密码不正确')).toBeInTheDocument();
});

it('asks for a code of it before it is turned off or has new recovery codes', async () => {
  const sent = answerWith({
    'GET /api/auth/second-factor': json(on),
    'POST /api/auth/second-factor/recovery-codes': json({ recoveryCodes: ['CCCCC-DDDDD'] }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: '更换恢复码' }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.click(screen.getAllByRole('button', { name: '更换恢复码' }).at(-1)!);
  expect(await screen.findByText('请填写 6 位动态验证码或 10 位恢复码')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('动态验证码或恢复码'), 'AAAAA-BBBBB');
  await userEvent.click(screen.getAllByRole('button', { name: '更换恢复码' }).at(-1)!);
  expect(await screen.findByText('CCCCC-DDDDD')).toBeInTheDocument();
  expect(sent.find((request) => request.url.pathname.endsWith('recovery-codes'))!.body).toEqual({
    password: 'Kite-2026-mo',
    code: 'AAAAA-BBBBB',
  });
});

it('cannot be turned off where it is required, and says who is let off', async () => {
  answerWith({ 'GET /api/auth/second-factor': json({ ...on, required: true }) });
  const { unmount } = show();
  expect(await screen.findByText(/不能关闭/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '关闭两步验证' })).toBeNull();
  unmount();
  answerWith({ 'GET /api/auth/second-factor': json({ ...off, demonstration: true }) });
  show();
  expect(await screen.findByText(/演示账号免两步验证/)).toBeInTheDocument();
});
