import {
  isProblem,
  problemText,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanApplicationRequest,
  type LoanKind,
  type LoanStatus,
  type ProblemError,
} from '../api';
import { label } from '../i18n';
import { dateText, interest, wan, yuanAsWan } from '../ui/format';

/** The form; a phone's fields hold text, as typed. */
export interface LoanValues {
  amountWan?: number | string;
  termMonths?: number | string;
  purpose?: string;
  purposeNote?: string;
  kind?: LoanKind;
  renewsApplicationId?: string;
  contactName?: string;
  /** Whose number the bank calls: the account's, which pages know only covered, or one that is typed. */
  phoneOf?: 'ACCOUNT' | 'OTHER';
  contactPhone?: string;
}

/** The steps of an application, in both forms; the last one tells its number and what comes next. */
export const LOAN_STEPS = ['填写', '检查并提交', '完成'];

/** What comes after an application was handed in. */
export const AFTER_LOAN_SUBMITTED = [
  '银行受理后开始审批，您会收到消息。',
  '审批通过的，消息里写明授信额度、利率和期限；不通过的，写明理由。',
  '放款前银行可能联系您补充材料，请保持电话畅通。',
];

/** What money is borrowed for, as operators keep it in the dictionary; both forms offer the same. */
export type LoanPurpose = { code: string; name: string };

/** The one that says nothing by itself. */
const OTHER_PURPOSE = 'LOAN_PURPOSE.9_OTHER';

export const otherPurpose = (purposes: readonly LoanPurpose[]) =>
  purposes.find(({ code }) => code === OTHER_PURPOSE);

export const needsWords = (purposes: readonly LoanPurpose[], purpose: string | undefined) =>
  purpose !== undefined && otherPurpose(purposes)?.name === purpose;

/** As the bank will read it. */
export const purposeText = (purposes: readonly LoanPurpose[], { purpose, purposeNote }: LoanValues) =>
  [needsWords(purposes, purpose) ? '' : purpose, purposeNote?.trim()].filter(Boolean).join('；');

/**
 * A draft as the form of today can hold it. One from before the purpose became a list, or the list another, has it in words which
 * no choice stands for: they are kept to be read until a choice is made.
 */
export function draftOfToday(
  draft: LoanValues | undefined,
  purposes: readonly LoanPurpose[],
): {
  found: LoanValues | undefined;
  ownWords?: string;
} {
  if (!draft?.purpose || purposes.some(({ name }) => name === draft.purpose)) return { found: draft };
  return { found: { ...draft, purpose: undefined }, ownWords: draft.purpose };
}

/** What is kept of the form: own words of an older draft stay in it as long as nothing is chosen. */
export const draftToKeep = (values: LoanValues, ownWords: string | undefined): LoanValues =>
  ownWords && !values.purpose ? { ...values, purpose: ownWords } : values;

/** Stands at the choice of a purpose while an older draft's own words wait for one. */
export const ownWordsText = (ownWords: string | undefined, values: LoanValues | undefined) =>
  ownWords && !values?.purpose
    ? `您上次填写的用途：“${ownWords}”。用途现改为选项，请选择最接近的一项，具体内容可写在用途说明里。`
    : undefined;

/** Stands under the choice of a kind, about the one that is chosen. */
export const KIND_HELP: Record<LoanKind, string> = {
  FIRST: '首贷：本企业此前没有获得过任何金融机构的贷款，由银行核实。',
  RENEWAL: '续贷：续借本银行在平台批给本企业的一笔贷款，须选择是哪一笔。',
  ADDITIONAL: '新增贷款：本企业已有过贷款（包括其他银行或平台以外的），这次不续借原贷款。',
};

/** The kinds, as both forms offer them. */
export const LOAN_KINDS: readonly LoanKind[] = ['FIRST', 'ADDITIONAL', 'RENEWAL'];

