import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, useMe, type Grantable, type StaffDetail, type StaffRow } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, DemoTag, Loaded, NONE } from '@/shared/ui';
import { ACTIONS, FormDrawer, useProblems } from '@/shared/ui/antd';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { MainButton, pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { WAITING } from '../../waiting';
import { isAutomatic } from '../roles/automatic';
import { disabledItems } from './disabledItems';
import { EnabledTag } from './EnabledTag';
import { PersonItems } from './PersonItems';
import { useAccountActions } from './useAccountActions';
import { useFollowed } from './useFollowed';
import { useLinkDialog } from './useLinkDialog';

interface StaffForm {
  displayName: string;
  phone: string;
  username?: string;
  /** Not named as the filter of the list: names become ids. */
  institution: string;
  roles?: string[];
}

/** 机构账号: the people who work for the institutions that one looks after. */
export default function StaffPage() {
  const { me, can, edits } = useMe();
  const phoneLocked = !edits('user.staff.phone');
  const { message } = App.useApp();
  const problems = useProblems();
  const showLink = useLinkDialog();
  const [seen, setSeen] = useState<string>();
  const [open, setOpen] = useState(false);
  const [edited, setEdited] = useState<{ detail: StaffDetail; what: 'data' | 'roles' }>();
  const manages = can('user.staff.manage');
  const grants = can('user.staff.grant');
  const mayGrant = (row: StaffRow) => grants && row.accountId !== me?.accountId;

  const institutions = useQuery({
    queryKey: ['managed-institutions'],
    queryFn: ({ signal }) => api.get('/api/user/managed-institutions', { signal }),
  });
  const roles = useQuery({
    queryKey: ['roles', 'names'],
    queryFn: ({ signal }) => api.get('/api/user/roles', { query: { size: 200 }, signal }),
    enabled: can('user.role.read'),
  });
  const options = (institutions.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const queries = useQueryClient();
  const followed = useFollowed('staff');
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: WAITING });
    followed();
  };
  const done = (text: string) => {
    void message.success(text);
    refresh();
  };
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      problems(error);
    }
  };
  const edit = (row: StaffRow, what: 'data' | 'roles') =>
    run(async () =>
      setEdited({
        what,
        detail: await api.get('/api/user/staff/{id}', { path: { id: row.accountId } }),
      }),
    );
  const { askToEnable, askToDisable, disableDrawer, reset, resetFactor } = useAccountActions({
    enable: async (id) => {
      await api.post('/api/user/staff/{id}/enable', { path: { id } });
      refresh();
    },
    disable: async (id, reason) => {
      await api.post('/api/user/staff/{id}/disable', { path: { id }, body: { reason } });
      refresh();
    },
    newPassword: (id) => api.post('/api/user/staff/{id}/password-link', { path: { id } }),
    removeFactor: (id) => api.post('/api/user/staff/{id}/second-factor-removal', { path: { id } }),
  });

  return (
    <>
      <ScopedListPage
        title="机构账号"
        intro="部门、镇街、金融机构与运营人员的账号。停用与角色变更数秒内生效"
        queryKey={['staff', 'list']}
        path="/api/user/staff"
        rowKey="accountId"
        defaultSort="registeredAt,desc"
        exportPath="/api/user/staff/export"
        tabs={{
          name: 'enabled',
          label: '账号状态',
          options: [
            { value: 'true', label: '正常' },
            { value: 'false', label: '已停用' },
          ],
        }}
        filters={[
          { kind: 'text', name: 'q', label: '姓名', placeholder: '输入姓名' },
          {
            kind: 'select',
            name: 'institutionId',
            label: '所属机构',
            options,
            loading: institutions.isPending,
          },
          ...(can('user.role.read')
            ? [
                {
                  kind: 'select' as const,
                  name: 'role' as const,
                  label: '角色',
                  options: (roles.data?.items ?? [])
                    .filter(({ code }) => !isAutomatic(code))
                    .map(({ code, name }) => ({ value: code, label: name })),
                  loading: roles.isPending,
                },
              ]
            : []),
          {
            kind: 'select',
            name: 'granted',
            label: '授权情况',
            options: [
              { value: 'true', label: '已授予角色' },
              { value: 'false', label: '待授权' },
            ],
          },
        ]}
        toolbar={() => manages && <MainButton onClick={() => setOpen(true)}>新建账号</MainButton>}
        columns={[
          {
            key: 'displayName',
            title: '姓名',
            sorter: true,
            render: (_, row) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => setSeen(row.accountId)}>
                  {row.displayName}
                </Button>{' '}
                {row.demo && <DemoTag short />}
              </>
            ),
          },
          { key: 'institutionName', title: '所属机构', dataIndex: 'institutionName', sorter: true },
          { key: 'roles', title: '角色', render: (_, row) => row.roleNames.join('、') || NONE },
          { key: 'status', title: '状态', render: (_, row) => <EnabledTag enabled={row.enabled} /> },
          {
            key: 'registeredAt',
            title: '开通时间',
            sorter: true,
            className: pageCss.num,
            render: (_, row) => dateTimeText(row.registeredAt),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <RowActions
                of={row.displayName}
                more={
                  manages && row.accountId !== me?.accountId
                    ? [
                        // Two stand in the row: whoever may give roles does that there.
                        ...(mayGrant(row)
                          ? [{ key: 'edit', label: '编辑', run: () => void edit(row, 'data') }]
                          : []),
                        { key: 'reset', label: '重置密码', run: () => reset(row) },
                        { key: 'factor', label: '解除两步验证', run: () => resetFactor(row) },
                        {
                          key: 'enabled',
                          label: row.enabled ? '停用' : '启用',
                          danger: row.enabled,
                          run: () => (row.enabled ? askToDisable(row) : askToEnable(row)),
                        },
                      ]
                    : []
                }
              >
                <Button type="link" size="small" onClick={() => setSeen(row.accountId)}>
                  查看
                </Button>
                {mayGrant(row) && (
                  <Button type="link" size="small" onClick={() => void edit(row, 'roles')}>
                    授权
                  </Button>
                )}
                {manages && !mayGrant(row) && (
                  <Button type="link" size="small" onClick={() => void edit(row, 'data')}>
                    编辑
                  </Button>
                )}
              </RowActions>
            ),
          },
        ]}
      />
      {disableDrawer}
      <InfoDrawer open={!!seen} title="账号详情" onClose={() => setSeen(undefined)} width={560}>
        {seen && <Detail id={seen} />}
      </InfoDrawer>
      <FormDrawer<StaffForm>
        open={open}
        title="新建机构账号"
        submitText="创建"
        initialValues={{ institution: me?.institution?.id, roles: [] }}
        onClose={() => setOpen(false)}
        onSubmit={async ({ roles = [], username, institution, ...rest }) => {
          const { link } = await api.post('/api/user/staff', {
            body: { ...rest, institutionId: institution, username: username || undefined, roles },
          });
          refresh();
          showLink(rest.displayName, link);
        }}
      >
        {(form) => (
          <>
            <PersonItems />
            <Form.Item
              name="username"
              label="用户名"
              extra="也可以用手机号登录"
              rules={[{ pattern: /^[a-z][a-z0-9_.-]{2,31}$/, message: '小写字母开头，3 到 32 位' }]}
            >
              <Input autoComplete="off" maxLength={32} />
            </Form.Item>
            <Form.Item
              name="institution"
              label="所属机构"
              rules={[{ required: true, message: '请选择所属机构' }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={options}
                onChange={() => form.setFieldValue('roles', [])}
              />
            </Form.Item>
            {grants && (
              <Form.Item noStyle dependencies={['institution']}>
                {({ getFieldValue }) => (
                  <RolesOf institutionId={getFieldValue('institution') as string | undefined} />
                )}
              </Form.Item>
            )}
          </>
        )}
      </FormDrawer>
      <FormDrawer<StaffForm>
        open={edited?.what === 'data'}
        title="编辑账号"
        submitText="保存"
        initialValues={edited?.detail}
        onClose={() => setEdited(undefined)}
        onSubmit={async ({ displayName, phone }) => {
          if (!edited) return;
          await api.put('/api/user/staff/{id}', {
            path: { id: edited.detail.accountId },
            body: { displayName, phone: phoneLocked ? undefined : phone },
          });
          done('账号已保存');
        }}
      >
        <PersonItems locked={phoneLocked} />
      </FormDrawer>
      <FormDrawer<{ roles: string[] }>
        open={edited?.what === 'roles'}
        title={`为 ${edited?.detail.displayName ?? ''} 授权`}
        submitText="保存"
        initialValues={{ roles: edited?.detail.roles ?? [] }}
        onClose={() => setEdited(undefined)}
        onSubmit={async ({ roles }) => {
          if (!edited) return;
          await api.put('/api/user/staff/{id}/roles', {
            path: { id: edited.detail.accountId },
            body: { roles },
          });
          done('授权已保存，数秒内生效');
        }}
      >
        <p className={pageCss.intro}>
          {edited?.detail.institutionName}。系统管理员、安全管理员、审计管理员不能由同一账号担任。
        </p>
        <RolesItem roles={edited?.detail.available ?? []} held={edited?.detail.roles ?? []} />
      </FormDrawer>
    </>
  );
}

