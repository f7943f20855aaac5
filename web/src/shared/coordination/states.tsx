import type { BankAnswer, CoordinationCase } from '../api';
import { Tag, type Tone } from '../ui/StatusTag';
import { ANSWER_STATUSES, CASE_STATUSES, STANDINGS } from './coordination';

const CASE_TONES: Record<CoordinationCase['status'], Tone> = {
  DECLARED: 'wait',
  RECOMMENDED: 'info',
  REJECTED: 'quiet',
  ANSWERED: 'good',
  CLOSED: 'quiet',
  WITHDRAWN: 'quiet',
};

const ANSWER_TONES: Record<BankAnswer['status'], Tone> = {
  PENDING: 'wait',
  GRANTED: 'good',
  REFUSED: 'quiet',
  SERVED: 'info',
  LAPSED: 'quiet',
  UNANSWERED: 'bad',
};

const STANDING_TONES: Record<keyof typeof STANDINGS, Tone> = { MET: 'good', NOT_MET: 'bad', UNKNOWN: 'wait' };

export const CaseState = ({ of: { status } }: { of: Pick<CoordinationCase, 'status'> }) => (
  <Tag tone={CASE_TONES[status]}>{CASE_STATUSES[status]}</Tag>
);

export const AnswerState = ({ of: { status } }: { of: Pick<BankAnswer, 'status'> }) => (
  <Tag tone={ANSWER_TONES[status]}>{ANSWER_STATUSES[status]}</Tag>
);

export const StandingTag = ({ of }: { of: keyof typeof STANDINGS }) => (
  <Tag tone={STANDING_TONES[of]}>{STANDINGS[of]}</Tag>
);
