import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import CodePage from './CodePage';

const issued = {
  id: 'c1',
  number: 'ZQ000001',
  enterpriseId: someone.enterprise!.id,
  enterpriseName: someone.enterprise!.name,
  uscc: someone.enterprise!.uscc,
  demo: false,
  status: 'FROZEN',
  statusReason: '登记住所无法联系',
  level: 'KEY',
  levelReason: '重点企业，定期走访',
  issuedAt: '2026-11-20T10:00:00+08:00',
  certifierId: 'u1',
  certifierName: '陈志远',
  certifiedAt: '2026-11-20T10:00:00+08:00',
  version: 2,
};

function open(code: object) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/code/my/code': json(code),
  });
  renderAt(
    '/code',
    <SignedIn>
      <CodePage />
    </SignedIn>,
  );
}

it('of a frozen code its people read why it is frozen, and apart from that why it has its level', async () => {
  open(issued);

  expect(
    await screen.findByText(/^企业码当前不能出示。原因：登记住所无法联系。如有疑问，请联系发码单位/),
  ).toBeInTheDocument();
  expect(screen.getByText('企业码已冻结')).toBeInTheDocument();
  expect(screen.getByText('企业级别为“重点”：重点企业，定期走访')).toBeInTheDocument();
  expect(screen.queryByText(/换发/)).toBeNull();
});

it('of a reissued code its people read when, its new number, and that nothing older passes', async () => {
  open({ ...issued, number: 'ZQ000002', reissuedAt: '2026-11-25T15:30:00+08:00' });

  expect(await screen.findByText('2026-11-25 换发新编号 ZQ000002，此前的码已失效')).toBeInTheDocument();
});

it('whose code was revoked is not told that there never was one', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, enterprise: undefined, permissions: ['self', 'code.claim'] }),
    'GET /api/code/my/claims': json({
      items: [{ enterpriseName: '旭砺摩配有限公司', codeStatus: 'REVOKED' }],
      total: 1,
      page: 1,
      size: 1,
    }),
  });
  renderAt(
    '/code',
    <SignedIn>
      <CodePage />
    </SignedIn>,
  );

  expect(await screen.findByText('企业码已注销')).toBeInTheDocument();
  expect(screen.getByText(/旭砺摩配有限公司的企业码已注销，数据授权同时终止/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '领取企业码' })).toBeInTheDocument();
});
