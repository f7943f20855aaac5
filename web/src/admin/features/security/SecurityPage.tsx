import { AllowedApps, Devices, Identities, Passkeys, SecondFactor, WeChat } from '@/shared/ui/antd';
import { PageHead, pageCss, Panel } from '../../ui/page';

/** 账号安全 of the signed-in person. */
export default function SecurityPage() {
  return (
    <div className={pageCss.page}>
      <PageHead title="账号安全" />
      <Panel title="两步验证">
        <SecondFactor />
      </Panel>
      <Panel title="通行密钥">
        <Passkeys />
      </Panel>
      <Identities place="ADMIN" panel={(list) => <Panel title="外部身份登录">{list}</Panel>} />
      <Panel title="微信">
        <WeChat />
      </Panel>
      <Panel title="我的设备">
        <Devices />
      </Panel>
      <Panel title="已授权的应用">
        <AllowedApps />
      </Panel>
    </div>
  );
}
