import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { FinancingDemand } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import DemandPage from './DemandPage';

const claim = {
  id: 'c1',
  bankId: 'b1',
  bankName: '渝农商行巴南支行',
  officerId: 'another',
  officerName: '王芳',
  status: 'CLAIMED',
  claimedAt: '2026-11-30T10:00:00+08:00',
  agreed: false,
  version: 0,
};

const demand = {
  id: 'd1',
  number: 'XQ20261130000001',
  status: 'OPEN',
  amount: 500000,
  termMonths: 12,
  purpose: '采购原材料、支付货款',
  guarantees: [],
  channel: 'PC',
  townName: '鱼洞街道',
  industry: '制造业',
  size: '企业，注册资本 500 万至 1000 万元',
  openClaims: 1,
  claims: [claim],
  postedAt: '2026-11-29T10:00:00+08:00',
  expiresOn: '2026-12-29',
  demo: false,
} as unknown as FinancingDemand;

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

const open = (permissions: string[], shown: object = demand) => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      enterprise: undefined,
      institution: { id: 'b1', name: '渝农商行巴南支行', type: 'BANK' },
      permissions: ['self', ...permissions],
    }),
    'GET /api/finance/demands/d1': json(shown),
    'GET /api/finance/all-demands/d1': json(shown),
  });
  renderAt(
    '/demands/d1',
    <AntdRoot>
      <SignedIn>
        <DemandPage />
      </SignedIn>
    </AntdRoot>,
    '/demands/:id',
  );
};

it('a colleague of who claimed a demand reads who answers it, and is offered no answer', async () => {
  open(['finance.demand.claim']);
  expect(
    await screen.findByText('该需求由王芳认领，由其答复；需要换人的，请本机构负责人答复'),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /报\s?价|退\s?回/ })).not.toBeInTheDocument();
});

it('who claimed it answers it', async () => {
  open(['finance.demand.claim'], { ...demand, claims: [{ ...claim, officerId: someone.accountId }] });
  expect(await screen.findByRole('button', { name: /报\s?价/ })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /退\s?回/ })).toBeInTheDocument();
});

it('who assigns at the bank answers in their place, and claims nothing', async () => {
  open(['finance.demand.read-all', 'finance.application.assign'], {
    ...demand,
    claims: [{ ...claim, officerId: undefined }],
  });
  expect(await screen.findByRole('button', { name: /报\s?价/ })).toBeInTheDocument();
});

it('the claim of another bank is answered by nobody here', async () => {
  open(['finance.demand.read-all', 'finance.application.assign'], {
    ...demand,
    claims: [{ ...claim, bankId: 'b2', bankName: '建设银行巴南支行' }],
  });
  expect(await screen.findByText('建设银行巴南支行')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /报\s?价|认领/ })).not.toBeInTheDocument();
});

it('the bank that was chosen stands before those that were not, and nobody is counted as claiming what has ended', async () => {
  open(['finance.demand.read-all'], {
    ...demand,
    status: 'CHOSEN',
    openClaims: 0,
    claims: [
      { ...claim, status: 'NOT_CHOSEN' },
      { ...claim, id: 'c2', bankName: '中国建设银行重庆市分行', status: 'CHOSEN' },
    ],
  });
  const heads = (await screen.findAllByRole('heading', { level: 2 })).map((head) => head.textContent);
  expect(heads).toEqual(['需求内容', '中国建设银行重庆市分行', '渝农商行巴南支行']);
  expect(screen.queryByText('认领中的机构')).toBeNull();
});
