import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { answerWith, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import SetPasswordPage from './SetPasswordPage';

afterEach(() => {
  location.hash = '';
});

it('what the server objects to in the new password stands at its field', async () => {
  location.hash = '#token-of-the-link';
  const sent = answerWith({
    'POST /api/auth/password-links': problem(400, 'PASSWORD_WEAK', {
      errors: [{ field: 'newPassword', code: 'PASSWORD_WEAK', message: '密码不能与手机号相近' }],
    }),
  });
  renderAt('/set-password', <SetPasswordPage />);
  const password = screen.getByLabelText('新密码');
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
