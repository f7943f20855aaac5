import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { createQueryClient } from '@/shared/api';
import { answerWith, json, type Sent } from '@/shared/test/http';
import { AntdRoot } from '@/shared/ui/antd';
import EvaluationPage from './EvaluationPage';

const evaluation = {
  id: 'e1',
  caseKind: 'LOAN',
  caseId: 'c1',
  caseNumber: 'RZ1',
  title: '云税贷',
  enterpriseId: 'n1',
  enterpriseName: '甲公司',
  institutionId: 'b1',
  institutionName: '甲银行',
  finishedAt: '2026-11-28T10:00:00+08:00',
  grade: 'DISSATISFIED',
  tags: ['办理时间过长'],
  words: '太慢',
  anonymous: false,
  channel: 'PC',
  givenAt: '2026-11-28T11:00:00+08:00',
  state: 'TO_ANSWER',
  called: false,
  publication: 'UNDECIDED',
  coveredWords: [],
  version: 0,
};
const step = { kind: 'GIVEN', words: '太慢', at: '2026-11-28T11:00:00+08:00' };
let sent: Sent[];

const open = (permissions: string[], detail: object, more: Record<string, Response> = {}) => {
  sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ accountId: 'a', name: '李经理', roles: [], permissions }),
    'GET /api/ops/evaluations/e1': json({
      steps: [step],
      answersFor: true,
      ownAnswer: false,
      shortNames: [],
      ownNames: [],
      ...detail,
    }),
    ...more,
  });
  const router = createMemoryRouter([{ path: '/evaluations/:id', element: <EvaluationPage /> }], {
    initialEntries: ['/evaluations/e1'],
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('nothing is answered before somebody called, and the call is recorded with its words', async () => {
  open(
    ['ops.evaluation.handle'],
    { evaluation },
    {
      'POST /api/ops/evaluations/e1/call': json({
        evaluation,
        steps: [],
        answersFor: true,
        ownAnswer: false,
        shortNames: [],
        ownNames: [],
      }),
    },
  );

  expect(await screen.findByRole('button', { name: '提交处理结果' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: '登记回访' }));
  const drawer = await screen.findByRole('dialog');
  await userEvent.type(within(drawer).getByLabelText('回访情况'), '已沟通');
  await userEvent.click(within(drawer).getByRole('button', { name: '保存回访记录' }));

  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
      version: 0,
      reached: true,
      words: '已沟通',
    }),
  );
});

it('of an anonymous one nobody is named, and it is answered without a call', async () => {
  open(['ops.evaluation.handle'], {
    evaluation: {
      ...evaluation,
      anonymous: true,
      caseId: undefined,
      caseNumber: undefined,
      enterpriseId: undefined,
      enterpriseName: undefined,
    },
  });

  expect(await screen.findByRole('button', { name: '提交处理结果' })).toBeEnabled();
  expect(screen.getAllByText('匿名企业').length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: '登记回访' })).not.toBeInTheDocument();
});

it('nobody looks at their own answer', async () => {
  const answered = { ...evaluation, state: 'TO_REVIEW', answer: 'REDONE', answerWords: '已增加受理人员' };
  open(['ops.evaluation.handle', 'ops.evaluation.review'], { evaluation: answered, ownAnswer: true });

  expect(await screen.findByText('已增加受理人员')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '复核通过' })).not.toBeInTheDocument();
});

it('what is settled is published with the names in its words covered, and with what else is named', async () => {
  const settled = {
    ...evaluation,
    enterpriseName: '星河科技有限公司',
    words: '星河科技等了两个月，客户经理陈静不接电话',
    state: 'EVALUATED_AGAIN',
    againGrade: 'SATISFIED',
    version: 5,
  };
  open(
    ['ops.evaluation.publish'],
    { evaluation: settled, shortNames: ['星河科技'], ownNames: [] },
    {
      'POST /api/ops/evaluations/e1/publish': json({
        evaluation: settled,
        steps: [],
        answersFor: false,
        ownAnswer: false,
        shortNames: [],
        ownNames: [],
      }),
    },
  );

  await userEvent.click(await screen.findByRole('button', { name: '公开评价' }));
  expect(await screen.findByText('***等了两个月，客户经理***不接电话')).toBeVisible();
  const cover = screen.getByLabelText(/另外遮盖的文字/);
  await userEvent.type(cover, '两个{Enter}');
  expect(await screen.findByText('***等了***月，客户经理***不接电话')).toBeVisible();
  await userEvent.type(cover, '李四{Enter}');
  expect(await screen.findByText('评价和处理结果里没有“李四”')).toBeVisible();
  await userEvent.click([...document.querySelectorAll('.ant-select-selection-item-remove')].at(-1)!);
  await userEvent.click(screen.getByRole('button', { name: '确认公开' }));

  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
      version: 5,
      cover: ['星河科技', '陈静', '两个'],
    }),
  );
});

