import type { Declaration } from '../api';
import { label } from '../i18n';
import { CaseProgress } from '../promise/CaseProgress';
import { noticeOver } from '../ui/format';
import type { TimelineStep } from '../ui/Timeline';

type Progress = Pick<Declaration, 'status' | 'timeline' | 'promise' | 'steps' | 'stepIndex' | 'notice'>;

/** How far a declaration has come. */
export function DeclarationProgress({ of: declaration }: { of: Progress }) {
  const next = nextOf(declaration);
  const until = declaration.notice?.until;
  return (
    <CaseProgress
      past={declaration.timeline.map((entry, index): TimelineStep => ({
        key: `${entry.at}-${index}`,
        // The step 批准 ends with 批准.
        label: entry.step && entry.step !== entry.label ? `${entry.step} · ${entry.label}` : entry.label,
        at: entry.at,
        actor: entry.actor ?? entry.applicant,
        note: entry.note,
        tone: toneOf(entry.kind),
      }))}
      next={next}
      answer={next.find((step) => step !== SUPPLEMENT) ?? ''}
      promise={declaration.promise}
      notes={{ [label('declarationStep', 'PUBLIC_NOTICE')]: until && noticeOver(until) }}
      of="DECLARATION"
    />
  );
}

const SUPPLEMENT = '企业补正';

function toneOf(kind: Declaration['timeline'][number]['kind']): TimelineStep['tone'] {
  if (kind === 'WITHDRAWN') return 'ended';
  if (kind === 'SENT_BACK') return 'back';
  return kind === 'REJECTED' ? 'ended' : 'done';
}

function nextOf({ status, steps, stepIndex }: Progress): string[] {
  const left = steps.slice(stepIndex).map((step) => label('declarationStep', step.kind));
  if (status === 'SENT_BACK') return [SUPPLEMENT, ...left];
  return status === 'SUBMITTED' || status === 'IN_REVIEW' ? left : [];
}
