import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, isProblem, useMe, type RoleDetail, type RoleRow, type SaidScope } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, Loaded, numberText, Tag } from '@/shared/ui';
import { ACTIONS, FormDrawer, ListPage, useProblems } from '@/shared/ui/antd';
import { changedColumn } from '../../ui/columns';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { MainButton, pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { isAutomatic } from './automatic';
import { FieldList, FieldPicker, type FieldRules } from './FieldPicker';
import { PermissionList } from './PermissionPicker';
import { PermissionsItem } from './PermissionsItem';
import { ScopeList, ScopePicker } from './ScopePicker';

interface RoleForm {
  name: string;
  description?: string;
  institutionId?: string;
  permissions: string[];
}

const SIZE = 720;

/** 角色权限: preset roles, and those that institutions make for themselves. */
export default function RolesPage() {
  const { me, can } = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const conflict = useThingConflict('这个角色', [['roles']]);
  const [seen, setSeen] = useState<string>();
  const [edited, setEdited] = useState<RoleDetail>();
  const [made, setMade] = useState<'new' | RoleRow>();
  const [ruled, setRuled] = useState<RoleDetail>();
  const [scoped, setScoped] = useState<RoleDetail>();
  const manages = can('user.role.manage');
  const fields = useSensitiveFields();
  const scopes = useScopes();

  const institutions = useQuery({
    queryKey: ['managed-institutions'],
    queryFn: ({ signal }) => api.get('/api/user/managed-institutions', { signal }),
    enabled: manages,
  });
  /** `next` is what people forget to do after it. */
  const done = (text: string, next: [string, () => void][] = []) => {
    void message.success({
      key: 'role',
      duration: next.length ? 10 : 3,
      content: (
        <>
          {text}
          {next.map(([name, go]) => (
            <Button
              key={name}
              type="link"
              size="small"
              onClick={() => {
                message.destroy('role');
                go();
              }}
            >
              {name}
            </Button>
          ))}
        </>
      ),
    });
    void queries.invalidateQueries({ queryKey: ['roles'] });
  };
  const open = async (row: Pick<RoleRow, 'code'>, show: (role: RoleDetail) => void) => {
    try {
      show(await api.get('/api/user/roles/{code}', { path: { code: row.code } }));
    } catch (error) {
      problems(error);
    }
  };
  const remove = (row: RoleRow) =>
    modal.confirm({
      title: `删除角色“${row.name}”？`,
      content: '删除后不可恢复。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: label('common', 'cancel'),
      onOk: async () => {
        try {
          await api.delete('/api/user/roles/{code}', {
            path: { code: row.code },
            query: { version: row.version },
          });
          done('角色已删除');
        } catch (error) {
          if (isProblem(error, 'ROLE_IN_USE'))
            modal.warning({ title: '角色正在使用', content: error.message, okText: '知道了' });
          else void conflict(error);
        }
      },
    });

  return (
    <>
      <ListPage
        title="角色权限"
        intro="预置角色可以复制，不能修改。角色权限变更后，已登录的人员数秒内生效"
        queryKey={['roles', 'list']}
        path="/api/user/roles"
        rowKey="code"
        exportPath="/api/user/roles/export"
        tabs={{
          name: 'preset',
          label: '角色来源',
          options: [
            { value: 'true', label: '预置角色' },
            { value: 'false', label: '机构角色' },
          ],
        }}
        filters={[{ kind: 'text', name: 'q', label: '角色名称', placeholder: '输入名称' }]}
        toolbar={() => manages && <MainButton onClick={() => setMade('new')}>新建角色</MainButton>}
        columns={[
          {
            key: 'name',
            title: '角色',
            sorter: true,
            render: (_, row) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => setSeen(row.code)}>
                  {row.name}
                </Button>{' '}
                {row.duty !== 'NONE' && <Tag tone="info">{label('duty', row.duty)}</Tag>}
                <span className={pageCss.sub}>{row.description}</span>
              </>
            ),
          },
          {
            key: 'institutionName',
            title: '所属机构',
            render: (_, row) => (row.preset ? '平台预置' : row.institutionName),
          },
          {
            key: 'permissions',
            title: '权限数',
            align: 'right',
            sorter: true,
            className: pageCss.num,
            dataIndex: 'permissions',
          },
          {
            key: 'members',
            title: '使用人数',
            align: 'right',
            sorter: true,
            className: `${pageCss.num} ${pageCss.numLast}`,
            render: (_, row) => (isAutomatic(row.code) ? '自动获得' : numberText(row.members)),
          },
          changedColumn<RoleRow>(),
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <RowActions
                of={row.name}
                more={
                  manages && !row.preset
                    ? [
                        { key: 'fields', label: '字段权限', run: () => void open(row, setRuled) },
                        { key: 'scopes', label: '数据权限', run: () => void open(row, setScoped) },
                        { key: 'copy', label: '复制', run: () => setMade(row) },
                        { key: 'remove', label: '删除', danger: true, run: () => remove(row) },
                      ]
                    : []
                }
              >
                <Button type="link" size="small" onClick={() => setSeen(row.code)}>
                  查看
                </Button>
                {manages && !row.preset && (
                  <Button type="link" size="small" onClick={() => void open(row, setEdited)}>
                    编辑
                  </Button>
                )}
                {manages && row.preset && (
                  <Button type="link" size="small" onClick={() => setMade(row)}>
                    复制
                  </Button>
                )}
              </RowActions>
            ),
          },
        ]}
      />
      <InfoDrawer open={!!seen} title="角色详情" onClose={() => setSeen(undefined)} width={SIZE}>
        {seen && <Detail code={seen} />}
      </InfoDrawer>
      <FormDrawer<RoleForm>
        open={made === 'new'}
        title="新建角色"
        submitText="保存"
        size={SIZE}
        initialValues={{ permissions: [], institutionId: me?.institution?.id }}
        onClose={() => setMade(undefined)}
        onSubmit={async ({ name, description = '', institutionId, permissions }, idempotencyKey) => {
          const created = await api.post('/api/user/roles', {
            idempotencyKey,
            body: { name, description, institutionId, permissions },
          });
          done('角色已创建', [
            ['设置数据权限', () => void open(created, setScoped)],
            ['设置字段权限', () => void open(created, setRuled)],
          ]);
        }}
      >
        <NameItem />
        <InstitutionItem options={institutions.data ?? []} />
        <DescriptionItem />
        <PermissionsItem />
      </FormDrawer>
      <FormDrawer<RoleForm>
        open={!!made && made !== 'new'}
        title={`复制角色：${made && made !== 'new' ? made.name : ''}`}
        submitText="复制"
        initialValues={{ institutionId: me?.institution?.id }}
        onClose={() => setMade(undefined)}
        onSubmit={async ({ name, institutionId }, idempotencyKey) => {
          if (!made || made === 'new') return;
          const { code } = await api.post('/api/user/roles/{code}/copy', {
            idempotencyKey,
            path: { code: made.code },
            body: { name, institutionId },
          });
          const left = await leftOut(made.code, code);
          done(left ? `角色已复制；其中 ${left} 项权限您不能授予，未复制` : '角色已复制，可以继续编辑');
        }}
      >
        <p className={pageCss.intro}>字段权限和数据权限一并复制；超出您自己的部分不会复制。</p>
        <NameItem />
        <InstitutionItem options={institutions.data ?? []} />
      </FormDrawer>
      <FormDrawer<RoleForm>
        open={!!edited}
        title="编辑角色"
        submitText="保存"
        size={SIZE}
        initialValues={
          edited && { ...edited, permissions: edited.permissions.filter((one) => one !== 'self') }
        }
        onClose={() => setEdited(undefined)}
        onSubmit={async ({ name, description = '', permissions }) => {
          if (!edited) return;
          try {
            await api.put('/api/user/roles/{code}', {
              path: { code: edited.code },
              body: { name, description, permissions, version: edited.version },
            });
            done('角色已保存');
          } catch (error) {
            if (!isConflict(error)) throw error;
            void conflict(error);
          }
        }}
      >
        <NameItem />
        <DescriptionItem />
        <PermissionsItem institutionId={edited?.institutionId} />
      </FormDrawer>
      <FormDrawer<{ fields: FieldRules }>
        open={!!ruled}
        title={`字段权限：${ruled?.name ?? ''}`}
        submitText="保存"
        size={SIZE}
        initialValues={ruled && { fields: ruled.fields }}
        onClose={() => setRuled(undefined)}
        onSubmit={async ({ fields }) => {
          if (!ruled) return;
          try {
            await api.put('/api/user/roles/{code}/fields', {
              path: { code: ruled.code },
              body: { fields, version: ruled.version },
            });
            done('字段权限已保存');
          } catch (error) {
            if (!isConflict(error)) throw error;
            void conflict(error);
          }
        }}
      >
        <p className={pageCss.intro}>
          在页面、导出文件和日志中同样生效；隐藏的字段也不能用于筛选和排序。同时有几个角色的人员，以最宽的为准。
        </p>
        <Form.Item name="fields">
          <FieldPicker fields={fields.data ?? []} permissions={ruled?.permissions ?? []} />
        </Form.Item>
      </FormDrawer>
      <FormDrawer<{ scopes: SaidScope[] }>
        open={!!scoped}
        title={`数据权限：${scoped?.name ?? ''}`}
        submitText="保存"
        size={SIZE}
        initialValues={scoped && { scopes: scoped.scopes }}
        onClose={() => setScoped(undefined)}
        onSubmit={async ({ scopes }) => {
          if (!scoped) return;
          try {
            await api.put('/api/user/roles/{code}/scopes', {
              path: { code: scoped.code },
              body: { scopes, version: scoped.version },
            });
            done('数据权限已保存');
          } catch (error) {
            if (!isConflict(error)) throw error;
            void conflict(error);
          }
        }}
      >
        <p className={pageCss.intro}>
          列表、详情、导出和计数同样生效，范围之外的记录视为不存在。同时有几个角色的人员，以最宽的为准。
        </p>
        <Form.Item name="scopes">
          <ScopePicker {...scopes} permissions={scoped?.permissions ?? []} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function NameItem() {
  return (
    <Form.Item
      name="name"
      label="角色名称"
      rules={[{ required: true, whitespace: true, message: '请填写角色名称' }]}
    >
      <Input maxLength={30} showCount />
    </Form.Item>
  );
}

