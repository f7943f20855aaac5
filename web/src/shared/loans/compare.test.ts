import { describe, expect, it } from 'vitest';
import type { LoanProductDetail } from '../api';
import { apartIn, comparedIn, comparePath, comparisonOf } from './compare';

const product = {
  id: '1',
  code: 'L01',
  title: '云税贷',
  bankId: 'b',
  bankName: '甲银行',
  productType: '信用贷款/税贷',
  guarantee: '信用',
  maxAmountWan: 300,
  termMonths: 12,
  rateText: '年化 3.25% 起（待核实）',
  summary: '',
  repayments: [],
  pinned: false,
  status: 'PUBLISHED',
  verified: false,
  edition: 1,
  current: true,
  confidence: 'medium',
  criteria: [{ label: '', text: '连续纳税满2年', certain: true }],
  publishedBy: '',
  source: '',
} satisfies LoanProductDetail;

const rowOf = (label: string, ...products: LoanProductDetail[]) =>
  comparisonOf(products).find((row) => row.label === label)!;

describe('products beside each other', () => {
  it('where they say something else is marked, and where they say the same is not', () => {
    const other = { ...product, maxAmountWan: 500, bankName: '乙银行' };
    expect(
      comparisonOf([product, other])
        .filter((row) => row.differs)
        .map((row) => row.label),
    ).toEqual(['金融机构', '额度']);
  });

  it('where most say the same only what says something else is marked, and where none do all of it', () => {
    const other = { ...product, guarantee: '抵押' };
    expect(apartIn(rowOf('担保方式', product, product, other))).toEqual([false, false, true]);
    expect(apartIn(rowOf('担保方式', product, other))).toEqual([true, true]);
    expect(apartIn(rowOf('担保方式', product, product))).toEqual([false, false]);
    expect(apartIn(rowOf('担保方式', product, product, other, other))).toEqual([true, true, true, true]);
  });

  it('conditions are written as on the page of the product', () => {
    expect(rowOf('准入条件', product).cells).toEqual([['连续纳税满 2\u00a0年']]);
  });

  it('a condition without words of its own names what it compares', () => {
    const bare = { ...product, criteria: [{ label: '成立年限', text: '≥ 1 年', certain: true }] };
    expect(rowOf('准入条件', bare).cells).toEqual([['成立年限：不低于 1\u00a0年']]);
  });

  it('what may be chosen from is told as a choice', () => {
    const criteria = [
      { label: '', text: '成立满 1 年', certain: true },
      { label: '', text: '参保 5 人以上', certain: true, group: '满足其一即可' },
      { label: '', text: '有发明专利', certain: true, group: '满足其一即可' },
    ];
    expect(rowOf('准入条件', { ...product, criteria }).cells).toEqual([
      ['成立满 1\u00a0年', '满足其一即可：参保 5\u00a0人以上；有发明专利'],
    ]);
  });

  it('what one does not say is no gap but a word, and differs from what the other says', () => {
    const entered: LoanProductDetail = {
      ...product,
      minAmountWan: 5,
      repayments: ['EQUAL_INSTALLMENT', 'INTEREST_FIRST'],
      offer: { repayments: [], purposes: [], materials: ['营业执照', '纳税证明'], contacts: [] },
    };
    expect(rowOf('还款方式', product, entered)).toEqual({
      label: '还款方式',
      cells: [['未公布'], ['等额本息、先息后本']],
      differs: true,
    });
    expect(rowOf('申请材料', product, entered).cells[1]).toEqual(['营业执照', '纳税证明']);
    expect(rowOf('额度', product, entered).cells).toEqual([
      ['最高 300\u00a0万元'],
      ['5\u00a0万元 至 300\u00a0万元'],
    ]);
  });

  it('the address names up to four, each once', () => {
    const ids = (text: string) => comparedIn(new URLSearchParams(text));
    expect(ids('ids=L01,L02')).toEqual(['L01', 'L02']);
    expect(ids('ids=L01,L01,,%20L02%20,L03,L04,L05')).toEqual(['L01', 'L02', 'L03', 'L04']);
    expect(ids('')).toEqual([]);
    expect(comparePath(['L01', 'P00001'])).toBe('/loans/compare?ids=L01,P00001');
  });
});
