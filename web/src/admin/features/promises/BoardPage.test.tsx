import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '@/shared/api';
import { answerWith, json, problem, type Sent } from '@/shared/test/http';
import { AntdRoot } from '@/shared/ui/antd';
import BoardPage from './BoardPage';

const figures = { open: 7, dueToday: 2, overdue: 1, paused: 1, undated: 0, extended: 1, extensionAsked: 1 };
const summary = {
  all: figures,
  institutions: [{ institutionId: 'b1', institutionName: '甲银行', figures }],
};
const row = {
  id: 'p1',
  caseId: 'a1',
  caseNumber: 'RZ20261106000001',
  about: '甲公司　云税贷',
  institutionId: 'b1',
  institutionName: '甲银行',
  assigned: true,
  startedAt: '2026-11-06T10:00:00+08:00',
  promise: {
    id: 'p1',
    state: 'RUNNING',
    workingDays: 10,
    dueOn: '2026-11-20',
    remainingWorkingDays: 0,
    overdueWorkingDays: 3,
    broken: true,
  },
};
let sent: Sent[];

const open = (permissions: string[], answers: Record<string, Response> = {}) => {
  sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ accountId: 'a', name: '王主任', roles: [], permissions }),
    'GET /api/finance/promises/summary': json(summary),
    'GET /api/finance/promises': json({ items: [row], total: 1, page: 1, size: 20 }),
    'GET /api/code/promises/summary': json({ all: figures, institutions: [] }),
    'GET /api/code/promises': json({ items: [], total: 0, page: 1, size: 20 }),
    ...answers,
  });
  const router = createMemoryRouter([{ path: '/', element: <BoardPage /> }]);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
};

afterEach(() => vi.restoreAllMocks());

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('what is overdue comes first, with its bank and by how much', async () => {
  open(['finance.promise.oversee', 'finance.application.read-all']);

  expect(await screen.findByText(/甲公司/)).toHaveAttribute('href', '/applications/a1');
  expect(screen.getByText('已超期 3 个工作日')).toBeInTheDocument();
  expect(
    within(screen.getByLabelText('承诺时限概况')).getByText('已超期').closest('button'),
  ).toHaveTextContent('已超期1 件');
  const asked = sent.find((one) => one.url.pathname === '/api/finance/promises');
  expect(asked?.url.searchParams.get('standing')).toBe('OVERDUE');
});

it('where nothing is overdue it opens on what is due today, and else on all that is open', async () => {
  const opened = (all: object) =>
    open(['finance.promise.oversee'], { 'GET /api/finance/promises/summary': json({ ...summary, all }) });
  const chosen = async () =>
    (await screen.findByLabelText('承诺时限概况')).querySelector('[aria-pressed="true"]');

  opened({ ...figures, overdue: 0 });
  expect(await chosen()).toHaveTextContent('今天到期2 件');
  await waitFor(() => expect(sent.at(-1)?.url.searchParams.get('standing')).toBe('DUE_TODAY'));
  cleanup();

  opened({ ...figures, overdue: 0, dueToday: 0 });
  expect(await chosen()).toHaveTextContent('在办7 件');
  await waitFor(() => expect(sent.at(-1)?.url.searchParams.get('standing')).toBe('OPEN'));
});

it('a phone shows of each bank what there is, not a row of figures wider than it', async () => {
  const media = matchMedia('');
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) => ({
    ...media,
    matches: query === '(max-width: 639px)' || query.includes('prefers-reduced-motion'),
  }));
  open(['finance.promise.oversee']);

  const banks = within(await screen.findByRole('list', { name: '按金融机构' }));
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(banks.queryByRole('button', { name: /到期日待定/ })).not.toBeInTheDocument();
  await userEvent.click(banks.getByRole('button', { name: '今天到期 2 件' }));
  await waitFor(() => expect(sent.at(-1)?.url.search).toMatch(/standing=DUE_TODAY.*institutionId=b1/));
});

it('one click asks for it, under a key of its own', async () => {
  open(['finance.promise.oversee'], {
    'POST /api/finance/promises/p1/urge': new Response(null, { status: 204 }),
  });

  await userEvent.click(await screen.findByLabelText(/催办 RZ/));

  expect(await screen.findByText(/已催办/)).toBeInTheDocument();
  const urged = sent.find((one) => one.method === 'POST');
  expect(urged?.url.pathname).toBe('/api/finance/promises/p1/urge');
});

it('a bank that is late and asks for material stays overdue, and is urged all the same', async () => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({
      items: [{ ...row, promise: { ...row.promise, state: 'PAUSED' } }],
      total: 1,
      page: 1,
      size: 20,
    }),
  });

  expect(await screen.findByText('已超期 3 个工作日')).toBeInTheDocument();
  expect(screen.getByText('待企业补充材料')).toBeInTheDocument();
  expect(screen.getByLabelText(/催办 RZ/)).toBeInTheDocument();
});