/** Stands under the choice too: which kinds cannot be chosen, and why. */
export function otherKinds(next: KindOfNextLoan): string {
  if (next.kind === 'FIRST') return '本企业在平台还没有获批的贷款，不能选续贷。';
  const noFirst = '本企业在平台已有获批的贷款，不能选首贷';
  return canBe('RENEWAL', next) ? `${noFirst}。` : `${noFirst}；其中没有本银行的，不能选续贷。`;
}

/**
 * Why a first loan is doubtful: the profile has a balance. It is the enterprise's and its owner's together, so that it forbids nothing, but is said, also of another kind, which it
 * then was that made the form start with it. Where a first loan is ruled out anyway there is nothing to say.
 */
export function balanceText(
  balanceWan: number | undefined,
  kind: LoanKind | undefined,
  next: KindOfNextLoan,
): string {
  if (!balanceWan || !canBe('FIRST', next)) return '';
  const has = `企业画像中企业及企业主经营性贷款余额为 ${wan(balanceWan)}`;
  return kind === 'FIRST'
    ? `${has}：其中有本企业贷款的，不是首贷，请选新增贷款；余额有误的，请先更新企业画像。`
    : `${has}，因此没有预选首贷；余额全部是企业主个人的，可改选首贷。`;
}

/**
 * What the form starts with. A loan that was granted on the platform rules a first loan out, whatever a draft from before it
 * says, and is renewed only if its enterprise chooses so; where there is one of the bank, it is the one to renew. Nor is a first
 * loan what it starts with where the profile says that one is still owed.
 */
export function startingKind(
  next: KindOfNextLoan,
  draft?: LoanValues,
  balanceWan?: number,
): Pick<LoanValues, 'kind' | 'renewsApplicationId'> {
  const { earlierLoans: earlier } = next;
  const usual = next.kind === 'FIRST' && balanceWan ? 'ADDITIONAL' : next.kind;
  const kind = draft?.kind && canBe(draft.kind, next) ? draft.kind : usual;
  const chosen = earlier.find((one) => one.applicationId === draft?.renewsApplicationId);
  const only = earlier.length === 1 ? earlier[0] : undefined;
  return { kind, renewsApplicationId: (chosen ?? only)?.applicationId };
}

/** Whether that kind can be asked for: no first loan after one that was granted, no renewal where the bank has granted none. */
export function canBe(kind: LoanKind, next: KindOfNextLoan): boolean {
  if (kind === 'FIRST') return next.kind === 'FIRST';
  return kind === 'ADDITIONAL' || next.earlierLoans.length > 0;
}

/** An earlier loan, as it is chosen from and as a form that is checked names it. */
export const earlierLoanText = (one: { productTitle: string; number: string }) =>
  `${one.productTitle}（${one.number}）`;

/** The loan that is renewed, for the form that is checked; nothing for a first one. */
export function renewedText(values: LoanValues, next: KindOfNextLoan): string | undefined {
  const one = next.earlierLoans.find((it) => it.applicationId === values.renewsApplicationId);
  return values.kind === 'RENEWAL' && one ? earlierLoanText(one) : undefined;
}

/** Where the enterprise has asked for the product already. */
export const openAlreadyText = ({ number }: NonNullable<KindOfNextLoan['openApplication']>) =>
  `该产品已有一笔申请正在办理（${number}）`;
/** Before anything is filled in: nothing is forbidden by it, but the bank reads it too. */
export const codeFrozenText = (since: string) =>
  `企业码自 ${dateText(since)} 起冻结。冻结期间仍可提交申请，办理的银行会看到企业码已冻结；请先联系发码单位了解原因。`;
export const OPEN_ALREADY = '银行办结前不能再次申请同一产品；需要修改的，可先撤回这笔申请。';

/** In words, for both forms. */
export const OTHER_PHONE = '换一个号码';
export const accountPhone = (me: { phone: string } | null | undefined) => `使用账号手机号 ${me?.phone ?? ''}`;

/** Who is called about an application, and where, as far as the reader's roles show it. */
export const contactOf = ({
  contactName,
  contactPhone,
}: Pick<LoanApplication, 'contactName' | 'contactPhone'>): string | undefined =>
  [contactName, contactPhone].filter(Boolean).join(' ') || undefined;

