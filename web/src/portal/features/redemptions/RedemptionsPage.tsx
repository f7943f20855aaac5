import { useMe } from '@/shared/api';
import { MyRedemptions, RedemptionProjectList } from '@/shared/redemptions';
import { PageHead, Wrap } from '../../ui';
import css from '../declarations/declarations.module.css';

/** 政策兑现: for what is paid now, and what the enterprise applied for. */
export default function RedemptionsPage() {
  const { me, can } = useMe();
  return (
    <>
      <PageHead title="政策兑现" intro="申请兑付政策资金，金额怎么算、钱到哪一步，每一步都看得到" />
      <Wrap className={css.page}>
        {me?.enterprise && can('policy.redemption.apply') && (
          <section aria-labelledby="mine">
            <h2 id="mine">我的兑付</h2>
            <MyRedemptions />
          </section>
        )}
        <section aria-labelledby="open">
          <h2 id="open">兑付项目</h2>
          <RedemptionProjectList />
        </section>
      </Wrap>
    </>
  );
}
