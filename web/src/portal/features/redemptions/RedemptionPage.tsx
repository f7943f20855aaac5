import { useParams } from 'react-router';
import { isEvaluated, RedemptionBody, useRedemption } from '@/shared/redemptions';
import { Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import type { Redemption } from '@/shared/api';
import { PageHead, Wrap } from '../../ui';
import { EvaluationLink } from '../evaluations/EvaluationLink';
import css from '../declarations/declarations.module.css';

export default function RedemptionPage() {
  const { id = '' } = useParams();
  const query = useRedemption(id);
  return (
    <Loaded
      page
      query={query}
      skeleton={
        <Wrap className={css.page}>
          <Skeleton lines={12} />
        </Wrap>
      }
    >
      {(redemption) => <Detail redemption={redemption} />}
    </Loaded>
  );
}

function Detail({ redemption }: { redemption: Redemption }) {
  usePageTitle(redemption.projectTitle);
  return (
    <>
      <PageHead
        title={redemption.projectTitle}
        last="我的兑付"
        actions={isEvaluated(redemption) && <EvaluationLink of={redemption.id} />}
      />
      <Wrap className={css.page}>
        <RedemptionBody redemption={redemption} />
      </Wrap>
    </>
  );
}
