import type { ReactNode } from 'react';
import { useBrand } from '../brand';
import { label } from '../i18n';
import { yuanAsWan } from './format';
import { Icon, type IconName } from './Icon';
import css from './StatusTag.module.css';

export type Tone = 'good' | 'wait' | 'due' | 'late' | 'bad' | 'info' | 'quiet';

/** A state in words, with colour only as a second sign. */
export function Tag({
  tone = 'quiet',
  icon,
  children,
  title,
  wraps = false,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
  title?: string;
  /** A sentence, which is longer than a narrow page is wide. */
  wraps?: boolean;
}) {
  return (
    <span className={[css.tag, css[tone], wraps && css.wraps].filter(Boolean).join(' ')} title={title}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

/** Red is what is broken: a payment that failed, a code that was revoked. A refusal is an answer like another. */
const tones = {
  claimStatus: {
    SUBMITTED: 'wait',
    APPROVED: 'good',
    REJECTED: 'quiet',
    RETURNED: 'wait',
    WITHDRAWN: 'quiet',
  },
  projectStatus: { DRAFT: 'info', OPEN: 'good', CLOSED: 'quiet' },
  windowState: {
    NOT_YET: 'info',
    OPEN: 'good',
    OVER: 'quiet',
    POLICY_OVER: 'quiet',
    POLICY_SUPERSEDED: 'quiet',
    POLICY_WITHDRAWN: 'quiet',
    CLOSED: 'quiet',
  },
  declarationStatus: {
    DRAFT: 'quiet',
    SUBMITTED: 'info',
    IN_REVIEW: 'info',
    SENT_BACK: 'wait',
    APPROVED: 'good',
    REJECTED: 'quiet',
    WITHDRAWN: 'quiet',
  },
  redemptionWindow: {
    NOT_YET: 'info',
    OPEN: 'good',
    OVER: 'quiet',
    POLICY_OVER: 'quiet',
    POLICY_SUPERSEDED: 'quiet',
    POLICY_WITHDRAWN: 'quiet',
    CLOSED: 'quiet',
  },
  redemptionStatus: {
    SUBMITTED: 'info',
    SENT_BACK: 'wait',
    OFFERED: 'wait',
    IN_NOTICE: 'info',
    NOTICE_OVER: 'info',
    APPROVED: 'info',
    PAYING: 'info',
    PAID: 'good',
    PAY_FAILED: 'bad',
    RETURNED: 'bad',
    REJECTED: 'quiet',
    WITHDRAWN: 'quiet',
    DECLINED: 'quiet',
    ENDED: 'bad',
  },
  objectionState: { OPEN: 'wait', UPHELD: 'bad', DISMISSED: 'quiet' },
  batchState: { DRAFT: 'wait', APPROVED: 'info', EXPORTED: 'info', SETTLED: 'good', CANCELLED: 'quiet' },
  paymentOutcome: {
    NOT_YET: 'wait',
    PENDING: 'info',
    PAID: 'good',
    FAILED: 'bad',
    RETURNED: 'bad',
    CANCELLED: 'quiet',
    REMOVED: 'quiet',
  },
  returnState: { OPEN: 'wait', CONFIRMED: 'info', REFUSED: 'quiet' },
  codeStatus: { ACTIVE: 'good', FROZEN: 'wait', REVOKED: 'bad' },
  codeLevel: { NORMAL: 'quiet', KEY: 'info', WARNED: 'bad' },
  policyStatus: { EFFECTIVE: 'good', UPCOMING: 'info', EXPIRED: 'quiet', SUPERSEDED: 'quiet' },
  loanStatus: {
    SUBMITTED: 'info',
    IN_REVIEW: 'wait',
    NEED_MATERIAL: 'wait',
    APPROVED: 'good',
    REFUSED: 'quiet',
    WITHDRAWN: 'quiet',
    SETTLED: 'quiet',
    EXPIRED: 'quiet',
  },
  invitationState: { OPEN: 'wait', ACCEPTED: 'good', WITHDRAWN: 'quiet', EXPIRED: 'quiet' },
  admissionStatus: { SUBMITTED: 'wait', APPROVED: 'good', REJECTED: 'quiet' },
  apiKeyStatus: { APPLIED: 'wait', APPROVED: 'info', REJECTED: 'quiet', ACTIVE: 'good', REVOKED: 'quiet' },
  enterpriseStatus: { ACTIVE: 'good', REVOKED: 'bad', CANCELLED: 'quiet' },
  productStatus: { PUBLISHED: 'good', SUSPENDED: 'wait' },
  publication: { DRAFT: 'info', PUBLISHED: 'good', REPLACED: 'quiet', WITHDRAWN: 'quiet' },
  draftState: { DRAFT: 'info', REVIEW: 'wait', PUBLISHED: 'good' },
  entryStatus: { DRAFT: 'info', SUBMITTED: 'wait', RETURNED: 'bad', APPROVED: 'good', DISCARDED: 'quiet' },
  matchOutcome: {
    ELIGIBLE: 'good',
    NEARLY: 'wait',
    UPCOMING: 'info',
    INELIGIBLE: 'quiet',
    UNKNOWN: 'info',
    HELD: 'good',
    UNCLEAR: 'quiet',
    PERIOD_OVER: 'wait',
  },
  loanOutcome: { ELIGIBLE: 'info', UPCOMING: 'info', UNCLEAR: 'quiet', PERIOD_OVER: 'wait' },
  pushResult: { DELIVERED: 'good', ACCEPTED: 'info', FAILED: 'bad' },
  noticeState: { ENABLED: 'good', DISABLED: 'quiet' },
  notificationState: {
    DRAFT: 'info',
    PENDING_APPROVAL: 'wait',
    REJECTED: 'bad',
    SCHEDULED: 'wait',
    SENDING: 'info',
    SENT: 'good',
    CANCELLED: 'quiet',
  },
  deliveryResult: {
    WAITING: 'wait',
    TAKEN: 'info',
    DELIVERED: 'good',
    ACCEPTED: 'info',
    FAILED: 'bad',
    UNDELIVERED: 'bad',
    UNCERTAIN: 'wait',
    NOBODY: 'quiet',
    GONE: 'quiet',
    CANCELLED: 'quiet',
    DECLINED: 'quiet',
  },
} as const satisfies Record<string, Record<string, Tone>>;

/** The tone of an enum value, for what shows it otherwise than as a tag. */
export function toneOf(of: keyof typeof tones, value: string): Tone {
  return (tones[of] as Record<string, Tone>)[value] ?? 'quiet';
}

/** Tag of an enum value, worded by the shared vocabulary. */
export function StatusTag({ of, value }: { of: keyof typeof tones; value: string }) {
  return <Tag tone={toneOf(of, value)}>{label(of, value)}</Tag>;
}

/** How an application stands: one that is granted says as well how much of it was paid out. */
export function LoanState({
  of: { status, grantedAmount, disbursedAmount },
}: {
  of: { status: string; grantedAmount?: number; disbursedAmount: number };
}) {
  if (status !== 'APPROVED' || !disbursedAmount) return <StatusTag of="loanStatus" value={status} />;
  return <Tag tone="good">已放款 {paidText(disbursedAmount, grantedAmount)}</Tag>;
}

/** "20 / 50 万元", or one figure where all of it was paid out. */
function paidText(paid: number, granted: number | undefined): string {
  if (granted === undefined || granted === paid) return yuanAsWan(paid);
  const part = yuanAsWan(paid);
  const whole = yuanAsWan(granted);
  const [figure, unit] = part.split(/\s/);
  return whole.split(/\s/)[1] === unit ? `${figure} / ${whole}` : `${part} / ${whole}`;
}

/**
 * Says that a figure or a text could not be checked against the original. Shown instead of hiding it, in one look everywhere;
 * in the head of a page with a sign.
 */
export function Unverified({ head = false }: { head?: boolean }) {
  return (
    <Tag tone="wait" icon={head ? 'warning' : undefined} title={label('common', 'unverifiedHint')}>
      {label('common', 'unverified')}
    </Tag>
  );
}

/** What is certain of a policy: its text and the figures of its conditions are two things. */
export interface Certain {
  verified: boolean;
  criteriaVerified: boolean;
}

/** Says of a policy what could not be checked, in the same words and look wherever it is shown. */
export function PolicyCertainty({
  of,
  head = false,
  brief = false,
}: {
  of: Certain;
  /** In the head of a page, where it has a sign. */
  head?: boolean;
  /** In lists for the public: one word, which tells the rest when pointed at. */
  brief?: boolean;
}) {
  const icon = head ? 'warning' : undefined;
  if (of.verified && of.criteriaVerified) return null;
  if (brief) {
    const open = [
      !of.verified && label('common', 'textUnverified'),
      !of.criteriaVerified && label('common', 'criteriaUnverified'),
    ];
    return (
      <Tag tone="wait" title={open.filter(Boolean).join('，')}>
        {label('common', 'unverified')}
      </Tag>
    );
  }
  return (
    <span className={css.tags}>
      {!of.verified && (
        <Tag tone="wait" icon={icon} title={label('common', 'textUnverifiedHint')}>
          {label('common', 'textUnverified')}
        </Tag>
      )}
      {!of.criteriaVerified && (
        <Tag tone="wait" icon={icon} title={label('common', 'criteriaUnverifiedHint')}>
          {label('common', 'criteriaUnverified')}
        </Tag>
      )}
    </span>
  );
}

/**
 * Marks an enterprise or account that is made up; `short` in lists, where every row may be one: not drawn while the notice above
 * every page says so of them all.
 */
export function DemoTag({ short = false }: { short?: boolean }) {
  const { demo } = useBrand();
  if (short && demo.notice) return null;
  return (
    <Tag tone="quiet" title={short ? label('common', 'demo') : undefined}>
      {label('common', short ? 'demoShort' : 'demo')}
    </Tag>
  );
}
