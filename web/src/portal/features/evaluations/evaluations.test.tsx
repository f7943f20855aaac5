import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { EvaluationLink } from './EvaluationLink';
import { routes } from '../../routes';
import EvaluationPage from './EvaluationPage';
import EvaluationsPage from './EvaluationsPage';
import PublishedPage from './PublishedPage';

beforeEach(() => localStorage.clear());

const session = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json(someone),
};

const finished = (more: object = {}) => ({
  caseKind: 'LOAN',
  caseId: 'c1',
  caseNumber: 'RZ1',
  title: '云税贷',
  institutionName: '甲银行',
  finishedAt: '2026-11-28T10:00:00+08:00',
  until: '2026-12-28',
  open: true,
  ...more,
});

const given = (more: object = {}) => ({
  id: 'e1',
  grade: 'DISSATISFIED',
  tags: ['办理时间过长'],
  anonymous: false,
  givenAt: '2026-11-28T11:00:00+08:00',
  state: 'TO_ANSWER',
  againOpen: false,
  version: 0,
  ...more,
});

const openCase = (answers: Parameters<typeof answerWith>[0]) => {
  const sent = answerWith({ ...session, ...answers });
  renderAt(
    '/center/evaluations/c1',
    <AntdRoot>
      <SignedIn>
        <EvaluationPage />
      </SignedIn>
    </AntdRoot>,
    '/center/evaluations/:id',
  );
  return sent;
};

it('from a finished case one is led to give an evaluation, to read the one given, or to give the second', async () => {
  const linked = async (words: string, one: object) => {
    answerWith({ ...session, 'GET /api/ops/my/finished-cases/c1': json(one) });
    renderAt('/', <EvaluationLink of="c1" />);
    expect(await screen.findByRole('link', { name: words })).toHaveAttribute(
      'href',
      '/center/evaluations/c1',
    );
    cleanup();
  };
  await linked('评价办理情况', finished());
  await linked('查看我的评价', finished({ open: false, evaluation: given() }));
  await linked('再次评价', finished({ open: false, evaluation: given({ againOpen: true }) }));
});

it('no link leads to an evaluation whose last day went by without one', async () => {
  answerWith({
    ...session,
    'GET /api/ops/my/finished-cases/c1': json(finished({ open: false })),
    'GET /api/ops/my/finished-cases/c2': json(finished()),
  });
  renderAt(
    '/',
    <>
      <EvaluationLink of="c1" />
      <EvaluationLink of="c2" />
    </>,
  );
  expect(await screen.findByRole('link', { name: '评价办理情况' })).toHaveAttribute(
    'href',
    '/center/evaluations/c2',
  );
  expect(screen.getAllByRole('link')).toHaveLength(1);
});

it('says that the last day counts, of the first evaluation and of the one after it was answered', async () => {
  openCase({ 'GET /api/ops/my/finished-cases/c1': json(finished()) });
  expect(await screen.findByText(/请于 2026年12月28日前（含当日）评价。/)).toBeInTheDocument();
  cleanup();

  const answered = given({ state: 'ANSWER_PASSED', againOpen: true, againUntil: '2027-01-15' });
  openCase({ 'GET /api/ops/my/finished-cases/c1': json(finished({ open: false, evaluation: answered })) });
  expect(await screen.findByText(/请于 2027年1月15日前（含当日）评价/)).toBeInTheDocument();
});

it('sends nothing without a grade, and offers the tags that fit the chosen one', async () => {
  const sent = openCase({
    'GET /api/ops/my/finished-cases/c1': json(finished()),
    'GET /api/user/reference/dictionary': json([{ code: 'EVALUATION_COMPLAINT.1', name: '办理时间过长' }]),
    'POST /api/ops/my/finished-cases/c1/evaluate': json(finished({ open: false, evaluation: given() }), 201),
  });

  fireEvent.click(await screen.findByRole('button', { name: '提交评价' }));
  expect(await screen.findByText('请选择满意程度')).toBeInTheDocument();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);

  fireEvent.click(screen.getByRole('radio', { name: '不满意' }));
  fireEvent.click(await screen.findByRole('checkbox', { name: '办理时间过长' }));
  const asked = sent.find(({ url }) => url.pathname === '/api/user/reference/dictionary');
  expect(asked?.url.searchParams.get('category')).toBe('EVALUATION_COMPLAINT');
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }));

  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({
      grade: 'DISSATISFIED',
      tags: ['办理时间过长'],
      channel: 'PC',
    }),
  );
});

