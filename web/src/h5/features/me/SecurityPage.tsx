import { Button, Toast } from 'antd-mobile';
import type { SignedInDevice } from '@/shared/api';
import { label } from '@/shared/i18n';
import { useDevices, useShownDevices, useSignOutDevice } from '@/shared/security';
import { useSecondFactorOn } from '@/shared/security/secondFactor';
import { dateTimeText, Loaded, Tag } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import { AllowedApps } from './AllowedApps';
import { Passkeys } from './Passkeys';
import css from './SecurityPage.module.css';
import { WeChat } from './WeChat';

/** 账号安全: 微信, 两步验证, 通行密钥, 我的设备, 已授权的应用. */
export default function SecurityPage() {
  const query = useDevices();
  return (
    <Body>
      <WeChat />
      <SecondFactor />
      <Passkeys />
      <Section title="我的设备">
        <Loaded query={query} compact>
          {(devices) => <Devices devices={devices} />}
        </Loaded>
      </Section>
      <AllowedApps />
    </Body>
  );
}

/** Set up where the second device is at hand that shows the picture to scan. */
function SecondFactor() {
  const on = useSecondFactorOn(true);
  return (
    <Section title="两步验证">
      <p>
        {on ? '已开启，登录时除密码外还须验证。' : '未开启。开启后登录时除密码外还须验证，更安全。'}
        请在电脑上打开“<a href="/center/security">账号安全</a>”{on ? '更换恢复码或关闭' : '设置'}。
      </p>
    </Section>
  );
}

function Devices({ devices }: { devices: SignedInDevice[] }) {
  const signOut = useSignOutDevice();
  const problems = useProblems();
  const { others, shown, showAll } = useShownDevices(devices);
  const ask = async (id: string, content: string) => {
    const sure = await confirmed({
      content,
      confirmText: '退出登录',
      cancelText: label('common', 'cancel'),
    });
    if (sure) await signOut.mutateAsync(id).then(() => Toast.show('已退出'), problems);
  };
  return (
    <>
      {others > 1 && (
        <Button
          block
          color="danger"
          fill="outline"
          onClick={() => void ask('others', '退出其他全部设备的登录？这些设备的下一次操作起须重新登录。')}
        >
          退出其他全部设备
        </Button>
      )}
      <ul className={css.list}>
        {shown.map((one) => (
          <li key={one.id}>
            <div>
              <p>
                {one.device} {one.current && <Tag tone="good">本机</Tag>}
              </p>
              <p className={css.facts}>
                地址 {one.address}
                <br />
                {dateTimeText(one.startedAt)} 登录
                <br />
                最近使用 {dateTimeText(one.seenAt)}
              </p>
            </div>
            {!one.current && (
              <Button
                size="small"
                aria-label={`退出 ${one.device}，${dateTimeText(one.startedAt)} 登录`}
                onClick={() =>
                  void ask(one.id, `退出 ${one.device} 的登录？该设备的下一次操作起须重新登录。`)
                }
              >
                退出
              </Button>
            )}
          </li>
        ))}
      </ul>
      {showAll && (
        <Button block onClick={showAll}>
          显示全部 {devices.length} 台
        </Button>
      )}
    </>
  );
}
