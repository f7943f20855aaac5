import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { useWaiting, WAITING } from './waiting';

function Numbers() {
  return <output>{useWaiting().map(({ key, count }) => `${key} ${count}`)}</output>;
}

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
