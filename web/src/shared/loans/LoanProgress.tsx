import type { LoanApplication } from '../api';
import { CaseProgress } from '../promise/CaseProgress';
import type { TimelineStep } from '../ui/Timeline';

type Progress = Pick<LoanApplication, 'status' | 'timeline' | 'promise'>;

/** The step by which the bank has answered. */
const ANSWERED = '银行审批';

/** How far a loan application has come. */
export function LoanProgress({ of: application }: { of: Progress }) {
  return (
    <CaseProgress
      past={pastOf(application)}
      next={nextOf(application)}
      answer={ANSWERED}
      promise={application.promise}
      of="LOAN"
    />
  );
}

const pastOf = ({ timeline }: Progress): TimelineStep[] =>
  timeline.map((entry, index) => ({
    key: `${entry.at}-${index}`,
    label: entry.label,
    at: entry.at,
    actor: entry.actor ?? entry.applicant,
    note: noteOf(entry),
    tone: toneOf(entry.kind),
  }));

/** Which files, and what for, stands with the files. What ends with a sentence needs no more signs before the next. */
const noteOf = ({ note, files }: LoanApplication['timeline'][number]) =>
  [note, files && `提交文件 ${files.length} 份`].filter(Boolean).join(ENDED.test(note ?? '') ? '' : '；') ||
  undefined;

const ENDED = /[。！？；…]\s*$/;

function toneOf(kind: LoanApplication['timeline'][number]['kind']): TimelineStep['tone'] {
  if (kind === 'WITHDRAWN') return 'ended';
  if (kind === 'MATERIAL_ASKED') return 'back';
  return kind === 'REFUSED' ? 'ended' : 'done';
}

function nextOf({ status, timeline }: Progress): string[] {
  const next: Partial<Record<LoanApplication['status'], string[]>> = {
    SUBMITTED: ['银行受理', ANSWERED, '放款'],
    IN_REVIEW: [ANSWERED, '放款'],
    NEED_MATERIAL: ['企业补充材料', ANSWERED, '放款'],
    APPROVED: timeline.some((entry) => entry.kind === 'DISBURSED') ? ['结清'] : ['放款', '结清'],
  };
  return next[status] ?? [];
}
