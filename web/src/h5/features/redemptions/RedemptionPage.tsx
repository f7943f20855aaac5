import { useParams } from 'react-router';
import { isEvaluated, RedemptionBody, useRedemption } from '@/shared/redemptions';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body } from '../../ui';
import { EvaluationLink } from '../evaluations/EvaluationLink';
import css from '../declarations/declarations.module.css';

export default function RedemptionPage() {
  const { id = '' } = useParams();
  const query = useRedemption(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(redemption) => (
        <Body>
          <h2 className={css.title}>{redemption.projectTitle}</h2>
          <RedemptionBody redemption={redemption} />
          {isEvaluated(redemption) && <EvaluationLink of={redemption.id} />}
        </Body>
      )}
    </Loaded>
  );
}
