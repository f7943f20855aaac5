import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { member, renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { Certified } from './Certified';

it.each([
  ['who certified it and administers it no more', member, true, /您是认证人，但不是企业管理员，不能解绑/],
  ['an administrator who did not certify it', someone, false, /需要解绑时，请您先重新认证/],
  ['a colleague', member, false, /解绑由认证企业的企业管理员办理/],
])('says to %s who unbinds it', async (_, me, certified, says) => {
  open(me, certified);
  expect(await screen.findByText(says)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '解绑' })).toBeNull();
});

it('lets the administrator who certified it unbind it, and says no more', async () => {
  open(someone, true);
  expect(await screen.findByRole('button', { name: '解绑' })).toBeInTheDocument();
  expect(screen.getByText(/企业码和数据授权不变。$/)).toBeInTheDocument();
});

function open(me: typeof someone, certified: boolean) {
  answerWith({
    ...signedInAs(me),
    'GET /api/code/my/code': json({
      id: 'k1',
      number: 'BN20261128001',
      status: 'ACTIVE',
      level: 'NORMAL',
      certifierId: certified ? me.accountId : 'another',
      certifierName: '陈志远',
      certifiedAt: new Date().toISOString(),
    }),
    'GET /api/code/my/code/certifications': json([]),
  });
  renderAt(
    '/center/enterprise',
    <SignedIn>
      <Certified />
    </SignedIn>,
  );
}
