import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '../../test/http';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { ChangePhone } from './ChangePhone';

const open = async () => {
  renderAt(
    '/center/account',
    <AntdRoot>
      <ChangePhone />
    </AntdRoot>,
  );
  await userEvent.click(screen.getByRole('button', { name: '更换手机号' }));
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

it('proves the account by the password and the new phone by a code', async () => {
  const sent = answerWith({
    'POST /api/auth/phone/codes': json({ retryAfterSeconds: 60 }, 202),
    'PUT /api/auth/phone': problem(409, 'PHONE_TAKEN', {
      errors: [{ field: 'phone', code: 'PHONE_TAKEN', message: '该手机号已注册，请直接登录' }],
    }),
  });
  await open();
  await userEvent.click(await screen.findByRole('button', { name: '获取验证码' }));
  expect(await screen.findByText('请填写 11 位手机号')).toBeInTheDocument();
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByLabelText('登录密码'), { target: { value: 'Kite-2026-mo' } });
  fireEvent.change(screen.getByLabelText('新手机号'), { target: { value: '13700000009' } });
  await userEvent.click(screen.getByRole('button', { name: '获取验证码' }));
  expect(await screen.findByRole('button', { name: /秒后可重发/ })).toBeDisabled();
  expect(sent[0]!.body).toEqual({ phone: '13700000009' });
  fireEvent.change(screen.getByLabelText('新手机号收到的验证码'), { target: { value: '123456' } });
  await userEvent.click(screen.getAllByRole('button', { name: '更换手机号' }).at(-1)!);
  expect(await screen.findByText('该手机号已注册，请直接登录')).toBeInTheDocument();
  expect(sent.at(-1)!.body).toEqual({ password: 'Kite-2026-mo', phone: '13700000009', code: '123456' });
});

it('puts a wrong code to the field into which it was typed', async () => {
  answerWith({
    'PUT /api/auth/phone': problem(400, 'SMS_CODE_WRONG', {
      errors: [{ field: 'code', code: 'SMS_CODE_WRONG', message: '短信验证码不正确或已失效' }],
    }),
  });
  await open();
  const code = await screen.findByLabelText('新手机号收到的验证码');
  fireEvent.change(screen.getByLabelText('登录密码'), { target: { value: 'Kite-2026-mo' } });
  fireEvent.change(screen.getByLabelText('新手机号'), { target: { value: '13700000009' } });
  fireEvent.change(code, { target: { value: '123456' } });
  fireEvent.click(screen.getAllByRole('button', { name: '更换手机号' }).at(-1)!);

  await waitFor(() => {
    expect(code).toBeInvalid();
    expect(code).toHaveAccessibleDescription(/短信验证码不正确或已失效/);
  });
});

it('takes a code to the old phone where there is no password', async () => {
  const sent = answerWith({ 'POST /api/auth/phone/codes': json({ retryAfterSeconds: 60 }, 202) });
  await open();
  await userEvent.click(await screen.findByRole('button', { name: /用原手机号的验证码/ }));
  expect(screen.queryByLabelText('登录密码')).toBeNull();
  await userEvent.click(screen.getAllByRole('button', { name: '获取验证码' })[0]!);
  await waitFor(() => expect(sent[0]!.body).toEqual({}));
});