/** Who is called, and where, as a form that is checked says it. */
export const contactText = (values: LoanValues, me: { phone: string } | null | undefined) =>
  `${values.contactName}，${values.phoneOf === 'ACCOUNT' ? `账号手机号 ${me?.phone ?? ''}` : values.contactPhone}`;

/** Terms that people ask for, in months, as far as the product goes. */
export function termsOf({
  minTermMonths = 1,
  termMonths,
}: {
  minTermMonths?: number;
  termMonths?: number;
}): number[] {
  const usual = [3, 6, 12, 24, 36, 60, 120].filter(
    (term) => term >= minTermMonths && (!termMonths || term <= termMonths),
  );
  // A product between two usual terms has its own ones.
  return usual.length ? usual : [...new Set([minTermMonths, termMonths ?? minTermMonths])];
}

/**
 * What an application can start with, to be changed as wanted: who signed in, and for one that comes from a match what the
 * match took for possible, or else the product's limit, and its usual term. What the money is for is left to the person.
 */
export function prefilled(
  product: { maxAmountWan?: number; termMonths?: number },
  me: { name: string; phone: string } | null | undefined,
  fromMatch: boolean,
  possibleWan?: number,
): LoanValues {
  const amountWan = possibleWan || product.maxAmountWan;
  return {
    contactName: me?.name,
    phoneOf: me ? 'ACCOUNT' : 'OTHER',
    ...(fromMatch && {
      ...(amountWan && { amountWan }),
      termMonths: termsOf(product).findLast((term) => term <= USUAL_TERM),
    }),
  };
}

/** In months. */
const USUAL_TERM = 12;

/** Stands at a field while it holds what it was prefilled with. */
export function prefilledMark(
  field: keyof LoanValues,
  prefill: LoanValues,
  now: LoanValues | undefined,
): string | undefined {
  const value = prefill[field];
  return value !== undefined && String(now?.[field]) === String(value) ? '已预填，可修改' : undefined;
}

/** A filled form as the service wants it: 万元 become yuan, to the cent. */
export function loanOf(
  product: { id: string },
  values: LoanValues,
  channel: LoanApplicationRequest['channel'],
  matchResultId?: string,
): LoanApplicationRequest {
  const kind = values.kind ?? 'FIRST';
  return {
    productId: product.id,
    amount: Math.round(Number(values.amountWan) * 1_000_000) / 100,
    termMonths: Number(values.termMonths),
    purpose: values.purpose ?? '',
    purposeNote: values.purposeNote?.trim() || undefined,
    kind,
    renewsApplicationId: kind === 'RENEWAL' ? values.renewsApplicationId : undefined,
    contactName: values.contactName!.trim(),
    ...(values.phoneOf === 'ACCOUNT'
      ? { useAccountPhone: true }
      : { contactPhone: values.contactPhone!.trim() }),
    consent: true,
    matchResultId,
    channel,
  };
}

/** What is wrong with an amount in 万元, as typed. */
export function amountProblem(
  typed: number | string | undefined,
  maxWan?: number,
  minWan?: number,
): string | undefined {
  const text = String(typed ?? '').trim();
  if (!text) return undefined;
  if (!/^-?\d+(\.\d{1,2})?$/.test(text)) return '请填写数字，最多两位小数';
  if (Number(text) <= 0) return '申请金额须大于 0';
  if (minWan && Number(text) < minWan) return `不能低于产品最低额度 ${wan(minWan)}`;
  if (maxWan && Number(text) > maxWan) return `不能超过产品最高额度 ${wan(maxWan)}`;
  return undefined;
}

/** Rules of the amount's field, for either form library. */
export const amountRules = (maxWan?: number, minWan?: number) => [
  { required: true, message: '请填写申请金额' },
  {
    validator: (_rule: unknown, value?: number | string) => {
      const wrong = amountProblem(value, maxWan, minWan);
      return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
    },
  },
];

