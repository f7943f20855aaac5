import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, it } from 'vitest';
import { createQueryClient, type ManagedPolicy } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import PoliciesPage from './PoliciesPage';

const policy: ManagedPolicy = {
  id: 'p1',
  code: 'D01',
  edition: 1,
  title: '关于测试的通知',
  docNumber: '测发〔2026〕1号',
  issuer: '测试委员会',
  level: 'DISTRICT',
  category: 'FUNDING',
  department: '测试局',
  publishDate: '2026-02-01',
  verified: true,
  criteriaVerified: true,
  confidence: 'high',
  publication: 'WITHDRAWN',
  status: 'EFFECTIVE',
  withdrawnReason: '条件有误',
  owner: '区农业农村委',
  withdrawnByMe: false,
  keptByMe: true,
  version: 1,
};

it('of what was taken down nothing is said to be in force', async () => {
  await menuOf({}, ['policy.manage']);
  expect(screen.getAllByText('已撤下').length).toBeGreaterThan(0);
  expect(screen.queryByText('现行有效')).toBeNull();
});

it('what is published is in force by its days', async () => {
  await menuOf({ publication: 'PUBLISHED' }, ['policy.manage']);
  expect(screen.getByText('现行有效')).toBeInTheDocument();
});

async function menuOf(of: Partial<ManagedPolicy>, permissions: string[]) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', ...permissions] }),
    'GET /api/policy/manage/policies': json({ items: [{ ...policy, ...of }], total: 1, page: 1, size: 20 }),
  });
  const router = createMemoryRouter(
    [
      {
        path: '/policies',
        element: (
          <SignedIn>
            <PoliciesPage />
          </SignedIn>
        ),
      },
    ],
    { initialEntries: ['/policies'] },
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
  const row = await screen.findByRole('group', { name: '关于测试的通知的操作' });
  const more = within(row).queryByRole('button', { name: '更多' });
  if (!more) return [];
  await userEvent.click(more);
  return (await screen.findAllByRole('menuitem')).map((one) => one.textContent);
}

it('who reviews puts back what was taken down, and reads what has to be right before', async () => {
  expect(await menuOf({}, ['policy.manage', 'policy.review'])).toEqual(['修订', '重新发布']);
  expect(screen.getByText(/区农业农村委维护/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('menuitem', { name: '重新发布' }));
  expect(await screen.findByText(/须由撤下人以外的同事操作/)).toBeInTheDocument();
});

it('who took it down does not put it back, and reads why before pressing', async () => {
  expect(await menuOf({ withdrawnByMe: true }, ['policy.manage', 'policy.review'])).toEqual([
    '修订',
    '重新发布您是撤下人，须由其他同事重新发布',
  ]);
  const item = screen.getByRole('menuitem', { name: /^重新发布/ });
  expect(item).toHaveAttribute('aria-disabled', 'true');
});

it('who only writes does not put it back', async () => {
  expect(await menuOf({}, ['policy.manage'])).toEqual(['修订']);
});

it('what another institution keeps is only looked at', async () => {
  expect(await menuOf({ keptByMe: false }, ['policy.manage', 'policy.review'])).toEqual([]);
  expect(screen.getByRole('button', { name: '查看' })).toBeInTheDocument();
});
