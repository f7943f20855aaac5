import type { Redemption, RedemptionStatus } from '../api';
import { CaseProgress } from '../promise/CaseProgress';
import { noticeOver, numberText } from '../ui/format';
import type { TimelineStep } from '../ui/Timeline';

const REVIEW = '部门审核';
const NOTICE_OVER = '公示期满';

const NEXT: Partial<Record<RedemptionStatus, string[]>> = {
  SUBMITTED: [REVIEW, '公示', '支付'],
  SENT_BACK: ['企业补正', REVIEW, '公示', '支付'],
  OFFERED: ['企业确认', '公示', '支付'],
  IN_NOTICE: [NOTICE_OVER, '支付'],
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

type Entry = Redemption['timeline'][number];

/** What was claimed at a moment, beside what the amount was then: where it was claimed more than once each stays to be read. */
function Noted({ entry, basis }: { entry: Entry; basis: string | undefined }) {
  const { note, stated } = entry;
  return (
    <>
      {note && <div>{note}</div>}
      {stated?.basis !== undefined && (
        <div>
          {basis ?? '申报数额'}：{numberText(stated.basis)}
        </div>
      )}
      {stated?.statement && <div>说明：{stated.statement}</div>}
      {stated?.account && <div>收款账户：{stated.account}</div>}
    </>
  );
}

/** How far an application for redemption has come. */
export function RedemptionProgress({
  of,
}: {
  of: Pick<Redemption, 'status' | 'timeline' | 'promise' | 'basis' | 'noticeUntil'>;
}) {
  const claimedAnew = of.timeline.some(({ kind }) => kind === 'RESUBMITTED');
  return (
    <CaseProgress
      past={of.timeline.map((entry, index): TimelineStep => ({
        key: `${entry.at}-${index}`,
        label: entry.label,
        at: entry.at,
        actor: entry.actor ?? entry.applicant,
        note: claimedAnew && entry.stated ? <Noted entry={entry} basis={of.basis} /> : entry.note,
        tone: TONE[entry.kind] ?? 'done',
      }))}
      next={NEXT[of.status] ?? []}
      answer={REVIEW}
      promise={of.promise}
      notes={{ [NOTICE_OVER]: of.noticeUntil && noticeOver(of.noticeUntil) }}
      of="REDEMPTION"
    />
  );
}
