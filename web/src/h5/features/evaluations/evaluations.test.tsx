import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
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
