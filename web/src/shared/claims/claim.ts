import {
  isProblem,
  problemText,
  type Claim,
  type ClaimRequest,
  type ConsentCategory,
  type EnterpriseHit,
  type ScannerKind,
  type StoredFile,
} from '../api';
import { SCANNERS, someScanners } from '../consents';
import { label } from '../i18n';
import { personProblem, PHONE } from '../ui/fields';
import { fileSize } from '../ui/format';
import type { TimelineStep } from '../ui/Timeline';

/** The enterprise whose code is claimed. */
export type Chosen = Pick<EnterpriseHit, 'id' | 'name' | 'uscc'>;

/** The form, named as the request is, so that the server's field errors find their fields. */
export interface ClaimValues {
  legalRep?: { name?: string; idNumber?: string };
  agent?: { name?: string; phone?: string };
  letterFileId?: StoredFile;
  consents?: ConsentCategory[];
  /** Who sees on a scan what is allowed. */
  scanners?: ScannerKind[];
}

/** What is kept of a claim between visits: nothing of the legal representative's identity. */
export interface ClaimDraft {
  enterprise: Chosen;
  values: ClaimValues;
}

export const claimDraftOf = (enterprise: Chosen, values: ClaimValues): ClaimDraft => ({
  enterprise,
  values: { ...values, legalRep: { name: values.legalRep?.name } },
});

/** Name of the draft of a new claim, of one to be certified again, or of the one that was returned. */
export const claimDraftName = (returned?: Claim, again = false) =>
  returned ? `claim.${returned.id}` : again ? 'claim.again' : 'claim';

export const LETTER_TYPES = ['application/pdf', 'image/jpeg', 'image/png'];
const MAX_LETTER = 10 * 1024 * 1024;

/** Which enterprise a returned claim was about. */
export function chosenOf(claim: Claim): Chosen {
  return { id: claim.enterpriseId, name: claim.enterpriseName, uscc: claim.uscc };
}

/** What a form begins with: nothing, or what was returned; identity number and phone are never given back, and need not be typed again. */
export function valuesOf(returned?: Claim): ClaimValues {
  return {
    // Nothing is agreed to before it is ticked, nor shown to anybody.
    consents: returned?.consents ?? [],
    scanners: returned?.scanners ?? [],
    legalRep: { name: returned?.legalRepName },
    agent: { name: returned?.agentName },
    letterFileId: returned?.letterFile,
  };
}

/** A filled form as the service wants it. */
export function claimOf(
  enterprise: { id: string },
  values: ClaimValues,
  channel: ClaimRequest['channel'],
): ClaimRequest {
  return {
    enterpriseId: enterprise.id,
    legalRep: {
      name: values.legalRep!.name!.trim(),
      // Left empty where it stays as it was handed in.
      idNumber: values.legalRep!.idNumber?.trim().toUpperCase() ?? '',
    },
    agent: { name: values.agent!.name!.trim(), phone: values.agent!.phone?.trim() ?? '' },
    letterFileId: values.letterFileId!.id,
    consents: values.consents ?? [],
    scanners: values.scanners,
    channel,
  };
}

/** The field that the server names, as the form calls it: what is handed in again stands in `claim`. */
export const claimField = (field: string) => field.replace(/^claim\./, '');

/** Check digit of GB 11643-1999. */
export function validIdNumber(text: string): boolean {
  const id = text.trim().toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id[17];
}

interface Fields {
  getFieldValue: (name: string[]) => unknown;
}

/** What is covered in answers has to be typed, unless it was handed in before for the same person, whose name stands in the field `whose`. */
const typedUnlessKept = (whose: string[], before: string | undefined, who: string, what: string) =>
  before === undefined
    ? { required: true, message: `请填写${what}` }
    : ({ getFieldValue }: Fields) => ({
        validator: (_rule: unknown, value?: string) =>
          value || (getFieldValue(whose) as string | undefined)?.trim() === before
            ? Promise.resolve()
            : Promise.reject(new Error(`${who}已更改，请填写其${what}`)),
      });

/** Numbers are copied with the gaps by which they are read. */
export const withoutSpaces = (typed: string | undefined) => typed?.replace(/\s/g, '');

