import type { ProductContent, RepaymentWay } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateText, termText, wan } from '@/shared/ui';
import type { KnownFact } from '../policy-drafts/criteria/codes';
import type { Criterion } from '../policy-drafts/criteria/model';
import { outline } from '../policy-drafts/criteria/outline';

export const REPAYMENT_WAYS: RepaymentWay[] = [
  'EQUAL_INSTALLMENT',
  'EQUAL_PRINCIPAL',
  'INTEREST_FIRST',
  'ON_DEMAND',
  'AT_THE_END',
];

/** What the finance service takes as a rate, in percent a year; as an amount, in 万元; as a term, in months. */
export const MOST = { rate: 24, wan: 100_000, months: 360 };

/** The form: what is typed line by line is one text there. */
export interface EntryValues extends Omit<Partial<ProductContent>, 'materials' | 'criteria'> {
  materials?: string;
  criteria?: Criterion;
}

/** The tree of conditions of a product; absent: none are published. */
const criteriaOf = (content: ProductContent) => content.criteria as unknown as Criterion | undefined;

export const EMPTY: ProductContent = {
  productTypes: [],
  guarantees: [],
  repayments: [],
  purposes: [],
  materials: [],
  contacts: [],
};

export function valuesOf(content: ProductContent): EntryValues {
  return {
    ...content,
    materials: content.materials.join('\n'),
    criteria: criteriaOf(content),
  };
}

const lines = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const orNothing = (text: string | undefined) => text?.trim() || undefined;

export function contentOf(values: EntryValues): ProductContent {
  return {
    ...values,
    title: orNothing(values.title),
    audience: orNothing(values.audience),
    summary: orNothing(values.summary),
    text: orNothing(values.text),
    productTypes: values.productTypes ?? [],
    guarantees: values.guarantees ?? [],
    repayments: values.repayments ?? [],
    purposes: values.purposes ?? [],
    materials: lines(values.materials),
    contacts: (values.contacts ?? []).map((one) => ({
      branch: one?.branch?.trim() ?? '',
      person: orNothing(one?.person),
      phone: one?.phone?.trim() ?? '',
      address: orNothing(one?.address),
    })),
    criteria: values.criteria as unknown as ProductContent['criteria'],
  };
}

/** Parts that are one field in the form, whichever of their items is wrong. */
const WHOLE = /^(productTypes|guarantees|repayments|purposes|materials)\[.*$/;

/** The server says where in the request; the form knows the content alone. */
export const entryField = (field: string) => field.replace(/^content\./, '').replace(WHOLE, '$1');

const range = (from: string | undefined, to: string | undefined) =>
  from === undefined && to === undefined ? '' : from === to ? from! : `${from ?? '—'} 至 ${to ?? '—'}`;

const said = <T>(value: T | undefined, words: (value: T) => string) =>
  value === undefined ? undefined : words(value);

export const NO_CRITERIA = '未公布，以银行核定为准';

/** All that is said of a product, line by line, to be read and to be compared with what is in force. */
export function linesOf(content: ProductContent, facts: KnownFact[]): { label: string; lines: string[] }[] {
  const rate = (value: number) => `${value}%`;
  return [
    { label: '产品名称', lines: [content.title ?? ''] },
    { label: '产品类型', lines: [content.productTypes.join('、')] },
    { label: '担保方式', lines: [content.guarantees.join('、')] },
    { label: '额度', lines: [range(said(content.minAmountWan, wan), said(content.maxAmountWan, wan))] },
    { label: '年利率', lines: [range(said(content.minRate, rate), said(content.maxRate, rate))] },
    {
      label: '期限',
      lines: [range(said(content.minTermMonths, termText), said(content.maxTermMonths, termText))],
    },
    { label: '还款方式', lines: [content.repayments.map((one) => label('repaymentWay', one)).join('、')] },
    { label: '适用对象', lines: [content.audience ?? ''] },
    { label: '贷款用途', lines: [content.purposes.join('、')] },
    {
      label: '准入条件',
      lines: content.criteria ? outline(criteriaOf(content), facts) : [NO_CRITERIA],
    },
    { label: '匹配日期', lines: [range(said(content.ruleFrom, dateText), said(content.ruleTo, dateText))] },
    { label: '申请材料', lines: content.materials },
    {
      label: '联系网点',
      lines: content.contacts.map((one) =>
        [one.branch, one.person, one.phone, one.address].filter(Boolean).join('　'),
      ),
    },
    { label: '产品简介', lines: [content.summary ?? ''] },
    { label: '产品说明', lines: (content.text ?? '').split('\n') },
  ];
}

/** Which of them say something else than what is in force; of a new product none. */
export function changedLines(
  content: ProductContent,
  inForce: ProductContent | undefined,
  facts: KnownFact[],
): Map<string, string[]> {
  const changed = new Map<string, string[]>();
  if (!inForce) return changed;
  const before = linesOf(inForce, facts);
  linesOf(content, facts).forEach((line, index) => {
    const was = before[index]!.lines;
    if (line.lines.join('\n') !== was.join('\n')) changed.set(line.label, was);
  });
  return changed;
}