it('who urges again at once is told when it was', async () => {
  open(['finance.promise.oversee'], {
    'POST /api/finance/promises/p1/urge': problem(429, 'URGED_ALREADY', {
      detail: '4 小时内已催办过，请稍后再催',
    }),
  });

  await userEvent.click(await screen.findByLabelText(/催办 RZ/));

  expect(await screen.findByText(/4 小时内已催办过/)).toBeInTheDocument();
});

it('a year without calendar is said where it cannot be overlooked', async () => {
  open(['finance.promise.supervise'], {
    'GET /api/finance/promises/summary': json({
      ...summary,
      all: { ...figures, undated: 3 },
      missingYear: 2027,
    }),
  });

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('2027 年放假安排尚未公布或导入');
  expect(alert).toHaveTextContent('3 件的到期日落在该年');
});

it('a year without calendar that no case waits for is no warning to who cannot import it', async () => {
  open(['finance.promise.supervise'], {
    'GET /api/finance/promises/summary': json({ ...summary, missingYear: 2027 }),
  });
  expect(await screen.findByRole('note')).toHaveTextContent('2027 年放假安排尚未公布或导入');
  expect(screen.queryByRole('alert')).toBeNull();
  cleanup();

  open(['finance.promise.supervise', 'user.reference.manage'], {
    'GET /api/finance/promises/summary': json({ ...summary, missingYear: 2027 }),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('2027 年放假安排尚未公布或导入');
});

it('of both, the one opens in which something is overdue', async () => {
  open(['finance.promise.oversee', 'code.promise.supervise'], {
    'GET /api/finance/promises/summary': json({ ...summary, all: { ...figures, overdue: 0 } }),
  });
  await waitFor(() => expect(sent.some((one) => one.url.pathname === '/api/code/promises')).toBe(true));
  expect(sent.some((one) => one.url.pathname === '/api/finance/promises')).toBe(false);
});

it('who supervises both changes between them, and others see only their own', async () => {
  open(['finance.promise.oversee', 'code.promise.supervise']);
  await userEvent.click(await screen.findByText('领码申请'));
  await waitFor(() =>
    expect(sent.some((one) => one.url.pathname === '/api/code/promises/summary')).toBe(true),
  );
});

const asked = {
  ...row,
  extension: {
    workingDays: 3,
    reason: '等待抵押物评估',
    askedBy: 'o',
    askedByName: '李经理',
    askedAt: '2026-11-18T10:00:00+08:00',
  },
};
const EXTENSION = 'POST /api/finance/promises/p1/decide-extension';

it('more time is approved after a question, with what it is for', async () => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({ items: [asked], total: 1, page: 1, size: 20 }),
    [EXTENSION]: new Response(null, { status: 204 }),
  });

  expect(await screen.findByText('李经理申请延期 3 个工作日：等待抵押物评估')).toBeInTheDocument();
  await userEvent.click(screen.getByLabelText(/批准延期 RZ/, { selector: '.ant-btn-primary' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '批准延期' }));

  await waitFor(() => expect(sent.find((one) => one.method === 'POST')?.body).toEqual({ approved: true }));
});

it.each<[string, () => Promise<void>]>([
  [
    'a yes',
    async () => {
      await userEvent.click(await screen.findByLabelText(/批准延期 RZ/, { selector: '.ant-btn-primary' }));
      await userEvent.click(
        within(await screen.findByRole('dialog')).getByRole('button', { name: '批准延期' }),
      );
    },
  ],
  [
    'a no',
    async () => {
      await userEvent.click(await screen.findByLabelText(/不批准延期/));
      await userEvent.type(await screen.findByLabelText('不批准的原因'), '请抓紧时间办');
      await userEvent.click(screen.getByRole('button', { name: '确认不批准' }));
    },
  ],
])('%s that comes after that of somebody else is told, and nothing is left to press', async (_, decide) => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({ items: [asked], total: 1, page: 1, size: 20 }),
    [EXTENSION]: problem(409, 'EXTENSION_DECIDED', {
      detail: '没有待审批的延期申请，可能已由他人处理',
    }),
  });

  await decide();

  expect(await screen.findByText(/可能已由他人处理/)).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

it('what was refused before stands beside what is asked now', async () => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({
      items: [
        {
          ...asked,
          extension: {
            ...asked.extension,
            refusedBefore: {
              workingDays: 5,
              words: '材料已齐',
              decidedByName: '王主任',
              decidedAt: '2026-11-17T10:00:00+08:00',
            },
          },
        },
      ],
      total: 1,
      page: 1,
      size: 20,
    }),
  });

  expect(
    await screen.findByText(/此前已有一次申请未获批准：.*王主任.*5 个工作日，原因：材料已齐/),
  ).toBeInTheDocument();
});

