import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '../test/http';
import { renderAt } from '../test/render';
import { Invited } from './Invited';

const open = (invitations: { enterpriseName: string }[]) => {
  const sent = answerWith({
    'GET /api/user/my/invitations': json(
      invitations.map((one, at) => ({
        id: `i${at}`,
        invitedByName: '周敏',
        role: 'ENTERPRISE_MEMBER',
        ...one,
      })),
    ),
  });
  renderAt('/center', <Invited to="/center/members" frame={(content) => <p>{content}</p>} />);
  return sent;
};

it('who is asked into an enterprise reads by whom, and finds the way to say yes or no', async () => {
  open([{ enterpriseName: '甲公司' }, { enterpriseName: '乙公司' }]);
  expect(await screen.findByText(/周敏 邀请您加入甲公司，另有 1 个邀请/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '去加入或谢绝' })).toHaveAttribute('href', '/center/members');
});

it('nobody else reads anything', async () => {
  const sent = open([]);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(screen.queryByRole('link')).toBeNull();
});
