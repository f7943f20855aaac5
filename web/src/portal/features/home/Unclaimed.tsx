import { claimNews, useNoCode } from '@/shared/code/useNoCode';
import { Skeleton, StatusTag, Whole } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { ClaimWays } from '../code/ClaimWays';
import css from './Desk.module.css';

/** Of whom no enterprise is theirs yet: how their claim stands, or the way to a code. */
export default function Unclaimed() {
  const { told, asking } = useNoCode(true);
  if (asking) return <Skeleton lines={4} />;
  const claim = told?.claim;
  if (claim) {
    return (
      <>
        <h2>
          {claim.enterpriseName} <StatusTag of="claimStatus" value={claim.status} />
        </h2>
        <p className={css.lead}>
          领码申请 <span className="zq-num">{claim.number}</span>，<Whole>{claimNews(claim)}</Whole>
        </p>
        <div className={css.actions}>
          <ClaimWays claim={claim} />
        </div>
      </>
    );
  }
  return (
    <>
      <h2>尚未关联企业</h2>
      <p className={css.lead}>领取企业码后，即可匹配政策、申请贷款、示码办事。</p>
      <div className={css.actions}>
        <ButtonLink to="/code/claim">领取企业码</ButtonLink>
        <ButtonLink look="outline" to="/code/claims">
          领码记录
        </ButtonLink>
      </div>
    </>
  );
}
