import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, useMe, type ConnectedApp } from '@/shared/api';
import { SCOPES } from '@/shared/apps/words';
import { dateTimeText, Definition, Loaded, NONE, Tag } from '@/shared/ui';
import { ACTIONS, ListPage, MainButton, ShownOnce, useProblems } from '@/shared/ui/antd';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { pageCss } from '../../ui/page';
import { AppForm, KINDS } from './AppForm';

const QUERY = ['apps'] as const;

/** 接入应用: which other systems people may sign in to with their account of the platform. */
export default function AppsPage() {
  const { can } = useMe();
  const [params, setParams] = useSearchParams();
  const [registering, setRegistering] = useState(false);
  const refresh = useRefresh();
  const show = useSecret();
  const problems = useProblems();
  const seen = params.get('id') ?? undefined;
  const see = (id: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id) next.set('id', id);
        else next.delete('id');
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <ListPage
        title="接入应用"
        intro="其他系统登记后，用户可以用平台账号登录（OpenID Connect）"
        queryKey={[...QUERY, 'list']}
        path="/api/auth/apps"
        rowKey="id"
        defaultSort="createdAt,desc"
        empty={{ title: '还没有接入应用', hint: '登记后，该系统的“用平台账号登录”才能使用' }}
        filters={[
          { kind: 'text', name: 'q', label: '应用', placeholder: '应用名称、主管单位或客户端编号' },
          {
            kind: 'select',
            name: 'kind',
            label: '类型',
            options: Object.entries(KINDS).map(([value, text]) => ({ value, label: text })),
          },
          {
            kind: 'select',
            name: 'enabled',
            label: '状态',
            options: [
              { value: 'true', label: '启用' },
              { value: 'false', label: '停用' },
            ],
          },
        ]}
        toolbar={() =>
          can('auth.app.manage') && <MainButton onClick={() => setRegistering(true)}>登记应用</MainButton>
        }
        columns={[
          {
            key: 'name',
            title: '应用名称',
            sorter: true,
            render: (_, row) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => see(row.id)}>
                  {row.name}
                </Button>
                <span className={pageCss.sub}>{row.clientId}</span>
              </>
            ),
          },
          { key: 'owner', title: '主管单位', dataIndex: 'owner' },
          { key: 'kind', title: '类型', render: (_, row) => KINDS[row.kind] },
          {
            key: 'scopes',
            title: '授权范围',
            render: (_, row) => (
              <span className={pageCss.tags}>
                {row.scopes.map((one) => (
                  <Tag key={one}>{SCOPES[one]}</Tag>
                ))}
                {row.plainPhone && <Tag tone="wait">完整手机号</Tag>}
              </span>
            ),
          },
          { key: 'status', title: '状态', render: (_, row) => <State of={row} /> },
          {
            key: 'createdAt',
            title: '登记时间',
            sorter: true,
            className: pageCss.num,
            render: (_, row) => dateTimeText(row.createdAt),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <Button type="link" size="small" onClick={() => see(row.id)}>
                查看
              </Button>
            ),
          },
        ]}
      />
      <AppForm
        open={registering}
        onClose={() => setRegistering(false)}
        onSubmit={async (form, idempotencyKey) => {
          const app = await api.post('/api/auth/apps', { body: form, idempotencyKey });
          void refresh();
          see(app.id);
          if (app.kind === 'CONFIDENTIAL') await drawSecret(app).then(show, problems);
        }}
      />
      <AppDrawer id={seen} onClose={() => see(undefined)} />
    </>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: QUERY });
}

const drawSecret = (app: ConnectedApp) =>
  api.post('/api/auth/apps/{id}/secret', { path: { id: app.id }, body: { version: app.version } });

/** Shows a secret the one time that it can be shown. */
function useSecret() {
  const { modal } = App.useApp();
  const refresh = useRefresh();
  return ({ clientId, secret }: { clientId: string; secret: string }) => {
    void refresh();
    modal.success({
      title: '请立即保存密钥',
      width: 600,
      okText: '已保存',
      keyboard: false,
      content: (
        <Flex vertical gap={16}>
          <p>密钥只显示这一次，请用安全的方式交给应用的主管单位。遗失后只能重新生成。</p>
          <div>
            <p>客户端编号（client_id）</p>
            <ShownOnce name="客户端编号" value={clientId} />
          </div>
          <div>
            <p>密钥（client_secret）</p>
            <ShownOnce name="密钥" value={secret} />
          </div>
        </Flex>
      ),
    });
  };
}

