import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'antd-mobile';
import { expect, it } from 'vitest';
import { Words } from './Words';

it('counts what is typed as the services do, and takes no more than they', async () => {
  render(
    <Form initialValues={{ words: '设备' }}>
      <Form.Item name="words" label="说明">
        <Words id="words" maxLength={8} />
      </Form.Item>
    </Form>,
  );
  expect(screen.getByText('2/8')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('说明'), '😀😀😀😀😀');
  expect(screen.getByText('8/8')).toBeInTheDocument();
  expect(screen.getByLabelText('说明')).toHaveValue('设备😀😀😀');
});
