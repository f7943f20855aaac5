import { useEvaluationWords } from '@/shared/evaluations';
import { ButtonLink } from '../../ui';

/** From a finished case to its evaluation. */
export function EvaluationLink({ of }: { of: string }) {
  const words = useEvaluationWords(of);
  return (
    words && (
      <ButtonLink look="outline" small to={`/center/evaluations/${of}`}>
        {words}
      </ButtonLink>
    )
  );
}
