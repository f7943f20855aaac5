import { claimNews, useNoCode } from '@/shared/code/useNoCode';
import { Skeleton, StatusTag, Whole } from '@/shared/ui';
import { LinkButton, Section } from '../../ui';
import { ClaimWays } from '../claims/ClaimWays';
import css from './HomePage.module.css';

/** Of whom no enterprise is theirs yet: how their claim stands, or the way to a code. */
export default function Unclaimed({ name }: { name: string }) {
  const { told, asking } = useNoCode(true);
  if (asking) {
    return (
      <Section title={`${name}，您好`}>
        <Skeleton lines={3} />
      </Section>
    );
  }
  const claim = told?.claim;
  if (claim) {
    return (
      <Section title={claim.enterpriseName} more={<StatusTag of="claimStatus" value={claim.status} />}>
        <p>
          领码申请 <span className="zq-num">{claim.number}</span>
          <br />
          <Whole>{claimNews(claim)}</Whole>
        </p>
        <div className={css.deskActions}>
          <ClaimWays claim={claim} />
        </div>
      </Section>
    );
  }
  return (
    <Section title={`${name}，您好`}>
      <p>尚未关联企业。领取企业码后，即可匹配政策、申请贷款、示码办事。</p>
      <div className={css.deskActions}>
        <LinkButton look="main" to="/claim">
          领取企业码
        </LinkButton>
        <LinkButton to="/my/claims">领码记录</LinkButton>
      </div>
    </Section>
  );
}
