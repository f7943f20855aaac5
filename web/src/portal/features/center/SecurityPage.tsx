import { AllowedApps, Devices, Identities, Passkeys, SecondFactor, WeChat } from '@/shared/ui/antd';
import { CenterHead, Panel, Stack } from '../../ui/Panel';

/** 账号安全: how one gets in, and where one is in. */
export default function SecurityPage() {
  return (
    <>
      <CenterHead title="账号安全" />
      <Stack>
        <Panel title="两步验证">
          <SecondFactor />
        </Panel>
        <Panel title="通行密钥">
          <Passkeys />
        </Panel>
        <Identities place="PORTAL" panel={(list) => <Panel title="外部身份登录">{list}</Panel>} />
        <Panel title="微信">
          <WeChat />
        </Panel>
        <Panel title="我的设备">
          <Devices />
        </Panel>
        <Panel title="已授权的应用">
          <AllowedApps />
        </Panel>
      </Stack>
    </>
  );
}
