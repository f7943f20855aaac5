import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
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

function open(path: string, me: Me, ended: object[] = [], claims: object[] = []) {
  answerWith({
    'GET /api/user/my/ended-enterprises': json(ended),
    'GET /api/code/my/claims': json({ items: claims, total: claims.length, page: 1, size: 20 }),
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

const claimed = {
  id: 'c1',
  number: 'LM20261130000157',
  enterpriseName: '乙公司',
  status: 'SUBMITTED',
  submittedAt: '2026-11-30T20:00:00+08:00',
  promise: { state: 'RUNNING', dueOn: '2026-12-03', remainingWorkingDays: 3 },
};
const nobody: Me = { ...someone, enterprise: undefined, permissions: ['self', 'code.claim'] };

it('whose claim waits reads so, and by when it is reviewed, and is not led to claim once more', async () => {
  open('/match', nobody, [], [claimed]);
  expect(await screen.findByText('领码申请审核中')).toBeVisible();
  const how = screen.getByText(/乙公司/);
  expect(how).toHaveTextContent(
    '待审核 乙公司编号 LM20261130000157工作人员将于 2026年12月3日前（含当日）审核',
  );
  expect(screen.getByRole('link', { name: '查看进度' })).toHaveAttribute('href', '/my/claims/c1');
  expect(screen.getByRole('link', { name: '为另一家企业领码' })).toHaveAttribute('href', '/claim');
  expect(screen.queryByText('先领取企业码')).toBeNull();
  expect(screen.queryByRole('link', { name: '领取企业码' })).toBeNull();
});

it('whose claim was returned reads what for, and is led to mend it, whatever became of another', async () => {
  open(
    '/match',
    nobody,
    [],
    [
      { ...claimed, id: 'c2', status: 'WITHDRAWN' },
      { ...claimed, status: 'RETURNED', reason: '授权书没有盖章' },
    ],
  );
  expect(await screen.findByText('领码申请需要补正')).toBeVisible();
  expect(screen.getByText(/需要补正：授权书没有盖章/)).toBeVisible();
  expect(screen.getByRole('link', { name: '去补正' })).toHaveAttribute('href', '/claim?returned=c1');
});

it('whose claim was refused reads why, and may claim again; of a code revoked since that is what is told', async () => {
  const refused = { ...claimed, status: 'REJECTED', reason: '不是本企业的人' };
  open('/match', nobody, [], [refused]);
  expect(await screen.findByText('领码申请未通过')).toBeVisible();
  expect(screen.getByText(/未通过：不是本企业的人/)).toBeVisible();
  expect(screen.getByRole('link', { name: '重新申请' })).toHaveAttribute('href', '/claim');
  cleanup();
  open(
    '/match',
    nobody,
    [{ name: '甲公司', uscc: '1', reason: '信息不实', endedAt: '2026-12-03T09:00:00+08:00' }],
    [refused],
  );
  expect(await screen.findByText('企业码已注销')).toBeVisible();
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
