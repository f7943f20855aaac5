import { admits } from '@/shared/admission';
import { useMe } from '@/shared/api';
import { useRoute } from '@/shared/app';
import { State } from '@/shared/ui';
import { ButtonLink } from '../ui';
import { CenterHead, Panel } from '../ui/Panel';
import NoEnterprise from './NoEnterprise';

/** Of a page for enterprises and institutions: a chamber or a provider is told that it waits for its admission, and not for an enterprise. */
export default function NoOwner() {
  const { me } = useMe();
  const route = useRoute();
  if (!admits(me?.userType)) return <NoEnterprise />;
  return (
    <>
      <CenterHead title={route?.title ?? ''} />
      <Panel>
        <State
          pose="guard"
          title="入驻审核通过后可以使用"
          hint="此页面供企业和已入驻的机构使用，您的机构还没有入驻"
        >
          <ButtonLink to="/center/admission">查看入驻申请</ButtonLink>
        </State>
      </Panel>
    </>
  );
}