it('who publishes is warned of a short name or a person in the words, and who may not publish is not', async () => {
  const given = {
    evaluation: {
      ...evaluation,
      enterpriseName: '星河科技有限公司',
      words: '星河科技等了两个月，陈静经理不接电话',
      state: 'GIVEN',
    },
    shortNames: ['星河科技'],
    ownNames: [],
    steps: [step, { kind: 'CALLED', words: '已沟通', byName: '陈静', at: '2026-11-29T10:00:00+08:00' }],
  };
  open(['ops.evaluation.publish'], given);
  expect(await screen.findByText('文字中可能有企业简称或人名：星河科技、陈静')).toBeVisible();
  cleanup();

  open(['ops.evaluation.handle'], given);
  expect(await screen.findByText(/已沟通/)).toBeVisible();
  expect(screen.queryByText(/文字中可能有/)).toBeNull();
});

it('who publishes what 申请人 says covers the short name of the enterprise that is not named', async () => {
  open(['ops.evaluation.publish'], {
    evaluation: {
      ...evaluation,
      enterpriseId: undefined,
      enterpriseName: '申请人',
      words: '海棠科技的码等了两个月，申请人很急',
      state: 'GIVEN',
    },
    shortNames: ['海棠科技'],
    ownNames: [],
  });
  expect(await screen.findByText('文字中可能有企业简称或人名：海棠科技')).toBeVisible();
  expect(screen.getAllByText('申请人').length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('button', { name: '公开评价' }));
  expect(await screen.findByText('***的码等了两个月，申请人很急')).toBeVisible();
  expect(screen.queryByText(/企业简称不作提示/)).toBeNull();
});

it('who publishes an anonymous one without seeing whose it is reads that no short name is looked for', async () => {
  open(['ops.evaluation.publish'], {
    evaluation: {
      ...evaluation,
      anonymous: true,
      enterpriseId: undefined,
      enterpriseName: undefined,
      state: 'GIVEN',
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '公开评价' }));
  expect(await screen.findByText(/企业简称不作提示/)).toBeVisible();
});

it('words that name nobody are published without a warning', async () => {
  open(['ops.evaluation.publish'], { evaluation: { ...evaluation, state: 'GIVEN' } });
  expect(await screen.findByRole('button', { name: '公开评价' })).toBeVisible();
  expect(screen.queryByText(/文字中可能有/)).toBeNull();
});

it('what is published is said to be so and can be taken down, and is not asked to be looked at before', async () => {
  open(['ops.evaluation.publish'], {
    evaluation: { ...evaluation, state: 'GIVEN', publication: 'PUBLISHED' },
  });
  expect(await screen.findByRole('button', { name: '撤下公开' })).toBeVisible();
  expect(screen.getByText('已公开；不适合公开的可以撤下')).toBeVisible();
  expect(screen.queryByText(/请先查看/)).toBeNull();
  expect(screen.queryByRole('button', { name: '不公开' })).toBeNull();
});

it('the words and the promise of an evaluation stand once, and no promise once it was kept', async () => {
  const promise = {
    dueOn: '2026-12-09',
    dueAt: '2026-12-09T17:30:00+08:00',
    state: 'RUNNING',
    broken: false,
    remainingWorkingDays: 5,
  };
  open(['ops.evaluation.handle'], { evaluation: { ...evaluation, promise } });
  expect(await screen.findByText('太慢')).toBeVisible();
  expect(screen.getByText('承诺处理').parentElement).not.toHaveTextContent(/承诺处理.*承诺/);
  cleanup();

  open(['ops.evaluation.publish'], {
    evaluation: { ...evaluation, state: 'EVALUATED_AGAIN', promise: { ...promise, state: 'ANSWERED' } },
  });
  expect(await screen.findByText('太慢')).toBeVisible();
  expect(screen.queryByText('承诺处理')).toBeNull();
});
