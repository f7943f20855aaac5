import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import AccountPage from './AccountPage';

const factor = (enabled: boolean) => ({
  enabled,
  required: false,
  demonstration: false,
  recoveryCodesLeft: 0,
});

// A dialog outlives its page while it moves out, and its button would be taken for that of the next.
beforeEach(() => waitFor(() => expect(screen.queryByText('确认注销')).not.toBeInTheDocument()));

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
    '/account',
    <SignedIn>
      <AccountPage />
    </SignedIn>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '注销账号' }));
  expect(screen.getByText(/^您是企业唯一的管理员时，须先/)).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('登录密码'), 'Gut-gewaehlt7');
  await userEvent.click(screen.getByRole('button', { name: '注销账号' }));
  // The dialog takes no clicks while it moves in, and nothing moves here.
  fireEvent.click(await screen.findByText('确认注销'));

  expect(await screen.findByText(/注销后企业将无人管理/)).toBeVisible();
  expect(screen.getByRole('link', { name: '成员管理（电脑端）' })).toHaveAttribute('href', '/center/members');
  expect(screen.getByRole('link', { name: '企业信息' })).toHaveAttribute('href', '/my/enterprise');
});

it('a wrong password at closing the account stands at its field, for who cannot see it too, until it is put right', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/auth/second-factor': json(factor(false)),
    'POST /api/auth/me/closure': problem(400, 'PASSWORD_WRONG', {
      errors: [{ field: 'password', code: 'PASSWORD_WRONG', message: '密码不正确' }],
    }),
  });
  renderAt(
    '/account',
    <SignedIn>
      <AccountPage />
    </SignedIn>,
  );
  fireEvent.click(await screen.findByRole('button', { name: '注销账号' }));
  // The form is made anew once it is known whether a code is asked for.
  const password = () => screen.getByLabelText('登录密码');
  fireEvent.change(password(), { target: { value: 'falsch' } });
  fireEvent.click(screen.getByRole('button', { name: '注销账号' }));
  fireEvent.click(await screen.findByText('确认注销'));

  await waitFor(() => {
    expect(password()).toBeInvalid();
    expect(password()).toHaveAccessibleDescription('密码不正确');
  });
  fireEvent.change(password(), { target: { value: 'Gut-gewaehlt7' } });
  await waitFor(() => expect(password()).toBeValid());
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
    '/account',
    <SignedIn>
      <AccountPage />
    </SignedIn>,
  );
  fireEvent.click(await screen.findByRole('button', { name: '注销账号' }));
  const code = await screen.findByLabelText('动态验证码或恢复码');
  fireEvent.change(screen.getByLabelText('登录密码'), { target: { value: 'Gut-gewaehlt7' } });
  fireEvent.change(code, { target: { value: '123456' } });
  fireEvent.click(screen.getByRole('button', { name: '注销账号' }));
  fireEvent.click(await screen.findByText('确认注销'));

  await waitFor(() => expect(code).toHaveAccessibleDescription('动态验证码不正确'));
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
    '/account',
    <SignedIn>
      <AccountPage />
    </SignedIn>,
  );
  fireEvent.click(await screen.findByRole('button', { name: '导出我的数据' }));
  fireEvent.change(await screen.findByLabelText('动态验证码或恢复码'), { target: { value: '123456' } });
  const password = screen.getByLabelText('登录密码');
  fireEvent.change(password, { target: { value: 'falsch' } });
  fireEvent.click(screen.getByRole('button', { name: '导出' }));

  await waitFor(() => expect(password).toHaveAccessibleDescription('密码不正确'));
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ password: 'falsch', code: '123456' });
});
