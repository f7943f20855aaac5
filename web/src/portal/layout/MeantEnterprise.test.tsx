import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { MeantEnterprise } from './MeantEnterprise';

const other = { id: 'e2', name: '重庆岭硕包装有限公司', role: 'ENTERPRISE_ADMIN', current: false };

afterEach(() => vi.restoreAllMocks());

function opened(address: string) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/user/my/enterprises': json([other]),
    'PUT /api/auth/me/enterprise': () => new Response(null, { status: 204 }),
    'POST /bff/refresh': () => new Response(null, { status: 204 }),
  });
  renderAt(
    address,
    <SignedIn>
      <MeantEnterprise>
        <p>办理结果</p>
      </MeantEnterprise>
    </SignedIn>,
  );
  return sent;
}

it('what a message tells of another own enterprise is said to be its, and switched to', async () => {
  const assign = vi.fn();
  vi.stubGlobal('location', {
    ...location,
    origin: location.origin,
    pathname: '/x/1',
    search: '?of=e2',
    assign,
  });
  const sent = opened('/x/1?of=e2');

  expect(await screen.findByText(/此页面是重庆岭硕包装有限公司的，当前企业是/)).toBeInTheDocument();
  expect(screen.queryByText('办理结果')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '切换到重庆岭硕包装有限公司' }));
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/x/1?of=e2'));
  expect(sent.find((one) => one.method === 'PUT')?.body).toEqual({ enterpriseId: 'e2' });
});

it.each([
  ['of the one acted for', `/x/1?of=${someone.enterprise!.id}`],
  ['of one that the person has left', '/x/1?of=e9'],
  ['of none in particular', '/x/1'],
])('a page %s is shown', async (_, address) => {
  opened(address);
  expect(await screen.findByText('办理结果')).toBeInTheDocument();
});
