import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient, type PromiseTerm } from '@/shared/api';
import { answerWith, json, type Sent } from '@/shared/test/http';
import { AntdRoot } from '@/shared/ui/antd';
import TermsPage from './TermsPage';

const term = (caseClass: string, more: Partial<PromiseTerm> = {}): PromiseTerm => ({
  caseClass,
  workingDays: 10,
  warnAfter: 0.8,
  escalateAfter: [1, 3, 5],
  escalateTo: ['HEADS', 'OVERSEERS', 'OPERATORS'],
  version: 4,
  ...more,
});
let sent: Sent[];

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
  sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ accountId: 'a', name: '周运营', roles: [], permissions: [] }),
    'GET /api/finance/promise-terms': json([term('FIRST')]),
    'GET /api/code/promise-terms': json([
      term('RENEWAL', { escalateAfter: [1, 2], escalateTo: ['HEADS', 'OPERATORS'] }),
    ]),
    'GET /api/policy/promise-terms': json([term('STEP'), term('REVIEW')]),
    'GET /api/ops/promise-terms': json([term('CALL_BACK', { escalateAfter: [], escalateTo: [] })]),
    'PUT /api/policy/promise-terms/STEP': json(term('STEP')),
    'PUT /api/policy/promise-terms/REVIEW': json(term('REVIEW')),
    'PUT /api/finance/promise-terms/FIRST': json(term('FIRST')),
  });
  const router = createMemoryRouter([{ path: '/', element: <TermsPage /> }]);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
});
afterEach(() => vi.restoreAllMocks());

const user = userEvent.setup();
const edit = async (name: string) => {
  await user.click(await screen.findByRole('button', { name: `修改${name}的承诺时限` }));
  return within(await screen.findByRole('dialog'));
};
const save = async (form: ReturnType<typeof within>) =>
  user.click(form.getByRole('button', { name: '保存' }));
const saved = () => sent.filter(({ method }) => method === 'PUT');

it('says of each step whom it calls, by the names of the kind', async () => {
  const row = (await screen.findByText('首贷')).closest('tr')!;
  expect(row).toHaveTextContent('1 个工作日后：银行负责人');
  expect(row).toHaveTextContent('3 个工作日后：金融办');
  expect(row).toHaveTextContent('5 个工作日后：运营人员');
  expect((await screen.findByText('重新认证')).closest('tr')).toHaveTextContent(
    '1 个工作日后：审核工作负责人',
  );
});

it('keeps whom each step calls, and leaves out a step that was emptied', async () => {
  const form = await edit('首贷');
  fireEvent.change(form.getByLabelText(/^超期后第三次上报/), { target: { value: '' } });
  await save(form);
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(saved()[0]!.body).toEqual({
    workingDays: 10,
    warnAfter: 0.8,
    escalateAfter: [1, 3],
    escalateTo: ['HEADS', 'OVERSEERS'],
    version: 4,
  });
});

it('a later step calls nobody lower, and comes later', async () => {
  const form = await edit('首贷');
  fireEvent.change(form.getByLabelText(/^超期后第二次上报/), { target: { value: '1' } });
  await user.click(form.getByLabelText(/^第三次上报到/));
  await user.click(await screen.findByText('银行负责人', { selector: '.ant-select-item-option-content' }));
  await save(form);
  expect(await form.findByText('应晚于第一次上报')).toBeVisible();
  expect(await form.findByText('不应低于第二次上报')).toBeVisible();
  expect(saved()).toEqual([]);
});

it('of a review the days are changed here, of a step its project says them', async () => {
  const row = (await screen.findByText('政策申报的环节')).closest('tr')!;
  expect(row).toHaveTextContent('由申报项目按环节设定');
  const step = await edit('政策申报的环节');
  expect(step.queryByLabelText(/承诺工作日/)).toBeNull();
  await save(step);
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(saved()[0]!.url.pathname).toBe('/api/policy/promise-terms/STEP');
  expect(saved()[0]!.body).toMatchObject({ workingDays: 10 });
});
