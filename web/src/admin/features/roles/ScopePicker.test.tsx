import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'antd';
import { expect, it, vi } from 'vitest';
import type { ScopedResource } from '@/shared/api';
import { AntdRoot } from '@/shared/ui/antd';
import { ScopeList, ScopePicker } from './ScopePicker';

const enterprises: ScopedResource = {
  code: 'user.enterprise',
  name: '企业信息',
  application: '企业管理',
  permissions: ['user.enterprise.read'],
  unsaid: 'INSTITUTION',
  kinds: [
    { kind: 'ALL', grantable: false },
    { kind: 'INSTITUTION', grantable: true },
    { kind: 'TOWNS', grantable: true },
  ],
  towns: ['500113003'],
  institutions: [],
};
const towns = [
  { code: '500113003', name: '龙洲湾街道', type: '街道' },
  { code: '500113004', name: '鱼洞街道', type: '街道' },
];

it('a role is given towns, but none beyond those of the one who gives them', async () => {
  const changed = vi.fn();
  const { rerender } = render(
    <AntdRoot>
      <ScopePicker
        resources={[enterprises]}
        permissions={['user.enterprise.read']}
        towns={towns}
        institutions={[]}
        value={[]}
        onChange={changed}
      />
    </AntdRoot>,
  );
  expect(screen.getByText('按默认（本机构及下级）')).toBeVisible();
  await userEvent.click(screen.getByRole('combobox', { name: '企业信息的数据范围' }));
  expect((await screen.findByTitle('全部')).className).toContain('disabled');
  await userEvent.click(screen.getByTitle('指定镇街'));
  const chosen = { resource: 'user.enterprise', kind: 'TOWNS' as const, towns: [], institutions: [] };
  expect(changed).toHaveBeenLastCalledWith([chosen]);

  rerender(
    <AntdRoot>
      <ScopePicker
        resources={[enterprises]}
        permissions={['user.enterprise.read']}
        towns={towns}
        institutions={[]}
        value={[chosen]}
        onChange={changed}
      />
    </AntdRoot>,
  );
  await userEvent.click(screen.getByRole('combobox', { name: '企业信息：指定镇街' }));
  expect((await screen.findByTitle('鱼洞街道')).className).toContain('disabled');
  await userEvent.click(screen.getByTitle('龙洲湾街道'));
  expect(changed).toHaveBeenLastCalledWith([{ ...chosen, towns: ['500113003'] }]);
});

it('what the permissions of a role do not come to is not asked for', () => {
  render(
    <ScopePicker resources={[enterprises]} permissions={['code.scan']} towns={towns} institutions={[]} />,
  );
  expect(screen.queryByRole('combobox')).toBeNull();
});

it('a role is read with the names of its towns, and where it says nothing as what then holds', () => {
  const { rerender } = render(
    <ScopeList
      resources={[enterprises]}
      permissions={['user.enterprise.read']}
      towns={towns}
      institutions={[]}
      scopes={[{ resource: 'user.enterprise', kind: 'TOWNS', towns: ['500113004'], institutions: [] }]}
    />,
  );
  expect(screen.getByText('指定镇街：鱼洞街道')).toBeVisible();
  rerender(
    <ScopeList
      resources={[enterprises]}
      permissions={['user.enterprise.read']}
      towns={towns}
      institutions={[]}
      scopes={[]}
    />,
  );
  expect(screen.getByText('本机构及下级（按默认）')).toBeVisible();
});

it('who chose 指定镇街 and none is told at the field', () => {
  const chosen = { resource: 'user.enterprise', kind: 'TOWNS' as const, towns: [], institutions: [] };
  render(
    <AntdRoot>
      <Form
        initialValues={{ scopes: [chosen] }}
        fields={[{ name: 'scopes', value: [chosen], errors: ['请至少选择一个'] }]}
      >
        <Form.Item name="scopes">
          <ScopePicker
            resources={[enterprises]}
            permissions={['user.enterprise.read']}
            towns={towns}
            institutions={[]}
          />
        </Form.Item>
      </Form>
    </AntdRoot>,
  );
  expect(screen.getByRole('combobox', { name: '企业信息：指定镇街' }).closest('.ant-select')).toHaveClass(
    'ant-select-status-error',
  );
  expect(screen.queryByText(/未选择时看不到/)).toBeNull();
});
