import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import PoliciesPage from './PoliciesPage';

const none = {
  items: [],
  total: 0,
  page: 1,
  size: 10,
  facets: {
    categories: [{ value: 'SUBSIDY', label: '资金补助', count: 4 }],
    levels: [{ value: 'DISTRICT', label: 'DISTRICT', count: 3 }],
    statuses: [{ value: 'EXPIRED', label: 'EXPIRED', count: 1 }],
    tags: [],
  },
};

function open(at: string) {
  const sent = answerWith({ 'GET /api/policy/policies': json(none) });
  renderAt(
    at,
    <MobileRoot>
      <PoliciesPage />
    </MobileRoot>,
  );
  return () =>
    Object.fromEntries(
      sent.filter((one) => one.url.pathname === '/api/policy/policies').at(-1)!.url.searchParams,
    );
}

it('policies are narrowed by category, level and validity and put in order, as in the portal', async () => {
  const asked = open('/policies');
  await userEvent.click(await screen.findByRole('button', { name: '资金补助 4' }));
  await userEvent.selectOptions(await screen.findByLabelText('级别'), '区级（3）');
  await userEvent.selectOptions(await screen.findByLabelText('效力'), '已到期（1）');
  await userEvent.selectOptions(await screen.findByLabelText('排序'), '即将截止');
  await waitFor(() =>
    expect(asked()).toEqual({
      category: 'SUBSIDY',
      level: 'DISTRICT',
      status: 'EXPIRED',
      sort: 'deadline',
      page: '1',
      size: '10',
    }),
  );
});

it('what was searched for comes by relevance, unless another order is chosen', async () => {
  const asked = open('/policies?q=研发');
  await screen.findByRole('option', { name: '按相关度' });
  expect(asked()).toEqual({ q: '研发', page: '1', size: '10' });
  await userEvent.selectOptions(screen.getByLabelText('排序'), '按发布时间');
  await waitFor(() => expect(asked().sort).toBe('publishDate,desc'));
});
