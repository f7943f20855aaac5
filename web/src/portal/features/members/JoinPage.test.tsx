import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import JoinPage from './JoinPage';

const ACCEPTANCE = 'POST /api/user/my/invitation-link/acceptance';
const answers = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json(someone),
  'POST /api/user/my/invitation-link': json({
    enterpriseName: '甲公司',
    invitedByName: '周敏',
    role: 'ENTERPRISE_MEMBER',
    expiresAt: '2026-12-01T10:00:00+08:00',
  }),
};
const used = problem(404, 'NOT_FOUND', {
  detail: '邀请已使用、已撤回或已过期，请联系企业管理员重新邀请',
});
const page = () =>
  renderAt(
    '/join',
    <SignedIn>
      <JoinPage />
    </SignedIn>,
  );

beforeEach(() => sessionStorage.setItem('zq.join', 'one-time'));
afterEach(() => sessionStorage.clear());

it('a double click joins once, and says so', async () => {
  const sent = answerWith({
    ...answers,
    // The second acceptance would be refused: the link is used.
    [ACCEPTANCE]: [json({ enterpriseId: 'e2' }), used],
  });
  page();
  const join = await screen.findByRole('button', { name: '加入' });
  fireEvent.click(join);
  fireEvent.click(join);

  expect(await screen.findByText(/已加入甲公司/)).toBeInTheDocument();
  expect(screen.queryByText(/邀请已使用/)).toBeNull();
  expect(screen.queryByRole('button', { name: '加入' })).toBeNull();
  expect(sent.filter((one) => one.url.pathname.endsWith('/acceptance'))).toHaveLength(1);
  await waitFor(() => expect(sessionStorage.getItem('zq.join')).toBeNull());
});

it('what was refused may be tried again', async () => {
  const sent = answerWith({
    ...answers,
    [ACCEPTANCE]: [
      problem(503, 'SERVICE_UNAVAILABLE', { detail: '服务暂不可用' }),
      json({ enterpriseId: 'e2' }),
    ],
  });
  page();
  fireEvent.click(await screen.findByRole('button', { name: '加入' }));
  expect(await screen.findByText(/服务暂不可用/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '加入' }));

  expect(await screen.findByText(/已加入甲公司/)).toBeInTheDocument();
  expect(sent.filter((one) => one.url.pathname.endsWith('/acceptance'))).toHaveLength(2);
});
