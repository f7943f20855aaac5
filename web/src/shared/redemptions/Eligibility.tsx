import { Link } from 'react-router';
import type { RedemptionEligibility } from '../api';
import css from '../declarations/declare.module.css';
import { PolicyCheck } from '../declarations/PolicyCheck';

/** How the enterprise stands before it applies; no bar: whether it is paid the department decides. */
export function RedemptionCheck({ found, profile }: { found: RedemptionEligibility; profile: string }) {
  const { standing } = found;
  return (
    <PolicyCheck
      standing={standing}
      profile={profile}
      meaning={
        standing?.outcome !== 'ELIGIBLE' && (
          <p className={css.notice}>
            {standing?.outcome === 'UNKNOWN'
              ? '有条件按现有信息还不能判定。仍可申请，由部门审核；'
              : '按现有信息不符合政策条件。仍可申请，由部门核对后决定是否兑付；'}
            如信息有误或不全，请先更新<Link to={profile}>企业画像</Link>。
          </p>
        )
      }
    />
  );
}

/** What of the enterprise's own stands in the way of applying here, or may. */
export function Excluded({ by }: { by: NonNullable<RedemptionEligibility['excludedBy']> }) {
  return (
    <p className={css.notice} role="status">
      {by.certain ? '不能申请：' : '申请前请留意：'}
      {by.words}
      {by.certain ? '。' : '。仍可申请，由部门核实。'}
      <Link to={`/redemptions/${by.redemptionId}`}>查看申请 {by.number}</Link>
    </p>
  );
}
