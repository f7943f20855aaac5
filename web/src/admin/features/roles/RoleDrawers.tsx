import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { api, useMe, type RoleDetail, type RoleRow, type SaidScope } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { FieldPicker, type FieldRules } from './FieldPicker';
import { PermissionsItem } from './PermissionsItem';
import { useScopes, useSensitiveFields } from './queries';
import { namesNobody, ScopePicker } from './ScopePicker';

interface RoleForm {
  name: string;
  description?: string;
  institutionId?: string;
  permissions: string[];
}

/** Wide enough for a tree of permissions. */
export const SIZE = 720;

/** Sends what was changed of a role and says so; or, if it was changed meanwhile, that. */
export type Save = (saved: string, send: () => Promise<unknown>) => Promise<void>;

interface OfRole {
  role: RoleDetail | undefined;
  onClose: () => void;
  save: Save;
}

export function NewRoleDrawer({
  open,
  onClose,
  onCreated,
}: {
  open: boolean;
  onClose: () => void;
  onCreated: (role: Pick<RoleRow, 'code'>) => void;
}) {
  const { me } = useMe();
  return (
    <FormDrawer<RoleForm>
      open={open}
      title="新建角色"
      submitText="保存"
      size={SIZE}
      initialValues={{ permissions: [], institutionId: me?.institution?.id }}
      onClose={onClose}
      onSubmit={async ({ name, description = '', institutionId, permissions }, idempotencyKey) =>
        onCreated(
          await api.post('/api/user/roles', {
            idempotencyKey,
            body: { name, description, institutionId, permissions },
          }),
        )
      }
    >
      <NameItem />
      <InstitutionItem />
      <DescriptionItem />
      <PermissionsItem />
    </FormDrawer>
  );
}

export function CopyRoleDrawer({
  role,
  onClose,
  onCopied,
}: {
  role: RoleRow | undefined;
  onClose: () => void;
  /** `left`: how many permissions stayed behind, because who copies may not give them. */
  onCopied: (left: number) => void;
}) {
  const { me } = useMe();
  return (
    <FormDrawer<RoleForm>
      open={!!role}
      title={`复制角色：${role?.name ?? ''}`}
      submitText="复制"
      initialValues={{ institutionId: me?.institution?.id }}
      onClose={onClose}
      onSubmit={async ({ name, institutionId }, idempotencyKey) => {
        if (!role) return;
        const { code } = await api.post('/api/user/roles/{code}/copy', {
          idempotencyKey,
          path: { code: role.code },
          body: { name, institutionId },
        });
        onCopied(await leftOut(role.code, code));
      }}
    >
      <p className={pageCss.intro}>字段权限和数据权限一并复制；超出您自己的部分不会复制。</p>
      <NameItem />
      <InstitutionItem />
    </FormDrawer>
  );
}

export function EditRoleDrawer({ role, onClose, save }: OfRole) {
  return (
    <FormDrawer<RoleForm>
      open={!!role}
      title="编辑角色"
      submitText="保存"
      size={SIZE}
      initialValues={role && { ...role, permissions: role.permissions.filter((one) => one !== 'self') }}
      onClose={onClose}
      onSubmit={async ({ name, description = '', permissions }) => {
        if (!role) return;
        await save('角色已保存', () =>
          api.put('/api/user/roles/{code}', {
            path: { code: role.code },
            body: { name, description, permissions, version: role.version },
          }),
        );
      }}
    >
      <NameItem />
      <DescriptionItem />
      <PermissionsItem institutionId={role?.institutionId} />
    </FormDrawer>
  );
}

/** 字段权限: which fields are shown whole, in part, or not at all. */
export function FieldsDrawer({ role, onClose, save }: OfRole) {
  const fields = useSensitiveFields();
  return (
    <FormDrawer<{ fields: FieldRules }>
      open={!!role}
      title={`字段权限：${role?.name ?? ''}`}
      submitText="保存"
      size={SIZE}
      initialValues={role && { fields: role.fields }}
      onClose={onClose}
      onSubmit={async ({ fields: rules }) => {
        if (!role) return;
        await save('字段权限已保存', () =>
          api.put('/api/user/roles/{code}/fields', {
            path: { code: role.code },
            body: { fields: rules, version: role.version },
          }),
        );
      }}
    >
      <p className={pageCss.intro}>
        在页面、导出文件和日志中同样生效；隐藏的字段也不能用于筛选和排序。同时有几个角色的人员，以最宽的为准：这里隐藏的字段，其他角色能看到明文的仍显示明文。
      </p>
      <Form.Item name="fields">
        <FieldPicker fields={fields.data ?? []} permissions={role?.permissions ?? []} />
      </Form.Item>
    </FormDrawer>
  );
}

/** 数据权限: how far a role reaches. */
export function ScopesDrawer({ role, onClose, save }: OfRole) {
  const known = useScopes();
  return (
    <FormDrawer<{ scopes: SaidScope[] }>
      open={!!role}
      title={`数据权限：${role?.name ?? ''}`}
      submitText="保存"
      size={SIZE}
      initialValues={role && { scopes: role.scopes }}
      onClose={onClose}
      onSubmit={async ({ scopes }) => {
        if (!role) return;
        await save('数据权限已保存', () =>
          api.put('/api/user/roles/{code}/scopes', {
            path: { code: role.code },
            body: { scopes, version: role.version },
          }),
        );
      }}
    >
      <p className={pageCss.intro}>
        列表、详情、导出和计数同样生效，范围之外的记录视为不存在。同时有几个角色的人员，以最宽的为准。
      </p>
      <Form.Item
        name="scopes"
        validateTrigger="onSubmit"
        rules={[
          {
            validator: (_, scopes?: SaidScope[]) =>
              scopes?.some(namesNobody)
                ? Promise.reject(new Error('“指定镇街”“指定机构”请至少选择一个'))
                : Promise.resolve(),
          },
        ]}
      >
        <ScopePicker {...known} permissions={role?.permissions ?? []} />
      </Form.Item>
    </FormDrawer>
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

function InstitutionItem() {
  const institutions = useQuery({
    queryKey: ['managed-institutions'],
    queryFn: ({ signal }) => api.get('/api/user/managed-institutions', { signal }),
  });
  return (
    <Form.Item name="institutionId" label="所属机构" rules={[{ required: true, message: '请选择所属机构' }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={institutions.data?.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

/** How many permissions of the one role the other lacks, which was copied from it. */
async function leftOut(source: string, copy: string) {
  const [before, after] = await Promise.all(
    [source, copy].map((code) => api.get('/api/user/roles/{code}', { path: { code } })),
  );
  return before!.permissions.filter((one) => one !== 'self' && !after!.permissions.includes(one)).length;
}
