import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AdvisedProduct, CreditAdvice as Advice, CreditStep } from '../api';
import { answerWith, json, problem } from '../test/http';
import { renderAt } from '../test/render';
import { CreditAdvice } from './CreditAdvice';

const DISCLAIMER = '估算，不是授信承诺，以银行审批为准';

const repay: CreditStep = {
  kind: 'REPAY',
  what: '归还现有贷款 250 万元',
  detail: '现有余额 450 万元，每归还 1 万元，余下额度增加 1 万元，还到 200 万元时不再受这一项限制',
  clause: { text: '企业及企业主信贷余额合计≤500万元', certain: false },
  facts: [{ name: 'totalBizLoan', label: '经营性贷款余额', changedBy: 'SELF' }],
  before: { lowWan: 50, highWan: 50 },
  after: { lowWan: 100, highWan: 300 },
  raisesWan: 250,
};

const product = (code: string, more: Partial<AdvisedProduct> = {}): AdvisedProduct => ({
  productId: code,
  code,
  edition: '1',
  title: `产品${code}`,
  bankName: '重庆银行',
  outcome: 'ELIGIBLE',
  verified: true,
  missing: [],
  estimate: {
    lowWan: 50,
    highWan: 50,
    certain: true,
    basis: ['产品公布的最高额度 300 万元'],
    missing: [],
    considers: [],
  },
  steps: [],
  ...more,
});

const advice = (more: Partial<Advice> = {}): Advice => ({
  asOf: '2026-11-27',
  disclaimer: DISCLAIMER,
  order: 'BY_PROFILE',
  profileCompleteness: 40,
  nothingFilledIn: false,
  products: [product('L05', { steps: [repay] }), product('L16')],
  unpublished: [],
  leftOut: 0,
  ...more,
});

const show = (answer: unknown) => {
  answerWith({ 'GET /api/match/my/credit-advice': answer as Response });
  return renderAt(
    '/loans/advice',
    <CreditAdvice
      loan={(code) => `/loans/${code}`}
      fact={(name) => `/facts/${name}`}
      ineligible="/ineligible"
      apply={({ code, title }) => <a href={`/loans/${code}/apply`}>申请 {title}</a>}
      notice={(content) => <div role="note">{content}</div>}
    />,
  );
};

it('it is no promise, and says so before anything else', async () => {
  show(json(advice()));
  expect(await screen.findByText(`${DISCLAIMER}。`)).toBeVisible();
  expect(screen.getByRole('note')).toHaveTextContent('2026年11月27日');
});

it('a step tells by how much the estimate rises, by which words of the product, and leads to its fact', async () => {
  show(json(advice()));
  const steps = within(await screen.findByRole('list', { name: '怎样提高：产品L05' }));
  expect(steps.getByText('最多提高')).toHaveTextContent(/250\s*万元/);
  expect(steps.getByText('现在').nextSibling).toHaveTextContent(/^50\s*万元$/);
  expect(steps.getByText('之后').nextSibling).toHaveTextContent('100—300 万元');
  expect(steps.getByText(/产品原文/)).toHaveTextContent(/信贷余额合计.*500.*待核实/);
  expect(steps.getByRole('link', { name: '经营性贷款余额' })).toHaveAttribute('href', '/facts/totalBizLoan');
  expect(screen.getByRole('link', { name: '申请 产品L05' })).toHaveAttribute('href', '/loans/L05/apply');
});

it('what raises nothing stands apart from what can be raised', async () => {
  show(json(advice()));
  const settled = within(await screen.findByRole('region', { name: '没有可提高事项的产品' }));
  expect(settled.getByRole('link', { name: '产品L16' })).toBeInTheDocument();
  expect(settled.queryByRole('link', { name: '产品L05' })).not.toBeInTheDocument();
});

it('many products of which nothing is to be done are counted, and shown when they are asked for', async () => {
  const many = ['L11', 'L12', 'L13', 'L14'].map((code) => product(code, { steps: [] }));
  show(json(advice({ products: many })));
  const settled = within(await screen.findByRole('region', { name: '没有可提高事项的产品' }));
  expect(settled.getByRole('heading', { level: 2 })).toHaveTextContent('没有可提高事项的产品（4 个）');
  expect(settled.getByText('查看这 4 个产品').closest('details')!.open).toBe(false);
});

