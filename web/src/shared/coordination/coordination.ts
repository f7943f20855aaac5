import type { BankAnswer, CoordinationCase, DeclareNeed } from '../api';
import { label } from '../i18n';
import { amountProblem, type LoanValues } from '../loans/application';
import { plainYuan, scaled } from '../loans/schedule';
import { dateTimeText, interest, termText, yuanAsWan } from '../ui/format';

/** The form; a phone's fields hold text, as typed. */
export interface NeedValues extends Pick<
  LoanValues,
  'amountWan' | 'termMonths' | 'purpose' | 'purposeNote' | 'contactName' | 'phoneOf' | 'contactPhone'
> {
  creditKind?: CreditKind;
  words?: string;
  consent?: boolean;
}

export type CreditKind = CoordinationCase['creditKind'];

export const CREDIT_KINDS: Record<CreditKind, string> = {
  UNSECURED: '信用',
  MORTGAGE: '抵押',
  PLEDGE: '质押',
  GUARANTEED: '保证、担保',
};

/** Terms to choose from, in months. */
export const NEED_TERMS = [3, 6, 12, 24, 36, 60, 120];

export const CASE_STATUSES: Record<CoordinationCase['status'], string> = {
  DECLARED: '待核查',
  RECOMMENDED: '已推荐，待银行答复',
  REJECTED: '核查未通过',
  ANSWERED: '银行已答复',
  CLOSED: '已关闭，有银行未答复',
  WITHDRAWN: '已撤回',
};

export const ANSWER_STATUSES: Record<BankAnswer['status'], string> = {
  PENDING: '待答复',
  GRANTED: '已授信',
  REFUSED: '未授信',
  SERVED: '已有服务',
  LAPSED: '已失效',
  UNANSWERED: '未答复，已关闭',
};

export const ORIGINS: Record<CoordinationCase['origin'], string> = { VISIT: '走访', SELF: '企业申报' };

export const STANDINGS = { MET: '满足', NOT_MET: '不满足', UNKNOWN: '待核查' } as const;

/** What its enterprise reads of a check. What nobody looked at since it failed otherwise holds prompts for the officer alone. */
export const foundOf = ({ findings }: Pick<CoordinationCase, 'findings'>) =>
  findings.filter(({ standing }) => standing !== 'UNKNOWN');

/** What the enterprise agrees to when it declares itself. */
export const CONSENT =
  '同意将本企业的名称、统一社会信用代码、融资需求和联系方式提供给金融管理部门核查，并提供给其推荐的银行用于对接。';

export const HOW_IT_GOES = [
  '金融管理部门按公开的标准核查：由登记信息能认定的自动认定，其余由工作人员核实。',
  '核查通过后推荐给一家或几家银行，银行在承诺时限内答复是否授信；每一步都会发消息。',
  '同一时间只能有一项申报在办；办结前可以撤回。',
];

/** In 万元 as typed. */
export const needAmountRules = [
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

/** 万元 as typed, in yuan. */
export const yuanOf = (wan: number | string | undefined) =>
  Number(plainYuan(scaled(String(wan), 2)! * 10_000n));

/** A filled form as the service wants it. */
export function needOf(values: NeedValues): DeclareNeed {
  return {
    need: {
      amount: yuanOf(values.amountWan),
      termMonths: Number(values.termMonths),
      purpose: values.purpose ?? '',
      purposeNote: values.purposeNote?.trim() || undefined,
      creditKind: values.creditKind!,
    },
    words: values.words?.trim() || undefined,
    contactName: values.contactName!.trim(),
    ...(values.phoneOf === 'ACCOUNT'
      ? { useAccountPhone: true }
      : { contactPhone: values.contactPhone!.trim() }),
    consent: values.consent ?? false,
  };
}

/** The forms ask in 万元, and for the parts of a need one by one. */
export const needField = (field: string) => {
  const part = field.replace(/^need\./, '');
  return part === 'amount' ? 'amountWan' : part;
};

/** What one bank answered, line by line. */
export function answerLines(answer: BankAnswer): [string, string][] {
  const lines: [string, string][] = [['推荐时间', dateTimeText(answer.recommendedAt)]];
  if (answer.decidedAt && answer.status !== 'LAPSED' && answer.status !== 'UNANSWERED')
    lines.push(['答复时间', dateTimeText(answer.decidedAt)]);
  if (answer.grantedAmount !== undefined) lines.push(['授信额度', yuanAsWan(answer.grantedAmount)]);
  if (answer.grantedRate !== undefined) lines.push(['年利率', interest(answer.grantedRate)]);
  if (answer.grantedTermMonths !== undefined) lines.push(['期限', termText(answer.grantedTermMonths)]);
  if (answer.refusalReasonCode) lines.push(['未授信原因', label('refusalReason', answer.refusalReasonCode)]);
  if (answer.words) lines.push(['银行说明', answer.words]);
  return lines;
}

/** Somebody is still waited for. */
export const isOpenCase = ({ status }: Pick<CoordinationCase, 'status'>) =>
  status === 'DECLARED' || status === 'RECOMMENDED';

/** What its enterprise may take back: the declaration, or after the banks' answers its consent; undefined where there is nothing left. */
export const takenBack = (one: Pick<CoordinationCase, 'status'>) =>
  isOpenCase(one)
    ? TAKE_BACK
    : one.status === 'ANSWERED' || one.status === 'CLOSED'
      ? END_CONSENT
      : undefined;

const TAKE_BACK = {
  button: '撤回申报',
  title: '撤回这项申报？',
  text: '撤回后银行不再办理尚未答复的推荐，金融管理部门和银行不再看到联系方式，不能恢复；可以重新申报。',
  confirm: '确认撤回',
  done: '申报已撤回',
} as const;

const END_CONSENT = {
  button: '收回授权',
  title: '收回这项申报的授权？',
  text: '收回后金融管理部门和银行不再看到联系方式和经营情况，不再推荐给其他银行，不能恢复；银行已作的答复保留。',
  confirm: '确认收回',
  done: '授权已收回',
} as const;

/** Stands where whom to call is not shown any more. */
export const CONSENT_ENDED = '企业授权已结束，不再显示';

/** Whether a bank decided and none is waited for any more, so that the enterprise can say how it was handled. */
export const isEvaluated = ({ status, answers }: Pick<CoordinationCase, 'status' | 'answers'>) =>
  (status === 'ANSWERED' || status === 'CLOSED') &&
  answers.some((answer) => ['GRANTED', 'REFUSED', 'SERVED'].includes(answer.status));