function DescriptionItem() {
  return (
    <Form.Item name="description" label="说明">
      <Input.TextArea rows={2} maxLength={200} showCount />
    </Form.Item>
  );
}

function InstitutionItem({ options }: { options: { id: string; name: string }[] }) {
  return (
    <Form.Item name="institutionId" label="所属机构" rules={[{ required: true, message: '请选择所属机构' }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

function useSensitiveFields() {
  return useQuery({
    queryKey: ['roles', 'sensitive-fields'],
    queryFn: ({ signal }) => api.get('/api/user/sensitive-fields', { signal }),
  });
}

/** What a role can be limited to. */
function useScopes() {
  const resources = useQuery({
    queryKey: ['roles', 'scoped-resources'],
    queryFn: ({ signal }) => api.get('/api/user/scoped-resources', { signal }),
  });
  const towns = useQuery({
    queryKey: ['reference', 'towns'],
    queryFn: ({ signal }) => api.get('/api/user/reference/towns', { signal }),
  });
  const institutions = useQuery({
    queryKey: ['reference', 'institutions'],
    queryFn: ({ signal }) => api.get('/api/user/reference/institutions', { signal }),
  });
  return {
    resources: resources.data ?? [],
    towns: towns.data ?? [],
    institutions: institutions.data ?? [],
  };
}

function Detail({ code }: { code: string }) {
  const fields = useSensitiveFields();
  const scopes = useScopes();
  const role = useQuery({
    queryKey: ['roles', 'one', code],
    queryFn: ({ signal }) => api.get('/api/user/roles/{code}', { path: { code }, signal }),
  });
  const tree = useQuery({
    queryKey: ['roles', 'permissions'],
    queryFn: ({ signal }) => api.get('/api/user/permissions', { signal }),
  });
  return (
    <Loaded query={role} compact>
      {(one) => (
        // Long lists scroll, and the keyboard has to get there.
        <div tabIndex={0} role="region" aria-label={`角色 ${one.name}`}>
          <Definition
            columns={1}
            items={[
              { label: '角色', value: one.name },
              { label: '所属机构', value: one.preset ? '平台预置' : one.institutionName },
              { label: '说明', value: one.description },
              ...(one.duty === 'NONE' ? [] : [{ label: '三员职责', value: label('duty', one.duty) }]),
              {
                label: '使用人',
                value: isAutomatic(one.code) ? '该类账号自动获得，不逐人授予' : one.members.join('、'),
              },
              ...(one.createdAt
                ? [{ label: '创建', value: `${one.createdByName ?? ''} ${dateTimeText(one.createdAt)}` }]
                : []),
              ...(one.updatedAt
                ? [{ label: '最近修改', value: `${one.updatedByName ?? ''} ${dateTimeText(one.updatedAt)}` }]
                : []),
            ]}
          />
          <h2 className={pageCss.part}>权限</h2>
          {tree.data && <PermissionList tree={tree.data} codes={one.permissions} />}
          <h2 className={pageCss.part}>数据权限</h2>
          <ScopeList {...scopes} permissions={one.permissions} scopes={one.scopes} />
          <h2 className={pageCss.part}>字段权限</h2>
          <FieldList fields={fields.data ?? []} permissions={one.permissions} rules={one.fields} />
        </div>
      )}
    </Loaded>
  );
}

/** How many permissions of the one role the other lacks, which was copied from it. */
async function leftOut(source: string, copy: string) {
  const [before, after] = await Promise.all(
    [source, copy].map((code) => api.get('/api/user/roles/{code}', { path: { code } })),
  );
  return before!.permissions.filter((one) => one !== 'self' && !after!.permissions.includes(one)).length;
}
