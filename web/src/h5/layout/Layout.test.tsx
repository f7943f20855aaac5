import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, it } from 'vitest';
import type { Me } from '@/shared/api';
import { createQueryClient } from '@/shared/api/query';
import { ME } from '@/shared/api/session';
import { toRouteObjects, type AppRoute } from '@/shared/app';
import { answerWith, json } from '@/shared/test/http';
import { someone } from '@/shared/test/render';
import { Layout } from './Layout';
import { needEnterprise } from './needEnterprise';

const page = (text: string) => () => Promise.resolve({ default: () => <p>{text}</p> });
const routes: AppRoute[] = [
  { path: '/policies', title: '政策', access: 'public', load: page('政策列表') },
  { path: '/loans', title: '贷款产品', access: 'public', load: page('产品列表') },
  { path: '/loans/:id', title: '产品详情', access: 'public', load: page('产品要素'), parent: '/loans' },
  { path: '/declarations/:id', title: '我的申报', access: 'signed-in', load: needEnterprise(page('申报')) },
  { path: '/match', title: '智能匹配', access: 'signed-in', load: needEnterprise(page('匹配结果')) },
];

function open(path: string, me: Me, ended: object[] = []) {
  answerWith({
    'GET /api/user/my/ended-enterprises': json(ended),
    'GET /api/code/my/claims': json({ items: [], total: 0, page: 1, size: 1 }),
    'GET /api/message/my/messages/unread-count': json({ count: 0 }),
  });
  const queries = createQueryClient();
  queries.setQueryData(ME, me);
  const router = createMemoryRouter(toRouteObjects(routes, <Layout />), { initialEntries: [path] });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

it('a list has the tabs at its foot, and a way back home where it is none of them', async () => {
  open('/loans', someone);
  expect(await screen.findByText('产品列表')).toBeVisible();
  expect(screen.getByRole('navigation', { name: '主导航' })).toBeVisible();
  expect(screen.getByRole('button', { name: '返回首页' })).toBeVisible();
});

it('a tab stands for itself', async () => {
  open('/policies', someone);
  expect(await screen.findByText('政策列表')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^返回/ })).toBeNull();
});

it('a page below another leaves its foot to its own action', async () => {
  open('/loans/L02', someone);
  expect(await screen.findByText('产品要素')).toBeVisible();
  expect(screen.queryByRole('navigation', { name: '主导航' })).toBeNull();
  expect(screen.getByRole('button', { name: '返回贷款产品' })).toBeVisible();
});

it('who has no enterprise yet is shown the way to one, not refused', async () => {
  open('/match', { ...someone, enterprise: undefined, permissions: ['self', 'code.claim'] });
  expect(await screen.findByRole('link', { name: '领取企业码' })).toHaveAttribute('href', '/claim');
  expect(screen.queryByText('匹配结果')).toBeNull();
});

it('whose code was revoked reads when and why, not that there never was an enterprise', async () => {
  open('/match', { ...someone, enterprise: undefined, permissions: ['self', 'code.claim'] }, [
    { name: '甲公司', uscc: '1', reason: '信息不实', endedAt: '2026-11-03T09:00:00+08:00' },
  ]);
  expect(await screen.findByText('企业码已注销')).toBeVisible();
  const why = screen.getByText(/甲公司的企业码已于 2026-11-03 注销.*原因：信息不实/);
  expect(why).toHaveTextContent('重新领取企业码、审核通过后，此前的申请、授权和查看记录即可继续查看。');
  expect(screen.getByRole('link', { name: '领取企业码' })).toHaveAttribute('href', '/claim');
  expect(screen.queryByText(/还没有关联企业/)).toBeNull();
});

it('who has one sees the page', async () => {
  open('/match', someone);
  expect(await screen.findByText('匹配结果')).toBeVisible();
});

it('who decides at a department what a message names is led to it in the console', async () => {
  const officer: Me = { ...someone, userType: 'GOVERNMENT', enterprise: undefined };
  open('/declarations/d1', { ...officer, institution: { id: 'i1', name: '区科技局' } as Me['institution'] });
  expect(await screen.findByRole('link', { name: '进入管理端' })).toHaveAttribute(
    'href',
    '/admin/declarations/d1',
  );
});
