import { useEvaluationWords } from '@/shared/evaluations';
import { LinkButton } from '../../ui';

/** From a finished case to its evaluation. */
export function EvaluationLink({ of }: { of: string }) {
  const words = useEvaluationWords(of);
  return words && <LinkButton to={`/my/evaluations/${of}`}>{words}</LinkButton>;
}