/** Rules of the identity number's field, for either form library. */
export const idNumberRules = (returned?: Claim) => [
  typedUnlessKept(['legalRep', 'name'], returned?.legalRepName, '法定代表人', '身份证号码'),
  {
    validator: (_rule: unknown, value?: string) =>
      !value || validIdNumber(value)
        ? Promise.resolve()
        : Promise.reject(new Error('身份证号码有误，请核对')),
  },
];

/** Rules of the field for the agent's phone, for either form library. */
export const agentPhoneRules = (returned?: Claim) => [
  typedUnlessKept(['agent', 'name'], returned?.agentName, '经办人', ' 11 位手机号'),
  { pattern: PHONE, message: '请填写 11 位手机号' },
];

/** Stands in a field that is not given back. */
export const KEPT = '已填写，不更改的不必再填';

/** The identity number as it is checked before it is handed in. */
export const idNumberText = (values: ClaimValues, returned?: Claim) =>
  returned && !values.legalRep?.idNumber ? '与退回前相同' : maskedIdNumber(values.legalRep?.idNumber ?? '');

/** The agent as they are checked before they are handed in. */
export const agentText = (values: ClaimValues, returned?: Claim) =>
  `${values.agent?.name}，${values.agent?.phone || returned?.agentPhone}`;

/** Rules of a field for a person's name, for either form library; `whose` names the person. */
export const personRules = (whose: string) => [
  { required: true, whitespace: true, message: `请填写${whose}姓名` },
  {
    validator: (_rule: unknown, value?: string) => {
      const wrong = personProblem(value ?? '');
      return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
    },
  },
];

/** As the console shows it to those who may not read all of it. */
export const maskedIdNumber = (id: string) => id.trim().replace(/^(.{6}).{8}/, '$1********');

/** Why an enterprise cannot be claimed, as far as the register knows. */
export function unclaimable({ status, certified }: EnterpriseHit): string | undefined {
  if (status !== 'ACTIVE') return `已${label('enterpriseStatus', status)}，不能领取`;
  return certified ? '已领码' : undefined;
}

/** Why the claim as a whole was refused: it stands where it was handed in until it is handed in again. */
export function claimRefusal(error: Error | null): string | undefined {
  if (!isProblem(error) || error.code === 'LEGAL_REP_MISMATCH' || error.fields.length) return undefined;
  return [409, 422].includes(error.status) || error.code === 'CLAIMS_USED_UP'
    ? problemText(error)
    : undefined;
}

/** What the applicant says and agrees to by handing in a claim. */
export function claimDeclaration(consents: ConsentCategory[] = [], scanners?: ScannerKind[]): string {
  const shown = consents.filter(isShown).map((one) => label('consent', one));
  return [
    '以上内容真实有效；经办人已获法定代表人授权',
    shown.length && `同意${someScanners(scanners) ?? SCANNERS}扫码核验时查看企业的${shown.join('、')}`,
    consents.includes('TAX') && '同意平台取得企业的税务信息，用于匹配政策和贷款产品，不向扫码人展示',
  ]
    .filter(Boolean)
    .join('；');
}

/** Said in place of the kinds of data where an enterprise that has its code is certified again. */
export const CONSENTS_STAY = '不变：以“数据授权”中的设置为准';

/** The kinds of data that a claim allows and to whom, in words. */
export function consentsText(consents: ConsentCategory[] = [], scanners?: ScannerKind[]): string {
  const named = (of: ConsentCategory[]) => of.map((one) => label('consent', one)).join('、');
  const shown = consents.filter(isShown);
  const some = shown.length > 0 && someScanners(scanners);
  return (
    [named(shown) + (some ? `（扫码时仅${some}可见）` : ''), named(consents.filter((one) => !isShown(one)))]
      .filter(Boolean)
      .join('、') || '暂不授权'
  );
}

/** Whether a scan shows it to anybody. */
const isShown = (category: ConsentCategory) => category !== 'TAX';

/** Rules of the field in which is chosen who scans, for either form library. */
export const scannerRules = [
  ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_rule: unknown, chosen: ScannerKind[] = []) =>
      chosen.length || !((getFieldValue('consents') as ConsentCategory[] | undefined) ?? []).some(isShown)
        ? Promise.resolve()
        : Promise.reject(new Error('请至少选择一类扫码人')),
  }),
];

