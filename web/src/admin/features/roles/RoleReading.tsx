import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, Loaded } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { isAutomatic } from './automatic';
import { FieldList } from './FieldPicker';
import { PermissionList } from './PermissionPicker';
import { useScopes, useSensitiveFields } from './queries';
import { ScopeList } from './ScopePicker';

/** What a role may do, see and reach, and who has it. */
export function RoleReading({ code }: { code: string }) {
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
