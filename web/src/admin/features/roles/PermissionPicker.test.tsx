import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { PermissionTree } from '@/shared/api';
import { PermissionPicker } from './PermissionPicker';

const permission = (code: string, grantable = true) => ({ code, name: code, grantable });
const tree: PermissionTree = {
  applications: [
    {
      name: '融资服务',
      pages: [
        { name: '融资申请', permissions: [permission('a'), permission('b')] },
        { name: '金融产品', permissions: [permission('c', false)] },
      ],
    },
  ],
};

it('all of an application are chosen at once, except what one may not give', async () => {
  const changed = vi.fn();
  const { rerender } = render(<PermissionPicker tree={tree} value={['a', 'x']} onChange={changed} />);
  expect(screen.getByText('已选 1 / 3 项')).toBeVisible();
  expect(screen.getByText(/灰色的权限您和本机构人员都没有/)).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: '全选：融资服务' }));
  expect(changed).toHaveBeenLastCalledWith(['x', 'a', 'b']);

  rerender(<PermissionPicker tree={tree} value={['a', 'b', 'x']} onChange={changed} />);
  expect(screen.getByRole('checkbox', { name: '全选：融资服务' })).toBeChecked();
  await userEvent.click(screen.getByRole('checkbox', { name: '全选：融资服务' }));
  expect(changed).toHaveBeenLastCalledWith(['x']);
});