it('what is to be filled in is told with both outcomes', async () => {
  const fill: CreditStep = {
    ...repay,
    kind: 'FILL_LIMIT',
    what: '填写可抵押物',
    before: { lowWan: 300, highWan: 1000 },
    after: { lowWan: 1000, highWan: 1000 },
    otherwise: { lowWan: 300, highWan: 300 },
    raisesWan: 700,
  };
  show(json(advice({ products: [product('L08', { steps: [fill] })] })));
  expect(await screen.findByText('下限提高')).toHaveTextContent(/700\s*万元/);
  expect(screen.getByText('不适用时').nextSibling).toHaveTextContent(/^1,000\s*万元$/);
  expect(screen.getByText('适用时').nextSibling).toHaveTextContent(/^300\s*万元$/);
});

it('what only the tax authority or the register changes leads nowhere and says so', async () => {
  const meet: CreditStep = {
    ...repay,
    kind: 'MEET',
    facts: [
      { name: 'taxCreditRating', label: '纳税信用等级', changedBy: 'TAX' },
      { name: 'entityType', label: '主体类型', changedBy: 'REGISTER' },
    ],
  };
  show(json(advice({ products: [product('L13', { outcome: 'NEARLY', steps: [meet] })] })));
  expect(await screen.findByText(/纳税信用等级来自税务部门/)).toBeInTheDocument();
  expect(screen.getByText(/主体类型来自登记信息/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '纳税信用等级' })).not.toBeInTheDocument();
  expect(screen.getByText('条件未满足')).toBeInTheDocument();
});

it('what counts on a condition that is still lacking says so', async () => {
  const meet: CreditStep = { ...repay, kind: 'MEET', what: '满足还差的一项条件：可抵押物' };
  show(json(advice({ products: [product('L01', { outcome: 'NEARLY', steps: [meet, repay] })] })));
  const [first, second] = within(await screen.findByRole('list', { name: '怎样提高：产品L01' }))
    .getAllByRole('listitem', { name: '' })
    .filter((item) => item.textContent.includes('产品原文'));
  expect(first).not.toHaveTextContent('为前提');
  expect(second).toHaveTextContent('以先满足还差的一项条件为前提');
});

it('a product without a published limit stands apart and has no figures', async () => {
  const open = product('L07', {
    outcome: 'NEARLY',
    estimate: { certain: true, basis: ['产品没有公布最高额度'], missing: [], considers: [] },
    steps: [{ ...repay, kind: 'MEET', before: undefined, after: undefined, raisesWan: undefined }],
  });
  show(json(advice({ unpublished: [open] })));
  const apart = within(await screen.findByRole('region', { name: '银行未公布额度的产品' }));
  expect(apart.getByText('银行没有公布额度，满足后由银行核定。')).toBeInTheDocument();
  expect(apart.queryByText('最多提高')).not.toBeInTheDocument();
});

it('with nothing to raise it says so, and with nothing filled in where to fill in', async () => {
  show(json(advice({ products: [product('L16')], nothingFilledIn: true, leftOut: 3 })));
  expect(await screen.findByText(/目前没有能提高估算额度的事项/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '填写企业画像' })).toHaveAttribute('href', '/facts/');
  expect(screen.getByText(/另有 3 个产品/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '看差在哪里' })).toHaveAttribute('href', '/ineligible');
});

it('with no product at all it says why', async () => {
  show(json(advice({ products: [], leftOut: 20 })));
  expect(await screen.findByText('没有可以估算的贷款产品')).toBeInTheDocument();
  expect(screen.queryByText(/目前没有能提高/)).not.toBeInTheDocument();
});

it('an answer that fails can be asked for again', async () => {
  show(problem(503, 'UNAVAILABLE'));
  expect(await screen.findByRole('button', { name: '重试' }, { timeout: 10_000 })).toBeInTheDocument();
});
