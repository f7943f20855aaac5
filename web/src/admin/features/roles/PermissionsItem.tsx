import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { api } from '@/shared/api';
import { PermissionPicker } from './PermissionPicker';

/**
 * The permissions of a role that is made or changed: of those that its institution can hold.
 *
 * @param institutionId whose role it is; absent: the one that is chosen in the form
 */
export function PermissionsItem({ institutionId }: { institutionId?: string }) {
  const chosen = Form.useWatch<string | undefined>('institutionId');
  const holder = institutionId ?? chosen;
  const tree = useQuery({
    queryKey: ['roles', 'permissions', holder],
    queryFn: ({ signal }) => api.get('/api/user/permissions', { query: { institutionId: holder }, signal }),
    enabled: !!holder,
  });
  return (
    <Form.Item
      name="permissions"
      label="权限"
      rules={[{ required: true, type: 'array', min: 1, message: '请至少选择一项权限' }]}
    >
      <PermissionPicker tree={tree.data ?? { applications: [] }} />
    </Form.Item>
  );
}