it('what was written is there again when it could not be sent, until it is', async () => {
  openCase({
    'GET /api/ops/my/finished-cases/c1': json(finished()),
    'GET /api/user/reference/dictionary': json([]),
    'POST /api/ops/my/finished-cases/c1/evaluate': problem(503, 'SERVICE_UNAVAILABLE'),
  });
  fireEvent.click(await screen.findByRole('radio', { name: '满意' }));
  fireEvent.change(screen.getByLabelText(/评价内容/), { target: { value: '三天就办好了' } });
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }));
  await waitFor(() => expect(localStorage).toHaveLength(1));
  cleanup();

  openCase({
    'GET /api/ops/my/finished-cases/c1': json(finished()),
    'GET /api/user/reference/dictionary': json([]),
    'POST /api/ops/my/finished-cases/c1/evaluate': json(finished({ open: false, evaluation: given() }), 201),
  });
  expect(await screen.findByLabelText(/评价内容/)).toHaveValue('三天就办好了');
  expect(screen.getByRole('radio', { name: '满意' })).toBeChecked();
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }));
  await waitFor(() => expect(localStorage).toHaveLength(0));
});

it('of a bad grade something has to be said, by a tag or in words', async () => {
  const sent = openCase({
    'GET /api/ops/my/finished-cases/c1': json(finished()),
    'GET /api/user/reference/dictionary': json([{ code: 'EVALUATION_COMPLAINT.1', name: '办理时间过长' }]),
    'POST /api/ops/my/finished-cases/c1/evaluate': json(finished({ open: false, evaluation: given() }), 201),
  });
  fireEvent.click(await screen.findByRole('radio', { name: '非常不满意' }));
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }));
  expect(await screen.findByText('不满意的，请至少选择一个标签或写明原因')).toBeInTheDocument();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);

  fireEvent.change(screen.getByLabelText(/评价内容/), { target: { value: '等了很久' } });
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({
      grade: 'VERY_DISSATISFIED',
      words: '等了很久',
    }),
  );
});

it('what was done is shown once it was looked at, and can be evaluated once more', async () => {
  const sent = openCase({
    'GET /api/ops/my/finished-cases/c1': json(
      finished({
        open: false,
        evaluation: given({
          state: 'TO_EVALUATE_AGAIN',
          answer: 'REDONE',
          answerWords: '已增加受理人员',
          againUntil: '2026-12-20',
          againOpen: true,
          version: 4,
        }),
      }),
    ),
    'POST /api/ops/my/evaluations/e1/again': json(finished({ open: false, evaluation: given() })),
  });

  expect(await screen.findByText('已增加受理人员')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('radio', { name: '满意' }));
  fireEvent.click(screen.getByRole('button', { name: '提交再次评价' }));

  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ version: 4, grade: 'SATISFIED' }),
  );
});

it('who waits for an answer is told so, and has nothing to send', async () => {
  openCase({ 'GET /api/ops/my/finished-cases/c1': json(finished({ open: false, evaluation: given() })) });

  expect(await screen.findByText(/办理机构会回访并处理/)).toBeInTheDocument();
  expect(screen.getByText('处理中')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /提交/ })).not.toBeInTheDocument();
});

it('who is anonymous is promised no call', async () => {
  const one = given({ anonymous: true });
  openCase({ 'GET /api/ops/my/finished-cases/c1': json(finished({ open: false, evaluation: one })) });
  expect(await screen.findByText(/办理机构会核查并处理/)).toBeInTheDocument();
  expect(screen.queryByText(/回访/)).toBeNull();
});

it('where the bank may not know whose it is nobody is named unless they take that away', async () => {
  const sent = openCase({
    'GET /api/ops/my/finished-cases/c1': json(finished({ caseKind: 'DEMAND', nameless: true })),
    'GET /api/user/reference/dictionary': json([]),
    'POST /api/ops/my/finished-cases/c1/evaluate': json(finished({ open: false, evaluation: given() }), 201),
  });
  expect(await screen.findByText(/融资需求\s*云税贷/)).toBeInTheDocument();
  expect(screen.getByText(/银行可能未获知企业名称/)).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: '匿名评价' })).toBeChecked();

  fireEvent.click(screen.getByRole('checkbox', { name: '匿名评价' }));
  fireEvent.click(screen.getByRole('radio', { name: '满意' }));
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ anonymous: false }),
  );
});