/** Why a file cannot be a letter, before it is sent; the server looks into the content as well. */
export function letterProblem(file: { type: string; size: number }): string | undefined {
  if (!LETTER_TYPES.includes(file.type)) return '只接受 PDF、JPG 或 PNG 文件';
  if (file.size > MAX_LETTER) return `文件为 ${fileSize(file.size)}，不能超过 10 MB`;
  return undefined;
}

/** Why an upload failed: what is wrong with the file where the server says so, else what went wrong. */
export function letterFailure(error: Error | null): string | undefined {
  if (!isProblem(error)) return error?.message;
  return error.fields[0]?.message ?? problemText(error);
}

/** Whether the claim's code can be shown: it is still there, and whoever asks acts for its enterprise. */
export const canShowCode = (claim: Claim, actsFor: { id: string } | null | undefined) =>
  claim.status === 'APPROVED' && claim.codeStatus !== 'REVOKED' && actsFor?.id === claim.enterpriseId;

/** Whether it was decided, and its applicant or the enterprise can say how. */
export const isEvaluated = ({ status }: Pick<Claim, 'status'>) =>
  status === 'APPROVED' || status === 'REJECTED';

/** What has become of a claim, as its applicant is shown it. */
export function claimSteps(claim: Claim): TimelineStep[] {
  // What was handed in again is dated anew.
  const submittedAt = claim.corrections?.[0]?.submittedAt ?? claim.submittedAt;
  const steps: TimelineStep[] = [{ label: '提交申请', at: submittedAt }];
  for (const { returnedAt, reason, resubmittedAt } of claim.corrections ?? []) {
    steps.push({ label: label('claimStatus', 'RETURNED'), at: returnedAt, tone: 'back', note: reason });
    if (resubmittedAt) steps.push({ label: '补正后重新提交', at: resubmittedAt });
  }
  if (claim.decidedAt)
    steps.push({
      label: label('claimStatus', claim.status),
      at: claim.decidedAt,
      tone: claim.status === 'APPROVED' ? 'done' : 'ended',
      note: claim.reason,
    });
  else if (claim.status === 'WITHDRAWN')
    steps.push({ label: '已撤回', at: claim.withdrawnAt, tone: 'ended' });
  if (claim.codeIssuedAt) steps.push({ label: '企业码已发放', at: claim.codeIssuedAt });
  if (claim.codeStatus === 'REVOKED')
    steps.push({
      label: `企业码已注销${claim.codeEnding === '解绑' ? '（解绑）' : ''}`,
      at: claim.codeEndedAt,
      tone: 'ended',
    });
  return steps;
}

/** The step by which a claim is decided. */
export const REVIEWED = '工作人员审核';

/** What is still to come of a claim. */
export function claimNext({ status, kind }: Pick<Claim, 'status' | 'kind'>): string[] {
  const end = kind === 'RENEWAL' ? '重新认证完成' : '发放企业码';
  if (status === 'SUBMITTED') return [REVIEWED, end];
  return status === 'RETURNED' ? ['申请人补正并重新提交', REVIEWED, end] : [];
}

/** The steps of a claim, on both sites. */
export const CLAIM_STEPS = ['查找企业', '授权认证', '检查并提交', '完成'];

/** What the page says on which a claim was handed in. */
export const afterClaimSubmitted = ({ kind }: Pick<Claim, 'kind'>) => [
  '工作人员核对授权书与登记信息，结果会以消息告知。',
  kind === 'RENEWAL'
    ? '审核通过后您成为该企业的认证人，企业码、编号和数据授权都不变。'
    : '审核通过后自动发放企业码，您成为该企业的管理员。',
  '如被退回，可在领码记录里补正后重新提交。',
];

/** Where the letter of authorisation stands to print, with what is known of the enterprise. */
export const letterTemplate = ({ name, uscc }: Pick<Chosen, 'name' | 'uscc'>) =>
  `/code/letter?${new URLSearchParams({ name, uscc }).toString()}`;
