import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import CasePage from '../coordination/CasePage';
import DemandPage from '../demands/DemandPage';
import { routes } from '../../routes';
import EvaluationPage from './EvaluationPage';
import EvaluationsPage from './EvaluationsPage';

beforeEach(() => localStorage.clear());

const finished = {
  caseKind: 'LOAN',
  caseId: 'c1',
  caseNumber: 'RZ1',
  title: '云税贷',
  institutionName: '甲银行',
  finishedAt: '2026-11-28T10:00:00+08:00',
  until: '2026-12-28',
  open: true,
};
const answered = {
  ...finished,
  caseId: 'c2',
  open: false,
  evaluation: {
    id: 'e1',
    grade: 'DISSATISFIED',
    tags: [],
    anonymous: false,
    givenAt: '2026-11-28T11:00:00+08:00',
    state: 'ANSWER_PASSED',
    againOpen: true,
    againUntil: '2027-01-15',
    version: 2,
  },
};

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
});

it('the list says that the last day counts', async () => {
  answerWith({
    ...signedInAs(someone),
    'GET /api/ops/my/evaluations': json({ items: [finished, answered], total: 2, page: 1, size: 20 }),
  });
  renderAt(
    '/my/evaluations',
    <MobileRoot>
      <EvaluationsPage />
    </MobileRoot>,
  );
  expect(await screen.findByText(/2026年12月28日前（含当日）评价/)).toBeInTheDocument();
  expect(screen.getByText(/2027年1月15日前（含当日）可再次评价/)).toBeInTheDocument();
});

it.each([
  [finished, /请于 2026年12月28日前（含当日）评价/],
  [answered, /请于 2027年1月15日前（含当日）评价/],
])('the form says that the last day counts', async (one, words) => {
  answerWith({ ...signedInAs(someone), [`GET /api/ops/my/finished-cases/${one.caseId}`]: json(one) });
  renderAt(
    `/my/evaluations/${one.caseId}`,
    <MobileRoot>
      <EvaluationPage />
    </MobileRoot>,
    '/my/evaluations/:id',
  );
  expect(await screen.findByText(words)).toBeInTheDocument();
});

const ended = {
  id: 'c2',
  number: 'XQ1',
  amount: 500_000,
  termMonths: 12,
  purpose: '采购原材料',
  guarantees: [],
  findings: [],
  expiresOn: '2026-12-28',
  wantedOn: '2026-12-10',
  postedAt: '2026-11-28T09:00:00+08:00',
  declaredAt: '2026-11-28T09:00:00+08:00',
};

it.each([
  [
    'demands',
    { demand: { ...ended, status: 'CHOSEN', claims: [] }, contactName: '陈志远' },
    <DemandPage key="demand" />,
  ],
  [
    'coordination-cases',
    {
      ...ended,
      status: 'ANSWERED',
      answers: [{ id: 'r1', bankName: '甲银行', status: 'SERVED', version: 1 }],
      contactName: '陈志远',
    },
    <CasePage key="case" />,
  ],
])('the page of %s leads to what was given', async (kind, one, page) => {
  answerWith({
    ...signedInAs(someone),
    [`GET /api/finance/my/${kind}/c2`]: json(one),
    'GET /api/ops/my/finished-cases/c2': json(answered),
  });
  renderAt('/of/c2', <MobileRoot>{page}</MobileRoot>, '/of/:id');
  expect(await screen.findByText('再次评价')).toBeInTheDocument();
});

it('where the bank may not know whose it is nobody is named unless they take that away', async () => {
  answerWith({
    ...signedInAs(someone),
    'GET /api/ops/my/finished-cases/c1': json({ ...finished, caseKind: 'DEMAND', nameless: true }),
  });
  renderAt(
    '/my/evaluations/c1',
    <MobileRoot>
      <EvaluationPage />
    </MobileRoot>,
    '/my/evaluations/:id',
  );
  expect(await screen.findByText(/银行可能未获知企业名称/)).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: '匿名评价' })).toBeChecked();
});

it('what it means not to be named stands at the choice, and that it is given once before the button', async () => {
  answerWith({ ...signedInAs(someone), 'GET /api/ops/my/finished-cases/c1': json(finished) });
  renderAt(
    '/my/evaluations/c1',
    <MobileRoot>
      <EvaluationPage />
    </MobileRoot>,
    '/my/evaluations/:id',
  );
  expect(await screen.findByText(/办理机构看不到企业名称和事项编号/)).toBeInTheDocument();
  const once = screen.getByText(/一个事项只能评价一次/);
  const button = screen.getByRole('button', { name: '提交评价' });
  expect(once.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('who was rejected and has no enterprise comes back to what they evaluated', async () => {
  answerWith({
    ...signedInAs({ ...someone, enterprise: undefined, permissions: ['self'] }),
    'GET /api/ops/my/evaluations': json({
      items: [{ ...finished, caseKind: 'CLAIM', title: '领取企业码' }],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  const { default: Page } = await routes.find(({ path }) => path === '/my/evaluations')!.load();
  renderAt(
    '/my/evaluations',
    <MobileRoot>
      <Page />
    </MobileRoot>,
  );
  expect((await screen.findAllByText(/领取企业码/)).length).toBeGreaterThan(0);
});
