import { App, Button } from 'antd';
import { useState } from 'react';
import type { SignedInDevice } from '../../api';
import { label } from '../../i18n';
import { useDevices, useSignOutDevice } from '../../security';
import { dateTimeText } from '../format';
import { Loaded } from '../States';
import { Tag } from '../StatusTag';
import css from './Devices.module.css';
import { useProblems } from './useProblems';

/** 我的设备: where one is signed in; one, or all others, can be ended from here. */
export function Devices() {
  const query = useDevices();
  return (
    <Loaded query={query} compact>
      {(devices) => <List devices={devices} />}
    </Loaded>
  );
}

/** So many of the others are shown until all are asked for. */
const NEWEST = 4;

function List({ devices }: { devices: SignedInDevice[] }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const signOut = useSignOutDevice();
  const ask = (id: string, title: string) =>
    modal.confirm({
      title,
      content: '该设备的下一次操作起须重新登录。',
      okText: '退出登录',
      okButtonProps: { danger: true },
      cancelText: label('common', 'cancel'),
      onOk: () => signOut.mutateAsync(id).then(() => void message.success('已退出'), problems),
    });
  const [all, setAll] = useState(false);
  const others = devices
    .filter((one) => !one.current)
    .sort((one, other) => Date.parse(other.seenAt) - Date.parse(one.seenAt));
  const shown = all ? others : others.slice(0, NEWEST);
  return (
    <>
      {others.length > 1 && (
        <Button className={css.others} danger onClick={() => ask('others', '退出其他全部设备的登录？')}>
          退出其他全部设备
        </Button>
      )}
      <ul className={css.list}>
        {[...devices.filter((one) => one.current), ...shown].map((one) => (
          <li key={one.id} className={css.device}>
            <div>
              <p>
                {one.device} {one.current && <Tag tone="good">本机</Tag>}
              </p>
              <p className={css.facts}>
                地址 {one.address}，{dateTimeText(one.startedAt)} 登录，最近使用 {dateTimeText(one.seenAt)}
              </p>
            </div>
            {!one.current && (
              <Button
                aria-label={`退出 ${one.device}，${dateTimeText(one.startedAt)} 登录`}
                onClick={() => ask(one.id, `退出 ${one.device} 的登录？`)}
              >
                退出
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < others.length && (
        <Button className={css.rest} onClick={() => setAll(true)}>
          显示全部 {devices.length} 台
        </Button>
      )}
    </>
  );
}
