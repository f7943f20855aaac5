import { Button, Dialog, Input, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { closeMyAccount, GONE_AFTER_CLOSURE, KEPT_AFTER_CLOSURE, takeOutMyData } from '@/shared/security';
import { Definition } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';

/** 账号资料: what is kept of the person, taking it out, correcting it, closing the account. */
export default function AccountPage() {
  const { me } = useMe();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [password, setPassword] = useState('');
  if (!me) return null;
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      problems(error);
    } finally {
      setBusy(false);
    }
  };
  const close = async () => {
    const sure = await Dialog.confirm({
      content: '注销后不能恢复，不能再用该账号登录。确定注销？',
      confirmText: '确认注销',
      cancelText: label('common', 'cancel'),
    });
    if (sure) await run(() => closeMyAccount(password, '/m/'));
  };
  return (
    <Body>
      <Section title="账号资料">
        <Definition
          columns={1}
          items={[
            { label: '姓名', value: me.name },
            { label: '手机号', value: me.phone },
            { label: '账号类型', value: label('userType', me.userType) },
          ]}
        />
        <p>
          姓名可在电脑端“<a href="/center/account">账号资料</a>”中更正；手机号请联系平台客服，核实本人后更正。
        </p>
      </Section>
      <Section title="我的数据">
        <p>账号资料、登录设备、登录记录、所属企业与机构，JSON 格式。</p>
        <Button
          block
          loading={busy}
          onClick={() => void run(() => takeOutMyData().then(() => void Toast.show('已导出')))}
        >
          导出我的数据
        </Button>
      </Section>
      <Section title="注销账号">
        <p>删除：</p>
        <ul>
          {GONE_AFTER_CLOSURE.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>保留：</p>
        <ul>
          {KEPT_AFTER_CLOSURE.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>您是企业唯一的管理员且企业有未办结的融资申请时，须先移交管理员。</p>
        <Input
          type="password"
          aria-label="登录密码"
          placeholder="登录密码"
          autoComplete="current-password"
          maxLength={72}
          value={password}
          onChange={setPassword}
        />
        <Button block color="danger" disabled={!password} loading={busy} onClick={() => void close()}>
          注销账号
        </Button>
      </Section>
    </Body>
  );
}
