import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { renderAt, SignedIn, signedInAs, someone } from '../test/render';
import { useCases } from './useCases';

function Told() {
  const { underway, ended, pending, error } = useCases();
  if (pending) return null;
  return (
    <>
      <p>进行中：{underway.map(({ number }) => number).join('、')}</p>
      <p>已办结：{ended.map(({ number }) => number).join('、')}</p>
      {error && <p>{error.message}</p>}
    </>
  );
}

const show = () =>
  renderAt(
    '/',
    <SignedIn>
      <Told />
    </SignedIn>,
  );

const page = (...items: object[]) => json({ items, total: items.length, page: 1, size: 50 });
const due = (dueOn: string) => ({ state: 'RUNNING', workingDays: 10, dueOn });

const all = {
  ...signedInAs(someone),
  'GET /api/finance/my/applications': page(
    { id: 'l1', number: 'RZ1', productTitle: '好企贷', status: 'APPROVED', submittedAt: '2026-09-01' },
    { id: 'l2', number: 'RZ2', productTitle: '好企贷', status: 'IN_REVIEW', promise: due('2026-12-09') },
  ),
  'GET /api/policy/my/declarations': page(
    { id: 'd1', projectTitle: '培育申报', status: 'DRAFT' },
    { id: 'd2', number: 'SB2', projectTitle: '培育申报', status: 'SENT_BACK', promise: due('2026-12-20') },
  ),
  'GET /api/policy/my/redemptions': page(
    { id: 'r1', number: 'DX1', projectTitle: '补助', status: 'APPROVED', promise: due('2026-12-11') },
    { id: 'r2', number: 'DX2', projectTitle: '补助', status: 'PAID', submittedAt: '2026-10-01' },
    { id: 'r3', number: 'DX3', projectTitle: '补助', status: 'RETURNED', submittedAt: '2026-10-02' },
  ),
  'GET /api/code/my/claims': page(
    {
      id: 'c1',
      number: 'LM1',
      enterpriseId: someone.enterprise!.id,
      status: 'SUBMITTED',
      promise: due('2026-12-01'),
    },
    { id: 'c2', number: 'LM2', enterpriseId: 'another', status: 'SUBMITTED', promise: due('2026-12-01') },
  ),
};

it('what waits for the enterprise comes first, then what is due first; drafts and other enterprises are left out', async () => {
  answerWith(all);
  show();
  expect(await screen.findByText('进行中：SB2、DX3、LM1、RZ2、DX1')).toBeInTheDocument();
  expect(screen.getByText('已办结：DX2、RZ1')).toBeInTheDocument();
});

it('what cannot be asked for at the moment does not hide the rest', async () => {
  answerWith({ ...all, 'GET /api/finance/my/applications': problem(503, 'UNAVAILABLE', {}) });
  show();
  expect(await screen.findByText('进行中：SB2、DX3、LM1、DX1')).toBeInTheDocument();
});