/** The forms ask in 万元; the server names what it got. */
export const loanField = (field: string) => (field === 'amount' ? 'amountWan' : field);

/** The field that a refusal is about, where it is one. */
export function refusedField(error: ProblemError): keyof LoanValues | undefined {
  const byCode: Record<string, keyof LoanValues> = {
    AMOUNT_OUT_OF_RANGE: 'amountWan',
    TERM_OUT_OF_RANGE: 'termMonths',
    NOT_A_FIRST_LOAN: 'kind',
    EARLIER_LOAN_REQUIRED: 'renewsApplicationId',
    EARLIER_LOAN_UNKNOWN: 'renewsApplicationId',
    EARLIER_LOAN_OF_ANOTHER_BANK: 'renewsApplicationId',
  };
  const named = error.fields[0]?.field;
  return byCode[error.code] ?? (named ? (loanField(named) as keyof LoanValues) : undefined);
}

/** Why an application as a whole was not taken: it stands where it was handed in until it is handed in again. */
export function loanRefusal(error: Error | null): string | undefined {
  if (!isProblem(error) || error.fields.length || refusedField(error)) return undefined;
  return error.status === 409 || error.status === 422 ? problemText(error) : undefined;
}

/** What a grant amounts to, and until when it can be drawn while something is left of it. */
export function grantText(
  application: Pick<LoanApplication, 'grantedAmount' | 'grantedRate' | 'disbursedAmount' | 'validUntil'>,
): string {
  const granted = `银行已授信 ${yuanAsWan(application.grantedAmount)}，年利率 ${interest(application.grantedRate)}`;
  if (application.disbursedAmount >= (application.grantedAmount ?? 0)) return `${granted}，已全部放款。`;
  if (!application.validUntil) return `${granted}。`;
  const drawn = application.disbursedAmount;
  const left =
    drawn > 0 ? `，已放款 ${yuanAsWan(drawn)}，剩余 ${yuanAsWan(application.grantedAmount! - drawn)}` : '';
  return `${granted}${left}，请于 ${dateText(application.validUntil)}（含）前提款。`;
}

/** What has become of a grant of which nothing was drawn in time. */
export const expiredText = (application: Pick<LoanApplication, 'grantedAmount' | 'validUntil'>) =>
  `银行授信 ${yuanAsWan(application.grantedAmount)}，有效期至 ${dateText(application.validUntil)}，到期未提款，授信已过期；如仍需要贷款，请重新申请。`;

/**
 * Why an application was refused: the reason of the catalogue, which the step of the refusal says before the bank's own words, and
 * these words.
 */
export function refusalOf({
  refusalReason = '',
  timeline,
}: Pick<LoanApplication, 'refusalReason' | 'timeline'>): {
  reason?: string;
  words: string;
} {
  const note = timeline.findLast((step) => step.kind === 'REFUSED')?.note;
  const own = `：${refusalReason}`;
  return { reason: note?.endsWith(own) ? note.slice(0, -own.length) : undefined, words: refusalReason };
}

/** What the person who applies agrees to: exactly what the bank then sees (finance-service's view of an application). */
export function loanConsent(bankName: string): string[] {
  return [
    `将企业名称、登记机关公示的登记信息、联系人和手机号，以及本申请所填的金额、期限、用途和贷款类型提供给${bankName}，用于本次贷款的受理与审批。`,
    '企业画像、涉税数据和企业名片不随申请提供给银行；银行需要其他材料时会与联系人联系。',
    '撤回申请后银行不再办理，已收到的申请内容留在银行的办理记录里。',
  ];
}

/** The states of an application, as it goes through them. */
export const loanStatuses: readonly LoanStatus[] = [
  'SUBMITTED',
  'IN_REVIEW',
  'NEED_MATERIAL',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
  'SETTLED',
  'EXPIRED',
];

/** What stands on the button that filters by a state: what was paid out is still one that was approved. */
export const statusChoice = (status: LoanStatus): string =>
  label('loanStatus', status) + (status === 'APPROVED' ? '、已放款' : '');
