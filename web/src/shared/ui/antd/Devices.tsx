import { App, Button } from 'antd';
import type { SignedInDevice } from '../../api';
import { label } from '../../i18n';
import { useDevices, useShownDevices, useSignOutDevice } from '../../security';
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

function List({ devices }: { devices: SignedInDevice[] }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const signOut = useSignOutDevice();
  const ask = (id: string, title: string, which = '该设备') =>
    modal.confirm({
      title,
      content: `${which}的下一次操作起须重新登录。`,
      okText: '退出登录',
      okButtonProps: { danger: true },
      cancelText: label('common', 'cancel'),
      onOk: () => signOut.mutateAsync(id).then(() => void message.success('已退出'), problems),
    });
  const { others, shown, showAll } = useShownDevices(devices);
  return (
    <>
      {others > 1 && (
        <Button
          className={css.others}
          danger
          onClick={() => ask('others', '退出其他全部设备的登录？', '这些设备')}
        >
          退出其他全部设备
        </Button>
      )}
      <ul className={css.list}>
        {shown.map((one) => (
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
      {showAll && (
        <Button className={css.rest} onClick={showAll}>
          显示全部 {devices.length} 台
        </Button>
      )}
    </>
  );
}
