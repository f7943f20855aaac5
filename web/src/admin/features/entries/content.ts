import type { ConditionFact, ProductCondition, ProductContent, RepaymentWay } from '@/shared/api';
import { label } from '@/shared/i18n';
import { termText, wan, withUnit } from '@/shared/ui';

export const REPAYMENT_WAYS: RepaymentWay[] = [
  'EQUAL_INSTALLMENT',
  'EQUAL_PRINCIPAL',
  'INTEREST_FIRST',
  'ON_DEMAND',
  'AT_THE_END',
];

/** What the finance service takes as a rate, in percent a year; as an amount, in 万元; as a term, in months. */
export const MOST = { rate: 24, wan: 100_000, months: 360 };

/** Conditions as they stand in the form: numbers and words beside each other, as the chosen fact wants them. */
export type ConditionValues = Partial<ProductCondition>;

/** The form: what is typed line by line is one text there. */
export interface EntryValues extends Omit<Partial<ProductContent>, 'materials' | 'conditions'> {
  materials?: string;
  conditions?: ConditionValues[];
  /** The conditions of the edition in force stay, which the list cannot hold. */
  keepConditions?: boolean;
}

export const EMPTY: ProductContent = {
  productTypes: [],
  guarantees: [],
  repayments: [],
  purposes: [],
  conditions: [],
  materials: [],
  contacts: [],
};

export function valuesOf(content: ProductContent): EntryValues {
  return {
    ...content,
    materials: content.materials.join('\n'),
    conditions: content.conditions ?? [],
    keepConditions: content.conditions === undefined,
  };
}

const lines = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const orNothing = (text: string | undefined) => text?.trim() || undefined;

export function contentOf(values: EntryValues): ProductContent {
  const { keepConditions, ...all } = values;
  return {
    ...all,
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
    conditions: keepConditions
      ? undefined
      : (values.conditions ?? []).map((one) => ({
          ...one,
          fact: one.fact ?? '',
          op: one.op ?? '',
          words: one.words ?? [],
        })),
  };
}

/** Parts that are one field in the form, whichever of their items is wrong. */
const WHOLE = /^(productTypes|guarantees|repayments|purposes|materials)\[.*$/;

/** The server says where in the request; the form knows the content alone, and words of a condition as one. */
export const entryField = (field: string) =>
  field
    .replace(/^content\./, '')
    .replace(WHOLE, '$1')
    .replace(/(\.words)\[.*$/, '$1');

/** As it is read; a fact that is no longer known by its name. */
export function conditionText(condition: ProductCondition, facts: readonly ConditionFact[]): string {
  const fact = facts.find(({ name }) => name === condition.fact);
  const way = fact?.ways.find(({ op }) => op === condition.op)?.label ?? condition.op;
  const name = fact?.label ?? condition.fact;
  const figure = (number: number | undefined) => withUnit(String(number ?? ''), fact?.unit);
  if (condition.flag !== undefined) return `${name}：${condition.flag ? '是' : '否'}`;
  if (condition.number !== undefined)
    return condition.op === 'between'
      ? `${name}介于 ${condition.number} 和 ${figure(condition.upTo)}`
      : `${name}${way} ${figure(condition.number)}`;
  return `${name}${way}：${condition.words.join('、')}`;
}

const range = (from: string | undefined, to: string | undefined) =>
  from === undefined && to === undefined ? '' : from === to ? from! : `${from ?? '—'} 至 ${to ?? '—'}`;

const said = <T>(value: T | undefined, words: (value: T) => string) =>
  value === undefined ? undefined : words(value);

export const KEPT = '沿用现行版本的准入条件';

/** All that is said of a product, line by line, to be read and to be compared with what is in force. */
export function linesOf(
  content: ProductContent,
  facts: readonly ConditionFact[],
): { label: string; lines: string[] }[] {
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
      lines: content.conditions?.map((one) => conditionText(one, facts)) ?? [KEPT],
    },
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
  facts: readonly ConditionFact[],
): Map<string, string[]> {
  const changed = new Map<string, string[]>();
  if (!inForce) return changed;
  const before = linesOf(inForce, facts);
  linesOf(content, facts).forEach((line, index) => {
    const was = before[index]!.lines;
    const kept = line.label === '准入条件' && content.conditions === undefined;
    if (!kept && line.lines.join('\n') !== was.join('\n')) changed.set(line.label, was);
  });
  return changed;
}
