import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ClaimsPage from './ClaimsPage';

const at = '2026-11-20T10:00:00+08:00';
const claim = {
  id: 'c1',
  number: 'LM20261120000001',
  enterpriseId: someone.enterprise!.id,
  enterpriseName: '甲公司',
  uscc: '91500113MAX5XQ4WX4',
  status: 'APPROVED',
  kind: 'FIRST',
  submittedAt: at,
  decidedAt: at,
  codeNumber: 'QY50011300000143',
  codeIssuedAt: at,
  codeStatus: 'ACTIVE',
  consents: ['BASIC'],
  scanners: ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'],
  agentName: '周敏',
  agentPhone: '199****0029',
  letterFile: { id: 'f', name: '授权书.pdf', contentType: 'application/pdf', size: 1 },
};
const open = (of: object, me: object = someone, waiting: object[] = []) => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(me),
    'GET /api/code/my/claims/c1/readings': json([
      {
        id: 'r1',
        at,
        readerName: '李科员',
        institutionName: '区经信委',
        purpose: '致电核实经办人',
        source: 'CLAIM',
        sourceId: 'c1',
        categories: [],
        revealed: '经办人电话',
      },
    ]),
    'GET /api/code/my/claims': json({ items: [of], total: 1, page: 1, size: 5 }),
    'GET /api/ops/my/evaluations': json({ items: waiting, total: waiting.length, page: 1, size: 100 }),
  });
  renderAt(
    '/code/claims',
    <AntdRoot>
      <SignedIn>
        <ClaimsPage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
};

it('leads from a granted claim to its code', async () => {
  open(claim);
  expect(await screen.findByText('企业码已发放')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '出示企业码' })).toBeInTheDocument();
});

it('says who looked into the papers of a claim, and why', async () => {
  open({ ...claim, status: 'REJECTED', codeNumber: undefined });
  expect(await screen.findByText(/区经信委 李科员：经办人电话（明文），致电核实经办人/)).toBeInTheDocument();
});

it('says of a code that was given up that it is no more, and leads to none', async () => {
  const ended = {
    ...claim,
    codeStatus: 'REVOKED',
    codeEnding: '解绑',
    codeEndedAt: '2026-11-27T05:26:00+08:00',
  };
  open(ended, { ...someone, enterprise: null });
  expect(await screen.findByText('企业码已注销（解绑）')).toBeInTheDocument();
  expect(screen.getByText('企业码已注销')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '出示企业码' })).toBeNull();
});

it('leads from a decided claim to its evaluation as long as there is one to give', async () => {
  open(claim, someone, [{ caseId: 'c1' }]);
  expect(await screen.findByRole('link', { name: '评价办理情况' })).toHaveAttribute(
    'href',
    '/center/evaluations/c1',
  );
});

it('asks for no evaluation of a claim of which none is to be given', async () => {
  const sent = open(claim, someone, [{ caseId: 'another' }]);
  expect(await screen.findByText('企业码已发放')).toBeInTheDocument();
  await waitFor(() => expect(sent.some(({ url }) => url.pathname === '/api/ops/my/evaluations')).toBe(true));
  expect(screen.queryByRole('link', { name: '评价办理情况' })).toBeNull();
});
