import type { DemandClaim, DemandOffer, DemandRequest, FinancingDemand, MyDemand } from '../api';
import { amountProblem, type LoanValues } from '../loans/application';
import { plainYuan, scaled, scheduleOf, yuanText } from '../loans/schedule';
import { dateText, interest, termText, yuanAsWan } from '../ui/format';

/** The form; a phone's fields hold text, as typed. */
export interface DemandValues extends Pick<
  LoanValues,
  'amountWan' | 'termMonths' | 'purpose' | 'purposeNote' | 'contactName' | 'phoneOf' | 'contactPhone'
> {
  guarantees?: Guarantee[];
  /** A day as 2026-12-31. */
  wantedOn?: string;
}

type Guarantee = DemandRequest['guarantees'][number];

export const GUARANTEES: Record<Guarantee, string> = {
  MORTGAGE: '抵押',
  PLEDGE: '质押',
  GUARANTOR: '保证、担保',
};

export const guaranteeText = (guarantees: readonly Guarantee[]) =>
  guarantees.length ? guarantees.map((one) => GUARANTEES[one]).join('、') : '无（信用贷款）';

export const GUARANTEE_HINT = '不选表示只申请信用贷款';

/** Terms to choose from, in months. */
export const DEMAND_TERMS = [3, 6, 12, 24, 36, 60, 120];

export const DEMAND_STATUSES: Record<FinancingDemand['status'], string> = {
  OPEN: '征集中',
  CHOSEN: '已选定',
  WITHDRAWN: '已撤回',
  EXPIRED: '已到期',
};

export const CLAIM_STATUSES: Record<DemandClaim['status'], string> = {
  CLAIMED: '已认领，待报价',
  OFFERED: '已报价',
  GIVEN_BACK: '已退回',
  CHOSEN: '已选定',
  NOT_CHOSEN: '未选定',
  LAPSED: '已失效',
};

/** Said before anything is filled in: what banks see, and what not. */
export const WHAT_BANKS_SEE = [
  '有适合产品的银行会看到：金额、期限、用途、可提供的担保、用款日期，以及企业所在镇街、行业门类和注册资本区间。',
  '企业名称、统一社会信用代码、联系人、电话和补充说明，只有您对某家银行点了“同意查看”后，该银行才能看到；可以随时撤回。',
  '需求发布后不能修改，可以撤回；30 天后自动结束。最多同时发布 3 项，每项最多由 5 家银行认领。',
];

/** What is agreed to when one bank may see whose demand it is. */
export const showText = (bankName: string) =>
  `同意后，${bankName}可以查看本企业的名称、统一社会信用代码、联系人、联系电话和补充说明，用于为这项需求报价；每次查看都有记录。可以随时撤回。`;

/** Whether a bank knows who it is: of the chosen one the application says it. */
export const shownText = ({ status, agreed }: Pick<DemandClaim, 'status' | 'agreed'>): string => {
  if (status === 'CHOSEN') return '已随融资申请提供给该银行';
  return agreed ? '已同意该银行查看' : '该银行看不到';
};

/** In 万元 as typed. */
export const demandAmountRules = [
  { required: true, message: '请填写融资金额' },
  {
    validator: (_rule: unknown, value?: number | string) => {
      const wrong = amountProblem(value, 100_000)
        ?.replace('申请金额', '融资金额')
        .replace('产品最高额度 ', '');
      return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
    },
  },
];

/** A filled form as the service wants it: 万元 become yuan, to the cent. */
export function demandOf(values: DemandValues, channel: DemandRequest['channel']): DemandRequest {
  return {
    amount: Number(plainYuan(scaled(String(values.amountWan), 2)! * 10_000n)),
    termMonths: Number(values.termMonths),
    purpose: values.purpose ?? '',
    purposeNote: values.purposeNote?.trim() || undefined,
    guarantees: values.guarantees ?? [],
    wantedOn: values.wantedOn ?? '',
    contactName: values.contactName!.trim(),
    ...(values.phoneOf === 'ACCOUNT'
      ? { useAccountPhone: true }
      : { contactPhone: values.contactPhone!.trim() }),
    channel,
  };
}

/** What was typed and not sent, as far as it can still be chosen today. */
export function demandDraft(
  draft: DemandValues | undefined,
  purposes: readonly { name: string }[],
  today: string,
): DemandValues | undefined {
  if (!draft) return undefined;
  const { purpose, wantedOn } = draft;
  return {
    ...draft,
    purpose: purposes.some(({ name }) => name === purpose) ? purpose : undefined,
    wantedOn: wantedOn && wantedOn >= today ? wantedOn : undefined,
  };
}

/** The forms ask in 万元; the server names what it got. */
export const demandField = (field: string) => (field === 'amount' ? 'amountWan' : field);

/** What is paid each month in equal instalments, by the calculator. */
export function monthlyText({ amount, rate, termMonths }: DemandOffer): string {
  const principal = scaled(amount.toFixed(2), 2);
  const yearly = scaled(String(rate), 4);
  if (principal === undefined || yearly === undefined) return '';
  const [first] = scheduleOf({
    principal,
    rate: yearly,
    months: termMonths,
    way: 'EQUAL_INSTALLMENT',
  }).instalments;
  return first ? `${yuanText(first.payment)} 元` : '';
}

/** One offer, line by line; the same lines stand beside each other where there is room. */
export function offerLines(claim: DemandClaim): [string, string][] {
  const { offer } = claim;
  if (!offer) return [];
  return [
    ['产品', offer.productTitle],
    ['金额', yuanAsWan(offer.amount)],
    ['年利率', interest(offer.rate)],
    ['期限', termText(offer.termMonths)],
    ['月供（等额本息）', monthlyText(offer)],
    ['报价有效期至', dateText(offer.until)],
    ['说明', offer.words ?? ''],
  ];
}

export const isOpenClaim = ({ status }: Pick<DemandClaim, 'status'>) =>
  status === 'CLAIMED' || status === 'OFFERED';

/** What the person who chooses agrees to: that the bank sees what it sees of every application. */
export const canChoose = ({ demand }: MyDemand, claim: DemandClaim) =>
  demand.status === 'OPEN' && claim.status === 'OFFERED';

/** What was decided before what it was chosen from. */
export const chosenFirst = (claims: DemandClaim[]): DemandClaim[] =>
  [...claims].sort((one, other) => Number(other.status === 'CHOSEN') - Number(one.status === 'CHOSEN'));

/** Whether a bank answered it before it ended, and the enterprise can say how it was handled. */
export const isEvaluated = ({ status, claims }: Pick<FinancingDemand, 'status' | 'claims'>) =>
  status === 'CHOSEN' || (status === 'EXPIRED' && claims.some(({ offer }) => offer));
