import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, type AllowedApp } from '../../api';
import { toldBy } from '../../apps/words';
import { label } from '../../i18n';
import { dateTimeText } from '../format';
import { Loaded } from '../States';
import { Tag } from '../StatusTag';
import css from './Devices.module.css';
import { useProblems } from './useProblems';

const APPS = ['allowed-apps'] as const;

/** 已授权的应用: which other applications one has signed in to with this account; each can be ended from here. */
export function AllowedApps() {
  const query = useQuery({
    queryKey: APPS,
    queryFn: ({ signal }) => api.get('/api/auth/my/apps', { signal }),
  });
  return (
    <Loaded query={query} compact>
      {(apps) =>
        apps.length ? (
          <List apps={apps} />
        ) : (
          <p>没有用平台账号登录过其他应用。登录时同意授权的应用会列在这里。</p>
        )
      }
    </Loaded>
  );
}

function List({ apps }: { apps: AllowedApp[] }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => api.post('/api/auth/my/apps/{id}/withdrawal', { path: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: APPS }),
  });
  const ask = ({ id, name }: AllowedApp) =>
    modal.confirm({
      title: `撤销对“${name}”的授权？`,
      content:
        '该应用不能再获取您的信息，再次用平台账号登录时须重新授权。已提供给该应用的信息由其主管单位负责。',
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
            <p className={css.facts}>
              {one.owner}，{dateTimeText(one.givenAt)} 授权
              {one.knows.length > 0 &&
                `，可获取${one.knows.map((scope) => toldBy(scope, one.plainPhone)).join('、')}`}
            </p>
          </div>
          <Button aria-label={`撤销对${one.name}的授权`} onClick={() => ask(one)}>
            撤销授权
          </Button>
        </li>
      ))}
    </ul>
  );
}
