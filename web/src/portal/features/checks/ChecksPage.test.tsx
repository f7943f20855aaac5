import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import ChecksPage from './ChecksPage';

it('a visitor is told that no sign-in is needed, and what there is with one', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  renderAt('/checks', <ChecksPage />);
  expect(await screen.findByText(/无需登录，填写的数据只用于本次计算，不保存。/)).toHaveTextContent(
    '登录后可用企业画像',
  );
});

it('who is signed in is not told to do without it: the data of the enterprise is brought along', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  renderAt(
    '/checks',
    <SignedIn>
      <ChecksPage />
    </SignedIn>,
  );
  expect(await screen.findByText(/已登录，自查时从企业画像带入数据/)).toBeInTheDocument();
  expect(screen.queryByText(/无需登录|不登录也能用|登录后可用/)).not.toBeInTheDocument();
});
