import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ClaimsPage from './ClaimsPage';

it('the inbox opens on what waits, the earliest promised first; all of it is one click away', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'code.claim.review'] }),
    'GET /api/code/claims': json({ items: [], total: 0, page: 1, size: 20 }),
  });
  renderAt(
    '/claims',
    <AntdRoot>
      <SignedIn>
        <ClaimsPage />
      </SignedIn>
    </AntdRoot>,
  );
  const asked = () => {
    const query = sent.findLast((one) => one.url.pathname === '/api/code/claims')?.url.searchParams;
    return [query?.get('status'), query?.get('sort')];
  };

  expect(await screen.findByRole('button', { name: '待审核', pressed: true })).toBeInTheDocument();
  await waitFor(() => expect(asked()).toEqual(['SUBMITTED', 'dueAt,asc']));
  await userEvent.click(screen.getByRole('button', { name: '全部' }));
  await waitFor(() => expect(asked()).toEqual([null, 'submittedAt,desc']));
});
