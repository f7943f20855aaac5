import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, signedInAs, someone } from '@/shared/test/render';
import MePage from './MePage';

it('who could not be signed out is told so, and is still signed in', async () => {
  document.cookie = 'XSRF-TOKEN=abc';
  answerWith({
    ...signedInAs({ ...someone, enterprise: undefined, permissions: ['self'] }),
    'GET /api/user/my/enterprises': json([]),
    'POST /bff/logout': problem(503, 'SERVICE_UNAVAILABLE'),
  });
  renderAt('/me', <MePage />);
  await userEvent.click(await screen.findByRole('button', { name: '退出登录' }));

  expect(await screen.findByText('退出未成功，请重试')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: someone.name })).toBeInTheDocument();
});

it('large text is switched by the word and by the whole row, and once by the switch', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  renderAt('/me', <MePage />);
  const large = await screen.findByRole('switch', { name: '大字版' });
  expect(large).not.toBeChecked();
  await userEvent.click(screen.getByText('大字版'));
  expect(large).toBeChecked();
  await userEvent.click(large);
  expect(large).not.toBeChecked();
  large.focus();
  await userEvent.keyboard(' ');
  expect(large).toBeChecked();
  await userEvent.click(screen.getByText('大字版'));
});
