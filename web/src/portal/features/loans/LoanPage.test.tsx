import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { gap, loanMatch, matchResult } from '@/shared/test/match';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import LoanPage from './LoanPage';

const product = {
  id: 'p1',
  code: 'L01',
  title: '云税贷',
  bankId: 'b1',
  bankName: '建设银行',
  productType: '信用贷款',
  maxAmountWan: 300,
  termMonths: 12,
  rateText: '年化3.8%',
  summary: '按纳税数据测算额度。',
  repayments: [],
  criteria: [],
  status: 'PUBLISHED',
  edition: 1,
  current: true,
  verified: true,
};
const estimate = (highWan: number) => ({
  lowWan: highWan,
  highWan,
  certain: true,
  basis: [],
  missing: [],
  considers: [],
});

function open(highWan: number) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/finance/products/L01': json(product),
    'GET /api/finance/my/favourites/p1': json({ favourite: false }),
    'GET /api/user/reference/institutions/b1': json({ contacts: [], branches: [] }),
    'GET /api/match/my/profile': json({ facts: [], taxAuthorization: {} }),
    'GET /api/match/my/match/latest': json(
      matchResult({
        loans: [
          loanMatch('L01', [{ ...gap, gapText: '经营性贷款余额 900 万元，超出 400 万元' }], {
            outcome: 'NEARLY',
            estimate: estimate(highWan),
          }),
        ],
      }),
    ),
  });
  renderAt(
    '/loans/L01',
    <AntdRoot>
      <SignedIn>
        <LoanPage />
      </SignedIn>
    </AntdRoot>,
    '/loans/:id',
  );
}
const actions = async () => {
  await screen.findByRole('region', { name: '本企业估算额度' });
  return within(screen.getByRole('complementary', { name: '办理' }))
    .getAllByRole('link')
    .map((one) => one.textContent?.trim());
};

it('where nothing is left to be had the page says why first, and leads to other products before applying', async () => {
  open(0);
  expect(await actions()).toEqual(['匹配其他产品', '立即申请']);
  expect(screen.getByText(/已无可贷额度/)).toHaveTextContent(
    '按公布的条件，本企业在该产品已无可贷额度（经营性贷款余额 900 万元，超出 400 万元）。看看其他符合的产品',
  );
  expect(screen.getByRole('link', { name: '看看其他符合的产品' })).toHaveAttribute(
    'href',
    '/match?kind=LOAN&outcome=ELIGIBLE',
  );
});

it('where something is left it is applied for first', async () => {
  open(300);
  expect(await actions()).toEqual(['立即申请', '匹配本企业']);
  expect(screen.queryByText(/已无可贷额度/)).toBeNull();
});
