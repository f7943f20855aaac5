import { render, screen } from '@testing-library/react';
import { Form } from 'antd';
import { expect, it } from 'vitest';
import { AntdRoot } from './AntdRoot';
import { CheckGroup } from './CheckGroup';

it('a group of which something must be chosen has no attribute that a group may not have', () => {
  const { container } = render(
    <AntdRoot>
      <Form>
        <Form.Item name="scopes" label="接口权限" rules={[{ required: true }]}>
          <CheckGroup options={[{ value: 'policies', label: '读取已发布的政策' }]} />
        </Form.Item>
      </Form>
    </AntdRoot>,
  );
  expect(screen.getByRole('checkbox', { name: '读取已发布的政策' })).toBeInTheDocument();
  expect(container.querySelector('.ant-checkbox-group')).not.toHaveAttribute('aria-required');
});
