import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import RegisterPage, { channelOf } from './RegisterPage';
import SignInPage, { refusal } from './SignInPage';

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

describe('signing in', () => {
  it('asks for both fields before it asks the server', async () => {
    const sent = answerWith({});
    renderAt('/sign-in', <SignInPage />);
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(screen.getByLabelText('手机号或用户名')).toBeInvalid();
    expect(screen.getByLabelText('密码')).toHaveAccessibleDescription('请填写密码');
    expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
  });

  it('says how many attempts are left', async () => {
    answerWith({ 'POST /api/auth/sign-in': problem(401, 'BAD_CREDENTIALS', { remainingAttempts: 2 }) });
    renderAt('/sign-in', <SignInPage />);
    await userEvent.type(screen.getByLabelText('手机号或用户名'), 'qiye');
    await userEvent.type(screen.getByLabelText('密码'), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('还可以再试 2 次');
  });

  it('says when a locked account opens again', () => {
    expect(
      refusal(new ProblemError({ status: 423, code: 'ACCOUNT_LOCKED', retryAfterSeconds: 840 })),
    ).toContain('14 分钟后');
  });

  it('says so when the sign-in began too long ago', () => {
    renderAt('/sign-in?error=failed', <SignInPage />);
    expect(screen.getByRole('alert')).toHaveTextContent('请重新登录');
  });
});

describe('registering', () => {
  const fill = async (phone: string) => {
    await userEvent.type(screen.getByLabelText('姓名'), '陈志远');
    await userEvent.type(screen.getByLabelText('手机号'), phone);
    await userEvent.type(screen.getByLabelText('密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: '注册' }));
  };

  it('goes to the first field that is wrong', async () => {
    answerWith({});
    renderAt('/register', <RegisterPage />);
    await userEvent.click(screen.getByRole('button', { name: '注册' }));
    expect(screen.getByLabelText('姓名')).toHaveFocus();
    expect(screen.getByText('请填写 11 位手机号')).toBeInTheDocument();
  });

  it('puts the server’s objection to its field', async () => {
    answerWith({
      'POST /api/auth/registrations': problem(409, 'PHONE_TAKEN', {
        errors: [{ field: 'phone', code: 'PHONE_TAKEN', message: '该手机号已注册' }],
      }),
    });
    renderAt('/register', <RegisterPage />);
    await fill('13812345678');
    await waitFor(() =>
      expect(screen.getByLabelText('手机号')).toHaveAccessibleDescription('该手机号已注册'),
    );
  });

  it('remembers that the person came from the official account', async () => {
    const sent = answerWith({ 'POST /api/auth/registrations': json({ accountId: 'a' }, 201) });
    renderAt('/register?from=/m/code', <RegisterPage />);
    await fill('13812345678');
    expect(await screen.findByText('注册成功')).toBeInTheDocument();
    expect(sent.at(-1)!.body).toMatchObject({ channel: 'WECHAT', userType: 'ENTERPRISE', agreed: true });
    expect(screen.getByRole('link', { name: '去登录' })).toHaveAttribute(
      'href',
      '/bff/login?continue=%2Fm%2Fcode',
    );
  });

  it('never leads to another site', () => {
    answerWith({});
    renderAt('/register?from=//evil.example', <RegisterPage />);
    expect(screen.getByRole('link', { name: '直接登录' })).toHaveAttribute('href', '/bff/login?continue=%2F');
  });

  it('counts the channel by where the person is', () => {
    expect(channelOf(null, 'Mozilla/5.0')).toBe('PC');
    expect(channelOf('/m/', 'Mozilla/5.0')).toBe('WECHAT');
    expect(channelOf(null, 'Mozilla/5.0 MicroMessenger/8.0')).toBe('WECHAT');
  });
});
