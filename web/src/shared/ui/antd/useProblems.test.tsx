import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { api } from '../../api/client';
import { answerWith, json } from '../../test/http';
import { AntdRoot } from './AntdRoot';
import { useProblems } from './useProblems';

function Reload() {
  const problems = useProblems();
  return (
    <button onClick={() => void api.get('/bff/session').catch((error: unknown) => problems(error))}>
      重试
    </button>
  );
}

it('a message that the network is gone goes when the next try is answered', async () => {
  answerWith({ 'GET /bff/session': [new TypeError('Failed to fetch'), json({ signedIn: true })] });
  render(
    <AntdRoot>
      <Reload />
    </AntdRoot>,
  );
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText(/网络/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  // Sooner than it would of itself.
  await waitFor(() => expect(screen.queryByText(/网络/)).not.toBeInTheDocument());
});
