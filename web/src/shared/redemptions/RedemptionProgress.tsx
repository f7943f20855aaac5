import type { Redemption, RedemptionStatus } from '../api';
import { CaseProgress } from '../promise/CaseProgress';
import type { TimelineStep } from '../ui/Timeline';

const REVIEW = '部门审核';

const NEXT: Partial<Record<RedemptionStatus, string[]>> = {
  SUBMITTED: [REVIEW, '公示', '支付'],
  SENT_BACK: ['企业补正', REVIEW, '公示', '支付'],
  OFFERED: ['企业确认', '公示', '支付'],
  IN_NOTICE: ['公示期满', '支付'],
  APPROVED: ['支付'],
  PAYING: ['支付'],
  PAY_FAILED: ['更正收款账户', '再次支付'],
  RETURNED: ['更正收款账户', '再次支付'],
};

const TONE: Record<string, TimelineStep['tone']> = {
  WITHDRAWN: 'ended',
  DECLINED: 'ended',
  SENT_BACK: 'back',
  REJECTED: 'ended',
  ENDED: 'bad',
  PAY_FAILED: 'bad',
  RETURNED: 'bad',
};

/** How far an application for redemption has come. */
export function RedemptionProgress({ of }: { of: Pick<Redemption, 'status' | 'timeline' | 'promise'> }) {
  return (
    <CaseProgress
      past={of.timeline.map((entry, index): TimelineStep => ({
        key: `${entry.at}-${index}`,
        label: entry.label,
        at: entry.at,
        actor: entry.actor ?? entry.applicant,
        note: entry.note,
        tone: TONE[entry.kind] ?? 'done',
      }))}
      next={NEXT[of.status] ?? []}
      answer={REVIEW}
      promise={of.promise}
      of="REDEMPTION"
    />
  );
}
