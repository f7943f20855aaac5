import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { useWaiting, WAITING } from './waiting';

function Numbers() {
  return <output>{useWaiting().map(({ key, count }) => `${key} ${count}`)}</output>;
}

it('more time that somebody asks for waits for who may approve it, and not for who asks', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      enterprise: undefined,
      permissions: ['policy.promise.supervise'],
    }),
    'GET /api/policy/promises': [
      json({ total: 1, items: [{ id: 'another', extension: { askedBy: 'another' } }] }),
      json({ total: 0, items: [] }),
    ],
  });
  renderAt(
    '/',
    <SignedIn>
      <Numbers />
    </SignedIn>,
  );
  expect(await screen.findByText(/more-time-DECLARATION 1more-time-REDEMPTION 0/)).toBeInTheDocument();
  expect(
    sent
      .filter(({ url }) => url.pathname === '/api/policy/promises')
      .map(({ url }) => ['kind', 'standing', 'notAskedBy'].map((name) => url.searchParams.get(name))),
  ).toEqual([
    [null, 'EXTENSION_ASKED', someone.accountId],
    ['REDEMPTION', 'EXTENSION_ASKED', someone.accountId],
  ]);
});

it('the number of cases that wait is another after a decision', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      userType: 'OPERATOR',
      enterprise: undefined,
      permissions: ['code.claim.review'],
    }),
    'GET /api/code/claims': [json({ total: 2, items: [] }), json({ total: 1, items: [] })],
  });
  const { queries } = renderAt(
    '/',
    <SignedIn>
      <Numbers />
    </SignedIn>,
  );
  expect(await screen.findByText('claims 2')).toBeInTheDocument();
  await queries.invalidateQueries({ queryKey: WAITING });
  expect(await screen.findByText('claims 1')).toBeInTheDocument();
});
