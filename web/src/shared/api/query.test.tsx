import { QueryClientProvider, useMutation } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { someone } from '../test/render';
import { api } from './client';
import { createQueryClient } from './query';
import { useMe } from './session';

function Page() {
  const { me, can } = useMe();
  const leave = useMutation({ mutationFn: () => api.post('/api/user/my/enterprise/leave', {}) });
  return (
    <>
      <h1>{me?.enterprise?.name}</h1>
      {can('enterprise.members') && <button onClick={() => leave.mutate()}>邀请同事</button>}
    </>
  );
}

const open = (after: object, refusal: Response) => {
  const otherEnterprise = vi.fn();
  const me = { ...someone, permissions: ['self', 'enterprise.members'] };
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': [json(me), json({ ...me, ...after })],
    'POST /api/user/my/enterprise/leave': refusal,
  });
  render(
    <QueryClientProvider client={createQueryClient(otherEnterprise)}>
      <Page />
    </QueryClientProvider>,
  );
  return otherEnterprise;
};
const press = async () => fireEvent.click(await screen.findByRole('button', { name: '邀请同事' }));

it('what somebody may not do any more goes from the page when it is refused', async () => {
  const otherEnterprise = open({ permissions: ['self'] }, problem(403, 'FORBIDDEN'));
  await press();
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  expect(otherEnterprise).not.toHaveBeenCalled();
});

it('who was taken out of the enterprise does not go on with its page', async () => {
  const otherEnterprise = open({ enterprise: undefined }, problem(403, 'FORBIDDEN'));
  await press();
  await waitFor(() => expect(otherEnterprise).toHaveBeenCalledOnce());
});
