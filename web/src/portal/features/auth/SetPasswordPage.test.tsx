import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import SetPasswordPage from './SetPasswordPage';

afterEach(() => {
  location.hash = '';
});

const works = () => new Response(null, { status: 204 });

it('a link that was used or has expired says so before anything is typed, with the way to another', async () => {
  location.hash = '#used-before';
  const sent = answerWith({ 'POST /api/auth/password-links/check': problem(410, 'PASSWORD_LINK_INVALID') });
  renderAt('/set-password', <SetPasswordPage />);

  expect(await screen.findByText('链接已使用或已过期。')).toBeInTheDocument();
  expect(screen.queryByLabelText('新密码')).toBeNull();
  expect(screen.getByRole('link', { name: '用手机号重新设置' })).toHaveAttribute('href', '/forgot-password');
  expect(sent.filter((one) => one.method === 'POST').map((one) => one.body)).toEqual([
    { token: 'used-before' },
  ]);
});

it('where nobody can say whether the link works the password can be tried all the same', async () => {
  location.hash = '#token-of-the-link';
  answerWith({ 'POST /api/auth/password-links/check': json({}, 503) });
  renderAt('/set-password', <SetPasswordPage />);

  expect(await screen.findByLabelText('新密码')).toBeInTheDocument();
});

it('a link that was used in another window meanwhile says the same at the end', async () => {
  location.hash = '#token-of-the-link';
  answerWith({
    'POST /api/auth/password-links/check': works,
    'POST /api/auth/password-links': problem(410, 'PASSWORD_LINK_INVALID'),
  });
  renderAt('/set-password', <SetPasswordPage />);
  fireEvent.change(await screen.findByLabelText('新密码'), { target: { value: 'Kite-2026-mo' } });
  fireEvent.change(screen.getByLabelText('再次输入新密码'), { target: { value: 'Kite-2026-mo' } });
  fireEvent.click(screen.getByRole('button', { name: '设置密码' }));

  expect(await screen.findByText('链接已使用或已过期。')).toBeInTheDocument();
});

it('what the server objects to in the new password stands at its field', async () => {
  location.hash = '#token-of-the-link';
  const sent = answerWith({
    'POST /api/auth/password-links/check': works,
    'POST /api/auth/password-links': problem(400, 'PASSWORD_WEAK', {
      errors: [{ field: 'newPassword', code: 'PASSWORD_WEAK', message: '密码不能与手机号相近' }],
    }),
  });
  renderAt('/set-password', <SetPasswordPage />);
  const password = await screen.findByLabelText('新密码');
  fireEvent.change(password, { target: { value: 'Kite-2026-mo' } });
  fireEvent.change(screen.getByLabelText('再次输入新密码'), { target: { value: 'Kite-2026-mo' } });
  fireEvent.click(screen.getByRole('button', { name: '设置密码' }));

  await waitFor(() => {
    expect(password).toBeInvalid();
    expect(password).toHaveAccessibleDescription(/密码不能与手机号相近/);
  });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(sent.at(-1)!.body).toEqual({ token: 'token-of-the-link', newPassword: 'Kite-2026-mo' });
});