function RolesOf({ institutionId }: { institutionId: string | undefined }) {
  const query = useQuery({
    queryKey: ['managed-institutions', institutionId, 'roles'],
    queryFn: ({ signal }) =>
      api.get('/api/user/managed-institutions/{id}/roles', { path: { id: institutionId! }, signal }),
    enabled: !!institutionId,
  });
  return <RolesItem roles={query.data ?? []} held={[]} />;
}

function RolesItem({ roles, held }: { roles: Grantable[]; held: string[] }) {
  return (
    <Form.Item name="roles" label="角色">
      <Checkbox.Group
        style={{ display: 'grid', gap: 12 }}
        options={roles.map(({ code, name, description, grantable }) => ({
          value: code,
          disabled: !grantable && !held.includes(code),
          label: (
            <>
              {name}
              <span className={pageCss.sub}>
                {grantable ? description : '您没有该角色的全部权限，不能授予'}
              </span>
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}

function Detail({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['staff', 'one', id],
    queryFn: ({ signal }) => api.get('/api/user/staff/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} compact>
      {(one) => {
        const nameOf = (code: string) =>
          one.available.find((role) => role.code === code)?.name ?? label('role', code);
        return (
          <Definition
            columns={1}
            items={[
              { label: '姓名', value: one.displayName },
              { label: '用户名', value: one.username },
              { label: '手机号', value: one.phone },
              { label: '所属机构', value: one.institutionName },
              { label: '状态', value: <EnabledTag enabled={one.enabled} /> },
              ...disabledItems(one.disabled),
              ...(one.awaitsPassword ? [{ label: '密码', value: '等待本人通过一次性链接设置' }] : []),
              { label: '两步验证', value: one.secondFactor ? '已开启' : '未开启' },
              { label: '开通时间', value: dateTimeText(one.registeredAt) },
              ...one.grants
                .filter((grant) => !isAutomatic(grant.role))
                .map((grant) => ({
                  label: nameOf(grant.role),
                  value: `${grant.byName ?? '系统'} 于 ${dateTimeText(grant.at)} 授予`,
                })),
            ]}
          />
        );
      }}
    </Loaded>
  );
}
