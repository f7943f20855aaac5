import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { member, renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import ReportPage from './ReportPage';

const report = {
  resultId: '01a213c8-0a45-7d9e-8f10-aab20fcd406e',
  enterpriseName: '重庆渝巴精密机械有限公司',
  asOf: '2026-11-27',
  summary: {
    matched: 0,
    eligible: 0,
    periodOver: 0,
    nearly: 0,
    unknown: 0,
    ineligible: 0,
    held: 0,
    unclear: 0,
    allPeriodOver: 0,
  },
  eligible: [],
  nearly: [],
  unknown: [],
  loans: [],
  stoppedLoans: [],
  factsToFill: [],
  held: [],
  unclear: [],
  unmatched: [],
  nextFacts: { undecided: 0, steps: [] },
  benefits: [],
  total: { lowWan: 0, highWan: 0, counted: 0, uncounted: 0 },
  calendar: [],
  tasks: [],
  sources: [],
  facts: [],
};

const shown = {
  ...signedInAs(someone),
  'GET /api/match/my/report': json(report),
  'GET /api/match/my/match/changes': json({ profile: false, library: false }),
};

const file = (type: string, name: string) =>
  new Response('x', {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });

const page = (
  <SignedIn>
    <ReportPage />
  </SignedIn>
);

afterEach(() => vi.restoreAllMocks());

const saves = () => {
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  return saved;
};

it('the report is issued and saved, and its number leads to where anybody checks it', async () => {
  const saved = saves();
  answerWith({
    ...shown,
    'POST /api/match/my/reports': json({ id: 'r1', number: 'GH20261127-7K3M9QXWAB' }),
    'GET /api/match/reports/r1/pdf': file('application/pdf', '规划报告-GH20261127-7K3M9QXWAB.pdf'),
    'GET /api/match/reports/r1/calendar': file('text/calendar', '政策日历-GH20261127-7K3M9QXWAB.ics'),
  });
  renderAt('/match/report', page);
  await userEvent.click(await screen.findByRole('button', { name: '出具报告（PDF）' }));

  const told = await screen.findByText('GH20261127-7K3M9QXWAB');
  // What tells it keeps its distance from the report.
  expect(told.closest('[aria-live]')!.className).toMatch(/told/);
  expect(screen.getByRole('link', { name: '验真' })).toHaveAttribute(
    'href',
    '/report-check?number=GH20261127-7K3M9QXWAB',
  );
  await userEvent.click(screen.getByRole('button', { name: '加入日历' }));
  await vi.waitFor(() =>
    expect(saved).toEqual(['规划报告-GH20261127-7K3M9QXWAB.pdf', '政策日历-GH20261127-7K3M9QXWAB.ics']),
  );
});

it('why it could not be issued is told on the page', async () => {
  saves();
  answerWith({
    ...shown,
    'POST /api/match/my/reports': problem(429, 'TOO_MANY_REQUESTS', { detail: '下载过于频繁，请稍后再试' }),
  });
  renderAt('/match/report', page);
  await userEvent.click(await screen.findByRole('button', { name: '出具报告（PDF）' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('下载过于频繁，请稍后再试');
});

it('a plain member reads the report and is told who issues it', async () => {
  answerWith({ ...shown, ...signedInAs(member) });
  renderAt('/match/report', page);
  expect(await screen.findByText('报告由企业管理员出具，您可以查看。')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '出具报告（PDF）' })).toBeNull();
  expect(screen.getByRole('link', { name: '逐条结果' })).toBeInTheDocument();
});

it('the report is made of a new match where the latest is outdated, and may be issued then', async () => {
  const sent = answerWith({
    ...shown,
    'GET /api/match/my/match/changes': [
      json({ profile: false, library: true }),
      json({ profile: false, library: false }),
    ],
    'GET /api/match/my/report': [json(report), json({ ...report, asOf: '2026-11-28' })],
    'POST /api/match/my/match': json({ id: 'm2', policies: [], loans: [] }),
  });
  renderAt('/match/report', page);
  expect(await screen.findByText(/2026年11月28日/)).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: '出具报告（PDF）' })).toBeEnabled();
  expect(sent.filter((one) => one.method === 'POST')).toHaveLength(1);
});
