import { App, Button } from 'antd';
import type { AllowedApp } from '../../api';
import { allowedFacts, NO_APPS, useAllowedApps, useWithdrawal, WITHDRAWAL } from '../../apps/allowed';
import { label } from '../../i18n';
import { Loaded } from '../States';
import { Tag } from '../StatusTag';
import css from './Devices.module.css';
import { useProblems } from './useProblems';

/** 已授权的应用: which other applications one has signed in to with this account; each can be ended from here. */
export function AllowedApps() {
  const query = useAllowedApps();
  return (
    <Loaded query={query} compact>
      {(apps) => (apps.length ? <List apps={apps} /> : <p>{NO_APPS}</p>)}
    </Loaded>
  );
}

function List({ apps }: { apps: AllowedApp[] }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const withdraw = useWithdrawal();
  const ask = ({ id, name }: AllowedApp) =>
    modal.confirm({
      title: `撤销对“${name}”的授权？`,
      content: WITHDRAWAL,
      okText: '撤销授权',
      okButtonProps: { danger: true },
      cancelText: label('common', 'cancel'),
      onOk: () => withdraw.mutateAsync(id).then(() => void message.success('已撤销授权'), problems),
    });
  return (
    <ul className={css.list}>
      {apps.map((one) => (
        <li key={one.id} className={css.device}>
          <div>
            <p>
              {one.name} {!one.enabled && <Tag tone="quiet">已停用</Tag>}
            </p>
            <p className={css.facts}>{allowedFacts(one)}</p>
          </div>
          <Button aria-label={`撤销授权：${one.name}`} onClick={() => ask(one)}>
            撤销授权
          </Button>
        </li>
      ))}
    </ul>
  );
}
