import { useMe } from '@/shared/api';
import { MyRedemptions, RedemptionProjectList } from '@/shared/redemptions';
import { Body } from '../../ui';
import css from '../declarations/declarations.module.css';

/** 政策兑现: for what is paid now, and what the enterprise applied for. */
export default function RedemptionsPage() {
  const { me, can } = useMe();
  return (
    <Body>
      {me?.enterprise && can('policy.redemption.apply') && (
        <>
          <h2 className={css.title}>我的兑付</h2>
          <MyRedemptions />
        </>
      )}
      <h2 className={css.title}>兑付项目</h2>
      <RedemptionProjectList />
    </Body>
  );
}
