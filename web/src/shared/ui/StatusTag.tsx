import type { ReactNode } from 'react';
import { label } from '../i18n';
import { Icon, type IconName } from './Icon';
import css from './StatusTag.module.css';

export type Tone = 'good' | 'wait' | 'bad' | 'info' | 'quiet';

/** A state in words, with colour only as a second sign. */
export function Tag({
  tone = 'quiet',
  icon,
  children,
  title,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
  title?: string;
}) {
  return (
    <span className={`${css.tag} ${css[tone]}`} title={title}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

const tones = {
  claimStatus: { SUBMITTED: 'wait', APPROVED: 'good', REJECTED: 'bad', RETURNED: 'wait', WITHDRAWN: 'quiet' },
  codeStatus: { ACTIVE: 'good', FROZEN: 'wait', REVOKED: 'bad' },
  codeLevel: { NORMAL: 'quiet', KEY: 'info', WARNED: 'bad' },
  policyStatus: { EFFECTIVE: 'good', UPCOMING: 'info', EXPIRED: 'quiet', SUPERSEDED: 'quiet' },
  loanStatus: {
    SUBMITTED: 'info',
    IN_REVIEW: 'wait',
    APPROVED: 'good',
    REFUSED: 'bad',
    WITHDRAWN: 'quiet',
    SETTLED: 'quiet',
  },
  enterpriseStatus: { ACTIVE: 'good', REVOKED: 'bad', CANCELLED: 'quiet' },
  productStatus: { PUBLISHED: 'good', SUSPENDED: 'wait' },
  publication: { DRAFT: 'info', PUBLISHED: 'good', WITHDRAWN: 'quiet' },
  matchOutcome: { ELIGIBLE: 'good', NEARLY: 'wait', INELIGIBLE: 'quiet', UNKNOWN: 'info' },
} as const satisfies Record<string, Record<string, Tone>>;

/** Tag of an enum value, worded by the shared vocabulary. */
export function StatusTag({ of, value }: { of: keyof typeof tones; value: string }) {
  const tone = (tones[of] as Record<string, Tone>)[value] ?? 'quiet';
  return <Tag tone={tone}>{label(of, value)}</Tag>;
}

/** Says that a figure or a text could not be checked against the original. Shown instead of hiding it. */
export function Unverified({ short = false }: { short?: boolean }) {
  return (
    <Tag tone="wait" icon={short ? undefined : 'warning'} title={label('common', 'unverifiedHint')}>
      {label('common', 'unverified')}
    </Tag>
  );
}

/** Marks an enterprise or account that is made up. */
export function DemoTag() {
  return <Tag tone="quiet">{label('common', 'demo')}</Tag>;
}
