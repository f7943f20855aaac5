import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'antd';
import { expect, it, vi } from 'vitest';
import { AntdRoot } from '@/shared/ui/antd';
import { DayInput } from './DayInput';

it('a day is shown, changed and cleared as the server writes it', async () => {
  const onChange = vi.fn();
  render(
    <AntdRoot>
      <Form initialValues={{ validTo: '2026-01-31' }} onValuesChange={onChange}>
        <Form.Item name="validTo" label="有效期至">
          <DayInput />
        </Form.Item>
      </Form>
    </AntdRoot>,
  );
  const field = screen.getByLabelText('有效期至');
  expect(field).toHaveValue('2026-01-31');
  await userEvent.clear(field);
  await userEvent.type(field, '2027-12-31{Enter}');
  expect(onChange).toHaveBeenLastCalledWith({ validTo: '2027-12-31' }, expect.anything());
});
