import { useParams } from 'react-router';
import { RedemptionBody, useRedemption } from '@/shared/redemptions';
import { Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import type { Redemption } from '@/shared/api';
import { ButtonLink, PageHead, Wrap } from '../../ui';
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
        actions={
          ['PAID', 'REJECTED', 'ENDED'].includes(redemption.status) && (
            <ButtonLink look="outline" small to={`/center/evaluations/${redemption.id}`}>
              评价办理情况
            </ButtonLink>
          )
        }
      />
      <Wrap className={css.page}>
        <RedemptionBody redemption={redemption} />
      </Wrap>
    </>
  );
}