it('a no needs its reason', async () => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({ items: [asked], total: 1, page: 1, size: 20 }),
    [EXTENSION]: new Response(null, { status: 204 }),
  });

  await userEvent.click(await screen.findByLabelText(/不批准延期/));
  await userEvent.click(await screen.findByRole('button', { name: '确认不批准' }));
  expect(await screen.findByText('请填写不批准的原因')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('不批准的原因'), '请抓紧时间办');
  await userEvent.click(screen.getByRole('button', { name: '确认不批准' }));

  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
      approved: false,
      words: '请抓紧时间办',
    }),
  );
});

it('a table that is wider than its place says so, as the lists do', async () => {
  const width = vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(1600);
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({ items: [asked], total: 1, page: 1, size: 20 }),
  });
  await screen.findByText('李经理申请延期 3 个工作日：等待抵押物评估');
  expect((await screen.findAllByText('表格较宽，左右滚动查看其余各列')).length).toBeGreaterThan(0);
  width.mockRestore();
});

it('nobody approves what they asked for', async () => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({
      items: [{ ...asked, extension: { ...asked.extension, askedBy: 'a' } }],
      total: 1,
      page: 1,
      size: 20,
    }),
  });

  expect(await screen.findByText('须由其他负责人审批')).toBeInTheDocument();
  expect(screen.queryByLabelText(/批准延期/)).not.toBeInTheDocument();
});

const DECLARED = {
  ...row,
  id: 'p9',
  caseId: 'd1',
  caseNumber: 'SB20261106000001',
  about: '甲公司　技改补助　初审',
};
const policy = {
  'GET /api/policy/promises/summary': json(summary),
  'GET /api/policy/promises': json({ items: [DECLARED], total: 1, page: 1, size: 20 }),
};

it('a head of a department sees declarations and redemption, each by its kind, and opens them', async () => {
  open(['policy.promise.supervise', 'policy.declaration.handle'], policy);

  await userEvent.click(await screen.findByText('政策申报'));
  expect(await screen.findByText(/技改补助/)).toHaveAttribute('href', '/declarations/d1');
  await userEvent.click(screen.getByText('兑付申请'));
  await waitFor(() =>
    expect(
      sent.some(
        (one) =>
          one.url.pathname === '/api/policy/promises' && one.url.searchParams.get('kind') === 'REDEMPTION',
      ),
    ).toBe(true),
  );
});

it('what is looked for, and in which order, stands in the address and in what is asked and exported', async () => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises/export': problem(413, 'EXPORT_TOO_LARGE', {
      detail: '请缩小查询范围后再导出',
    }),
  });
  await screen.findByText(/甲公司/);

  await userEvent.type(screen.getByLabelText('关键词'), '云税{Enter}');
  await waitFor(() => expect(sent.at(-1)?.url.searchParams.get('q')).toBe('云税'));
  await userEvent.click(screen.getByRole('button', { name: '导出' }));

  expect(await screen.findByText('请缩小查询范围后再导出')).toBeInTheDocument();
  const taken = sent.find((one) => one.url.pathname === '/api/finance/promises/export');
  expect(Object.fromEntries(taken?.url.searchParams ?? [])).toMatchObject({
    standing: 'OVERDUE',
    sort: 'dueAt,asc',
    q: '云税',
  });
  await userEvent.click(screen.getByRole('button', { name: '重置' }));
  await waitFor(() => expect(screen.getByLabelText('关键词')).toHaveValue(''));
});

it('a bank reads at which of its branches a case lies', async () => {
  open(['finance.promise.supervise'], {
    'GET /api/finance/promises': json({
      items: [
        { ...row, branchName: '城南支行', assigned: false },
        { ...row, id: 'p2', caseId: 'a2' },
      ],
      total: 2,
      page: 1,
      size: 20,
    }),
  });

  const there = (await screen.findByText('城南支行')).closest('td');
  expect(there).toHaveTextContent('甲银行城南支行未分派');
  expect(screen.getAllByText('城南支行')).toHaveLength(1);
});

it('a case that somebody works on is not said to be accepted', async () => {
  open(['finance.promise.oversee'], {
    'GET /api/finance/promises': json({
      items: [row, { ...row, id: 'p2', caseId: 'a2', assigned: false }],
      total: 2,
      page: 1,
      size: 20,
    }),
  });

  expect(await screen.findByText('已有办理人')).toBeInTheDocument();
  expect(screen.getByText('未分派')).toBeInTheDocument();
  expect(screen.queryByText(/受理$/)).not.toBeInTheDocument();
});
