import type { Evaluation, Grade } from '../api';
import { Tag, type Tone } from '../ui/StatusTag';
import { EVALUATION_STATES, GRADES, isSatisfied, MY_STATES } from './evaluation';

const TONES: Record<Evaluation['state'], Tone> = {
  GIVEN: 'quiet',
  TO_ANSWER: 'wait',
  TO_REVIEW: 'wait',
  TO_EVALUATE_AGAIN: 'info',
  EVALUATED_AGAIN: 'good',
  LAPSED: 'quiet',
};

export const EvaluationState = ({ of, mine }: { of: Evaluation['state']; mine?: boolean }) => (
  <Tag tone={TONES[of]}>{(mine ? MY_STATES : EVALUATION_STATES)[of]}</Tag>
);

export const GradeTag = ({ of }: { of: Grade }) => (
  <Tag tone={isSatisfied(of) ? 'good' : 'wait'}>{GRADES[of]}</Tag>
);
