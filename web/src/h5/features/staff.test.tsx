import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import type { Me } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { Layout } from '../layout/Layout';
import CodePage from './code/CodePage';
import HomePage from './home/HomePage';
import MePage from './me/MePage';

const officer: Me = {
  ...someone,
  userType: 'GOVERNMENT',
  enterprise: undefined,
  roles: ['OFFICER'],
  permissions: ['code.scan', 'self'],
};

function open(page: ReactNode, me = officer) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(me),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/stats/public/ticker': json([]),
    'GET /api/finance/products/pinned': json([]),
  });
  return renderAt('/', <SignedIn>{page}</SignedIn>);
}

/** What is of an enterprise alone. */
const OF_ENTERPRISES = /企业画像|智能匹配|企业名片|领取企业码|领码记录/;

beforeEach(() => sessionStorage.clear());

it.each([
  ['首页', <HomePage key="home" />],
  ['我的', <MePage key="me" />],
  ['企业码', <CodePage key="code" />],
])('%s offers an officer to scan, and nothing that is of an enterprise', async (_title, page) => {
  open(page);
  expect((await screen.findAllByText('扫一扫')).length).toBeGreaterThan(0);
  expect(screen.queryByText(OF_ENTERPRISES)).toBeNull();
});

it('the tab in the middle is for scanning, and is missing for whoever may not', async () => {
  const { unmount } = open(<Layout />);
  expect(await screen.findByRole('link', { name: '扫一扫' })).toHaveAttribute('href', '/scan');
  expect(screen.queryByRole('link', { name: '企业码' })).toBeNull();
  unmount();
  open(<Layout />, { ...officer, permissions: ['self'] });
  expect(await screen.findByRole('link', { name: '我的' })).toBeVisible();
  expect(screen.queryByRole('link', { name: /扫一扫|企业码/ })).toBeNull();
});

it('an enterprise has its code there', async () => {
  open(<Layout />, someone);
  expect(await screen.findByRole('link', { name: '企业码' })).toHaveAttribute('href', '/my/code');
});
