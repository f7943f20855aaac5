import type { Activity, ActivitySignUp, ManagedArticle } from '../api';
import { Tag } from '../ui/StatusTag';
import {
  ARTICLE_STATUSES,
  ARTICLE_TONES,
  PHASE_TONES,
  PHASES,
  SIGN_UP_STATUSES,
  SIGN_UP_TONES,
} from './words';

export const PhaseTag = ({ of: { phase } }: { of: Pick<Activity, 'phase'> }) => (
  <Tag tone={PHASE_TONES[phase]}>{PHASES[phase]}</Tag>
);

export const SignUpTag = ({ of: { status } }: { of: Pick<ActivitySignUp, 'status'> }) => (
  <Tag tone={SIGN_UP_TONES[status]}>{SIGN_UP_STATUSES[status]}</Tag>
);

/** Who has a place, or waits for one, reads that, and not that others may still sign up or wait. */
export const OwnPhaseTag = ({
  of,
  mine,
}: {
  of: Pick<Activity, 'phase'>;
  mine?: Pick<ActivitySignUp, 'status'> | null;
}) =>
  (mine?.status === 'SIGNED_UP' || mine?.status === 'WAITING') &&
  (of.phase === 'OPEN' || of.phase === 'FULL') ? (
    <SignUpTag of={mine} />
  ) : (
    <PhaseTag of={of} />
  );

export const ArticleTag = ({ of: { status } }: { of: Pick<ManagedArticle, 'status'> }) => (
  <Tag tone={ARTICLE_TONES[status]}>{ARTICLE_STATUSES[status]}</Tag>
);
