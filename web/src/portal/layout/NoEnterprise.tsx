import { useRoute } from '@/shared/app';
import { ClaimFirst } from '@/shared/app/ClaimFirst';
import { Invited } from '@/shared/members/Invited';
import { ClaimWays } from '../features/code/ClaimWays';
import { ButtonLink, Notice, PageHead, Wrap } from '../ui';
import { CenterHead, Panel } from '../ui/Panel';

export default function NoEnterprise() {
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
    <>
      <Invited to="/center/members" frame={(content) => <Notice>{content}</Notice>} />
      <ClaimFirst ofClaim={(claim) => <ClaimWays claim={claim} />}>
        <ButtonLink look="main" to="/code/claim">
          领取企业码
        </ButtonLink>
        <ButtonLink look="outline" to="/code/claims">
          查看领码记录
        </ButtonLink>
      </ClaimFirst>
    </>
  );
}