it('after the last day there is no form', async () => {
  openCase({ 'GET /api/ops/my/finished-cases/c1': json(finished({ open: false })) });

  expect(await screen.findByText(/未评价的不计入统计/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '提交评价' })).not.toBeInTheDocument();
});

it('lists what waits, and says where there is nothing', async () => {
  answerWith({
    ...session,
    'GET /api/ops/my/evaluations': [
      json({ items: [finished()], total: 1, page: 1, size: 20 }),
      json({ items: [], total: 0, page: 1, size: 20 }),
    ],
  });
  renderAt(
    '/center/evaluations',
    <AntdRoot>
      <SignedIn>
        <EvaluationsPage />
      </SignedIn>
    </AntdRoot>,
    '/center/evaluations',
  );

  expect(await screen.findByRole('link', { name: '云税贷' })).toHaveAttribute(
    'href',
    '/center/evaluations/c1',
  );
  expect(screen.getByRole('link', { name: '去评价：云税贷' })).toBeInTheDocument();
  fireEvent.click(screen.getByText('已评价'));
  expect(await screen.findByText('还没有评价')).toBeInTheDocument();
});

it('everybody reads figures and what was published, with the name as it was sent', async () => {
  const row = {
    given: 4,
    average: 3.5,
    few: false,
    satisfiedShare: 75,
    dissatisfied: 1,
    remedied: 1,
    remediedShare: 100,
  };
  answerWith({
    'GET /bff/session': json({ signedIn: false }),
    'GET /api/ops/published-evaluations/figures': json({
      all: row,
      institutions: [
        { ...row, institutionId: 'b1', institutionName: '甲银行' },
        { given: 2, few: true, institutionId: 'b2', institutionName: '乙银行' },
      ],
    }),
    'GET /api/ops/published-evaluations': json({
      items: [
        {
          id: 'e1',
          caseKind: 'LOAN',
          enterpriseName: '北京****公司',
          institutionName: '甲银行',
          grade: 'DISSATISFIED',
          tags: [],
          words: '太慢',
          givenOn: '2026-11-28',
          answer: 'REDONE',
          answerWords: '已增加受理人员',
          againGrade: 'SATISFIED',
        },
        { id: 'e2', caseKind: 'CLAIM', grade: 'SATISFIED', tags: [], givenOn: '2026-11-27' },
      ],
      total: 2,
      page: 1,
      size: 10,
    }),
  });
  renderAt('/evaluations', <PublishedPage />, '/evaluations');

  expect(await screen.findByText('北京****公司')).toBeInTheDocument();
  expect(screen.getByText('匿名企业')).toBeInTheDocument();
  // What was said is the head of it, whose it is a fact.
  expect(screen.getByRole('heading', { name: '太慢' })).toBeInTheDocument();
  expect((await screen.findAllByText('75%')).length).toBe(2);
  expect(screen.getByText('已增加受理人员')).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /乙银行 2 暂不公布/ })).toBeInTheDocument();
});

it('a failure is said, and can be tried again', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: false }),
    'GET /api/ops/published-evaluations/figures': problem(503, 'SERVICE_UNAVAILABLE', {
      detail: '服务暂不可用',
    }),
    'GET /api/ops/published-evaluations': json({ items: [], total: 0, page: 1, size: 10 }),
  });
  renderAt('/evaluations', <PublishedPage />, '/evaluations');

  expect(await screen.findByRole('button', { name: /重试/ })).toBeInTheDocument();
  expect(await screen.findByText('没有公开的评价')).toBeInTheDocument();
});

it('who was rejected and has no enterprise comes back to what they evaluated', async () => {
  answerWith({
    ...signedInAs({ ...someone, enterprise: undefined, permissions: ['self'] }),
    'GET /api/ops/my/evaluations': json({
      items: [{ ...finished(), caseKind: 'CLAIM', title: '领取企业码' }],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  const { default: Page } = await routes.find(({ path }) => path === '/center/evaluations')!.load();
  renderAt(
    '/center/evaluations',
    <AntdRoot>
      <Page />
    </AntdRoot>,
  );
  expect((await screen.findAllByText(/领取企业码/)).length).toBeGreaterThan(0);
});
