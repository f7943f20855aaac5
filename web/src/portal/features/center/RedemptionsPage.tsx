import { MyRedemptions } from '@/shared/redemptions';
import { ButtonLink } from '../../ui';
import { CenterHead } from '../../ui/Panel';

/** 我的兑付: what the own enterprise applied to be paid, where it looks for what is its own. */
export default function RedemptionsPage() {
  return (
    <>
      <CenterHead
        title="我的兑付"
        intro="政策资金的申请、公示与支付进度"
        actions={
          <ButtonLink look="main" small to="/redemptions">
            申请兑付
          </ButtonLink>
        }
      />
      <MyRedemptions />
    </>
  );
}
