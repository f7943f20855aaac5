import { ClaimFirst, needEnterprise as needEnterpriseOr } from '@/shared/app';
import { LinkButton } from '../ui';

export const needEnterprise = needEnterpriseOr(NoEnterprise);

function NoEnterprise() {
  return (
    <ClaimFirst>
      <LinkButton to="/claim" look="main">
        领取企业码
      </LinkButton>
      <LinkButton to="/my/claims">查看领码记录</LinkButton>
    </ClaimFirst>
  );
}
