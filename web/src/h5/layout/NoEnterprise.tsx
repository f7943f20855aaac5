import { ClaimFirst } from '@/shared/app/ClaimFirst';
import { ClaimWays } from '../features/claims/ClaimWays';
import { LinkButton } from '../ui';

export default function NoEnterprise() {
  return (
    <ClaimFirst ofClaim={(claim) => <ClaimWays claim={claim} />}>
      <LinkButton to="/claim" look="main">
        领取企业码
      </LinkButton>
      <LinkButton to="/my/claims">查看领码记录</LinkButton>
    </ClaimFirst>
  );
}
