import { ClaimFirst } from '@/shared/app/ClaimFirst';
import { Invited } from '@/shared/members/Invited';
import { ClaimWays } from '../features/claims/ClaimWays';
import { LinkButton, Notice } from '../ui';

export default function NoEnterprise() {
  return (
    <>
      <Invited to="/my/members" frame={(content) => <Notice>{content}</Notice>} />
      <ClaimFirst ofClaim={(claim) => <ClaimWays claim={claim} />}>
        <LinkButton to="/claim" look="main">
          领取企业码
        </LinkButton>
        <LinkButton to="/my/claims">查看领码记录</LinkButton>
      </ClaimFirst>
    </>
  );
}
