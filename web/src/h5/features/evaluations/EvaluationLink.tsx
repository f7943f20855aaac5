import { useEvaluationWords } from '@/shared/evaluations';
import { LinkButton } from '../../ui';

/** From a finished case to its evaluation. */
export function EvaluationLink({ of }: { of: string }) {
  return <LinkButton to={`/my/evaluations/${of}`}>{useEvaluationWords(of)}</LinkButton>;
}
