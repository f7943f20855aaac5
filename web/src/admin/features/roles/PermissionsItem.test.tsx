import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Radio } from 'antd';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { PermissionsItem } from './PermissionsItem';

const treeOf = (name: string) =>
  json({
    applications: [
      { name, pages: [{ name, permissions: [{ code: name, name: `办理${name}`, grantable: true }] }] },
    ],
  });

it('only what the chosen institution can hold is offered', async () => {
  const sent = answerWith({ 'GET /api/user/permissions': [treeOf('融资服务'), treeOf('政策服务')] });
  renderAt(
    '/roles',
    <Form initialValues={{ institutionId: 'bank', permissions: [] }}>
      <Form.Item name="institutionId">
        <Radio.Group
          options={[
            { value: 'bank', label: '某银行' },
            { value: 'department', label: '某部门' },
          ]}
        />
      </Form.Item>
      <PermissionsItem />
    </Form>,
  );
  expect(await screen.findByRole('checkbox', { name: '办理融资服务' })).toBeInTheDocument();

  await userEvent.click(screen.getByRole('radio', { name: '某部门' }));

  expect(await screen.findByRole('checkbox', { name: '办理政策服务' })).toBeInTheDocument();
  expect(screen.queryByRole('checkbox', { name: '办理融资服务' })).toBeNull();
  expect(sent.map(({ url }) => url.searchParams.get('institutionId'))).toEqual(['bank', 'department']);
});
