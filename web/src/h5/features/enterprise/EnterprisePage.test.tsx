import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import EnterprisePage from './EnterprisePage';

function open(certifierId: string) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/user/my/enterprise': json({
      ...someone.enterprise,
      legalRep: '陈志远',
      registeredCapital: 2000,
      establishedOn: '2012-06-18',
      address: '界石镇石桂大道18号',
      demo: false,
      shareholders: [],
      investments: [],
      assets: [],
      judicial: [],
    }),
    'GET /api/code/my/code': json({
      id: 'k1',
      number: 'QY50011300000001',
      status: 'ACTIVE',
      version: 1,
      certifierId,
      certifierName: '陈志远',
      certifiedAt: '2026-03-15T10:00:00+08:00',
    }),
    'GET /api/code/my/code/certifications': json([
      {
        at: '2026-03-15T10:00:00+08:00',
        action: 'ISSUED',
        label: '企业认证',
        codeNumber: 'QY50011300000001',
        note: '申请 LM20260315000001，申请人 陈志远',
      },
    ]),
  });
  renderAt(
    '/my/enterprise',
    <SignedIn>
      <EnterprisePage />
    </SignedIn>,
  );
}

it('who certified the enterprise reads its history, and may certify it again or unbind it', async () => {
  open(someone.accountId);
  expect(await screen.findByText(/LM20260315000001/)).toBeVisible();
  expect(screen.getByRole('link', { name: /重新认证/ })).toHaveAttribute('href', '/claim?again');
  expect(screen.getByRole('link', { name: /添加企业认证/ })).toHaveAttribute('href', '/claim');
  expect(await screen.findByRole('button', { name: '解绑企业' })).toBeVisible();
});

it('a colleague does not unbind it', async () => {
  open('0199a007-0000-7000-8000-00000000000f');
  expect(await screen.findByText(/LM20260315000001/)).toBeVisible();
  expect(screen.queryByRole('button', { name: '解绑企业' })).toBeNull();
});