function State({ of: app }: { of: ConnectedApp }) {
  if (!app.enabled) return <Tag tone="quiet">停用</Tag>;
  return app.kind === 'CONFIDENTIAL' && !app.secretAt ? (
    <Tag tone="wait">未生成密钥</Tag>
  ) : (
    <Tag tone="good">启用</Tag>
  );
}

function AppDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { can } = useMe();
  const query = useQuery({
    enabled: !!id,
    queryKey: [...QUERY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/auth/apps/{id}', { path: { id: id! }, signal }),
  });
  return (
    <InfoDrawer
      open={!!id}
      title={query.data?.name ?? '接入应用'}
      onClose={onClose}
      width={760}
      footer={query.data && can('auth.app.manage') && <Actions of={query.data} />}
    >
      {id && (
        <Loaded query={query} compact>
          {(app) => <Detail of={app} />}
        </Loaded>
      )}
    </InfoDrawer>
  );
}

function Detail({ of: app }: { of: ConnectedApp }) {
  return (
    <Definition
      columns={1}
      items={[
        { label: '应用名称', value: app.name },
        { label: '主管单位', value: app.owner },
        { label: '应用说明', value: app.intro ?? NONE },
        { label: '状态', value: <State of={app} /> },
        { label: '类型', value: KINDS[app.kind] },
        { label: '客户端编号', value: app.clientId },
        ...(app.kind === 'CONFIDENTIAL'
          ? [{ label: '密钥', value: app.secretAt ? `${dateTimeText(app.secretAt)} 生成` : '尚未生成' }]
          : []),
        { label: '发现地址', value: `${location.origin}/.well-known/openid-configuration` },
        { label: '回调地址', value: <Lines of={app.redirectUris} /> },
        { label: '退出后地址', value: app.postLogoutUris.length ? <Lines of={app.postLogoutUris} /> : NONE },
        {
          label: '退出通知地址',
          value: app.backChannelLogoutUri ? <Lines of={[app.backChannelLogoutUri]} /> : NONE,
        },
        {
          label: '授权范围',
          value: ['登录', ...app.scopes.map((one) => SCOPES[one])].join('、'),
        },
        ...(app.scopes.includes('PHONE')
          ? [{ label: '手机号', value: app.plainPhone ? '提供完整号码' : '隐藏中间四位' }]
          : []),
        { label: '登记时间', value: dateTimeText(app.createdAt) },
        { label: '最近修改', value: dateTimeText(app.changedAt) },
      ]}
    />
  );
}

function Lines({ of: lines }: { of: string[] }) {
  return lines.map((one) => (
    <span key={one} style={{ display: 'block', wordBreak: 'break-all' }}>
      {one}
    </span>
  ));
}

function Actions({ of: app }: { of: ConnectedApp }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const refresh = useRefresh();
  const show = useSecret();
  const [changing, setChanging] = useState(false);
  const at = { path: { id: app.id } };
  const done = (text: string) => {
    void message.success(text);
    void refresh();
  };
  const secret = () =>
    app.secretAt
      ? modal.confirm({
          title: '重新生成密钥？',
          content: '原密钥立即失效，应用换上新密钥之前，用户不能登录该应用。',
          okText: '重新生成',
          okButtonProps: { danger: true },
          onOk: () => drawSecret(app).then(show, problems),
        })
      : void drawSecret(app).then(show, problems);
  const disable = () =>
    modal.confirm({
      title: `停用“${app.name}”？`,
      content: '用户立即不能登录该应用，已登录的不能再获取用户信息。可以重新启用。',
      okText: '停用',
      okButtonProps: { danger: true },
      onOk: () =>
        api
          .post('/api/auth/apps/{id}/disable', { ...at, body: { version: app.version } })
          .then(() => done('已停用'), problems),
    });
  const enable = () =>
    void api
      .post('/api/auth/apps/{id}/enable', { ...at, body: { version: app.version } })
      .then(() => done('已启用'), problems);
  return (
    <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
      {app.enabled ? (
        <Button danger onClick={() => void disable()}>
          停用
        </Button>
      ) : (
        <Button onClick={enable}>启用</Button>
      )}
      {app.kind === 'CONFIDENTIAL' && (
        <Button onClick={() => void secret()}>{app.secretAt ? '重新生成密钥' : '生成密钥'}</Button>
      )}
      <MainButton onClick={() => setChanging(true)}>修改</MainButton>
      <AppForm
        open={changing}
        of={app}
        onClose={() => setChanging(false)}
        onSubmit={async (form) => {
          await api.put('/api/auth/apps/{id}', { ...at, body: { ...form, version: app.version } });
          done('已保存，立即生效');
        }}
      />
    </div>
  );
}
