import type { LoanProductDetail } from '../api';
import { linesOf } from '../criteria/parts';
import { figuresIn } from '../ui/format';
import {
  BANK_DECIDES,
  amountText,
  NO_CONDITIONS,
  rateText,
  repaymentText,
  termRangeText,
  typesOf,
} from './product';

/** Beside each other there is room for so many. */
export const MOST_COMPARED = 4;

/** The products that an address names, each once; what is too many is left out. */
export const comparedIn = (params: URLSearchParams): string[] =>
  [
    ...new Set(
      (params.get('ids') ?? '')
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    ),
  ].slice(0, MOST_COMPARED);

export const comparePath = (ids: readonly string[]) =>
  `/loans/compare?ids=${ids.map(encodeURIComponent).join(',')}`;

interface ComparedRow {
  label: string;
  /** One a product; several lines are a list. */
  cells: string[][];
  /** Whether they do not all say the same. */
  differs: boolean;
}

/** Of a row the products that say something else than most of the others; where no word is said by most all of them. */
export function apartIn({ cells, differs }: ComparedRow): boolean[] {
  if (!differs) return cells.map(() => false);
  const said = cells.map((lines) => lines.join('\n'));
  const times = said.map((one) => said.filter((other) => other === one).length);
  const most = Math.max(...times);
  const usual = new Set(said.filter((_, at) => times[at] === most));
  return said.map((one) => usual.size > 1 || !usual.has(one));
}

const UNKNOWN = '未公布';

/** What products say, line by line, and where they say something else. */
export function comparisonOf(products: readonly LoanProductDetail[]): ComparedRow[] {
  const row = (
    label: string,
    said: (product: LoanProductDetail) => string | readonly string[] | undefined,
  ) => {
    const cells = products.map((product) => {
      const lines = [said(product) ?? []].flat().filter(Boolean);
      return lines.length ? lines : [UNKNOWN];
    });
    return { label, cells, differs: new Set(cells.map((lines) => lines.join('\n'))).size > 1 };
  };
  return [
    row('金融机构', (it) => it.bankName),
    row('产品类型', (it) => typesOf(it.productType).join('、')),
    row('额度', (it) => (it.minAmountWan || !it.maxAmountWan ? amountText(it) : `最高 ${amountText(it)}`)),
    row('期限', (it) =>
      it.minTermMonths || !it.termMonths ? termRangeText(it) : `最长 ${termRangeText(it)}`,
    ),
    row('利率', (it) => rateText(it.rateText)),
    row('担保方式', (it) => it.guarantee || BANK_DECIDES),
    row('还款方式', repaymentText),
    row('适用对象', (it) => it.offer?.audience),
    row('贷款用途', (it) => it.offer?.purposes.join('、')),
    row('准入条件', (it) => (it.criteria.length ? linesOf(it.criteria).map(figuresIn) : NO_CONDITIONS)),
    row('申请材料', (it) => it.offer?.materials),
    row('信息核实', (it) => (it.verified ? '已核对' : '待核实')),
  ];
}
