import {
  ClaimFirst,
  needEnterprise as needEnterpriseOr,
  needEnterpriseUser as needEnterpriseUserOr,
  needOwner as needOwnerOr,
  useRoute,
} from '@/shared/app';
import { ButtonLink, PageHead, Wrap } from '../ui';
import { CenterHead, Panel } from '../ui/Panel';

export const needEnterprise = needEnterpriseOr(NoEnterprise);
export const needEnterpriseUser = needEnterpriseUserOr(NoEnterprise);
export const needOwner = needOwnerOr(NoEnterprise);

function NoEnterprise() {
  const route = useRoute();
  if (route?.frame === 'center') {
    return (
      <>
        <CenterHead title={route.title} />
        <Panel>
          <Explain />
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead title={route?.title} />
      <Wrap>
        <Explain />
      </Wrap>
    </>
  );
}

function Explain() {
  return (
    <ClaimFirst>
      <ButtonLink look="main" to="/code/claim">
        领取企业码
      </ButtonLink>
      <ButtonLink look="outline" to="/code/claims">
        查看领码记录
      </ButtonLink>
    </ClaimFirst>
  );
}
