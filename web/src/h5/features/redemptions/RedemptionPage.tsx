import { useParams } from 'react-router';
import { RedemptionBody, useRedemption } from '@/shared/redemptions';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body } from '../../ui';
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
        </Body>
      )}
    </Loaded>
  );
}
