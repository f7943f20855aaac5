import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { defaultBrand } from '@/shared/brand';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import ApplicationPage from './applications/ApplicationPage';
import CardPage from './code/CardPage';
import CodePage from './code/CodePage';
import HomePage from './home/HomePage';
import MePage from './me/MePage';

const { name, uscc, id } = someone.enterprise!;

function answers(demo: boolean) {
  return {
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/user/my/enterprise': json({ id, name, uscc, demo }),
    'GET /api/code/my/card': json({
      enterpriseId: id,
      name,
      uscc,
      codeStatus: 'ACTIVE',
      codeLevel: 'NORMAL',
      demo,
      sections: [],
    }),
    'GET /api/code/my/code': json({
      enterpriseId: id,
      enterpriseName: name,
      uscc,
      status: 'FROZEN',
      level: 'NORMAL',
      demo,
    }),
    'GET /api/finance/my/applications/a1': json({
      id: 'a1',
      enterpriseName: name,
      productTitle: '信用快贷',
      number: 'DK1',
      bankName: '重庆银行',
      amount: 1_000_000,
      termMonths: 12,
      kind: 'FIRST',
      purpose: '购置设备',
      status: 'WITHDRAWN',
      timeline: [],
      demo,
    }),
    'GET /api/stats/public/ticker': json([]),
    'GET /api/finance/products/pinned': json([]),
  };
}

const open = (page: ReactNode, path = '/', pattern = '*') =>
  renderAt(path, <SignedIn>{page}</SignedIn>, pattern);

beforeEach(() => sessionStorage.clear());

const pages: [string, () => void, string][] = [
  // A long name has its line for itself; the middle of the credit code is written in one.
  ['企业码', () => open(<CodePage />), uscc.slice(8, 17)],
  ['企业名片', () => open(<CardPage />), uscc.slice(8, 17)],
  ['我的', () => open(<MePage />), name],
  ['申请详情', () => open(<ApplicationPage />, '/my/applications/a1', '/my/applications/:id'), name],
];

it.each(pages)(
  '%s says beside the name or code that an enterprise is made up',
  async (_title, show, beside) => {
    answerWith(answers(true));
    show();
    expect((await screen.findByText('演示数据')).parentElement).toHaveTextContent(beside);
  },
);

it.each(pages)('%s calls no real enterprise made up', async (_title, show) => {
  const sent = answerWith(answers(false));
  show();
  expect(await screen.findByText(name, { exact: false })).toBeVisible();
  await vi.waitFor(() => expect(sent.length).toBeGreaterThan(2));
  expect(screen.queryByText('演示数据')).toBeNull();
});

it('the home page says once that enterprises are made up, until it is closed', async () => {
  answerWith(answers(true));
  const { unmount } = open(<HomePage />);
  expect(await screen.findByText(defaultBrand.demo.notice)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '关闭演示说明' }));
  expect(screen.queryByText(defaultBrand.demo.notice)).toBeNull();
  unmount();
  open(<HomePage />);
  expect(await screen.findByText('综合服务')).toBeVisible();
  expect(screen.queryByText(defaultBrand.demo.notice)).toBeNull();
});
