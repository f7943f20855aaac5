import type { Redemption, RedemptionClaim, RedemptionProject, RedemptionStatus } from '../api';
import { willBeBy } from '../promise';

export interface AccountDraft {
  name: string;
  bank: string;
  number: string;
}

/** What an enterprise has typed of its claim so far. */
export interface ClaimDraft {
  /** As it was typed: what is no figure stays on the page, to be mended. */
  basis: string;
  statement: string;
  files: string[];
  account: AccountDraft;
}

/** Something that is wrong, by the key of its field. */
export interface Flaw {
  key: string;
  text: string;
}

/** By what the amount goes; of a project and of an application alike. */
export type Basis = Pick<RedemptionProject, 'basis' | 'unit'>;

export const NUMBER = /^\d{1,12}(\.\d{1,2})?$/;

/** A figure as people type it, with thousands set apart or not; undefined for what is none. */
export function figureOf(text: string): number | undefined {
  const plain = text.replace(/[,，\s]/g, '');
  return NUMBER.test(plain) ? Number(plain) : undefined;
}

/** What is missing or no figure; whether the rest is right the service says. */
export function flawsIn({ basis }: Basis, draft: ClaimDraft): Flaw[] {
  const flaws: Flaw[] = [];
  if (basis && !draft.basis.trim()) flaws.push({ key: 'basis', text: `请填写“${basis}”` });
  else if (basis && figureOf(draft.basis) === undefined)
    flaws.push({ key: 'basis', text: `“${basis}”应填写数字，整数不超过 12 位，最多两位小数` });
  return [...flaws, ...accountFlaws(draft.account)];
}

export function accountFlaws({ name, bank, number }: AccountDraft): Flaw[] {
  const flaws: Flaw[] = [];
  if (!name.trim()) flaws.push({ key: 'account.name', text: '请填写开户名' });
  if (!bank.trim()) flaws.push({ key: 'account.bank', text: '请填写开户银行' });
  if (!number.trim()) flaws.push({ key: 'account.number', text: '请填写银行账号' });
  else if (!/^\d(?:[\s-]*\d){7,31}$/.test(number.trim()))
    flaws.push({ key: 'account.number', text: '银行账号应为 8 至 32 位数字' });
  return flaws;
}

/** As it is handed in. */
export function claimOf(
  { basis: name }: Basis,
  { basis, statement, files, account }: ClaimDraft,
): RedemptionClaim {
  return {
    basis: name ? figureOf(basis) : undefined,
    statement: statement.trim() || undefined,
    files,
    account: trimmed(account),
  };
}

export const trimmed = ({ name, bank, number }: AccountDraft): AccountDraft => ({
  name: name.trim(),
  bank: bank.trim(),
  number: number.trim(),
});

/** The form's field of a mistake that the service told: `claim.account.number`, `claim.files[2]`. */
export const keyOfMistake = (field: string): string => field.replace(/^claim\./, '').replace(/\[.*$/, '');

/** Applications that are over without money: the enterprise may apply anew. */
export const mayApplyAgain = (status: RedemptionStatus): boolean =>
  status === 'REJECTED' || status === 'WITHDRAWN' || status === 'DECLINED' || status === 'ENDED';

/** The money is not on its way yet. */
export const mayWithdraw = (status: RedemptionStatus): boolean =>
  status === 'SUBMITTED' ||
  status === 'SENT_BACK' ||
  status === 'IN_NOTICE' ||
  status === 'APPROVED' ||
  mustCorrectAccount(status);

/** The money did not arrive: to which account it goes the enterprise has to say. */
export const mustCorrectAccount = (status: RedemptionStatus): boolean =>
  status === 'PAY_FAILED' || status === 'RETURNED';

export const mayCorrectAccount = (status: RedemptionStatus): boolean =>
  status === 'IN_NOTICE' || status === 'APPROVED' || mustCorrectAccount(status);

/** Within what time an application is reviewed, and by when what is handed in now. */
export const reviewText = ({ workingDays, dueOn }: NonNullable<RedemptionProject['review']>): string =>
  `承诺 ${workingDays} 个工作日内审核${dueOn ? `，现在提交的${willBeBy(dueOn)}审核` : ''}`;

/** What the enterprise has to do itself comes first. */
export const urgency = ({ status }: Pick<Redemption, 'status'>): number =>
  status === 'OFFERED' || status === 'SENT_BACK' || mustCorrectAccount(status) ? 0 : 1;

/** Whether it is over, and the enterprise can say how it was handled. */
export const isEvaluated = ({ status }: Pick<Redemption, 'status'>) =>
  ['PAID', 'REJECTED', 'ENDED'].includes(status);

/** Whether anything of it is still to come. */
export const isUnderWay = (status: RedemptionStatus) => !mayApplyAgain(status) && status !== 'PAID';
