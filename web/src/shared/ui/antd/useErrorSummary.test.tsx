import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { expect, it } from 'vitest';
import { useErrorSummary } from './useErrorSummary';

function Page() {
  const [form] = Form.useForm<{ name: string; phone: string }>();
  const { summary, formProps } = useErrorSummary(form);
  return (
    <Form form={form} {...formProps}>
      {summary}
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input />
      </Form.Item>
      <Form.Item name="phone" label="手机号" rules={[{ required: true, message: '请填写手机号' }]}>
        <Input />
      </Form.Item>
      <button type="submit">提交</button>
    </Form>
  );
}

it('a form that is not complete says so above itself, leads to the fields, and forgets what was put right', async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  const summary = (await screen.findByText('有 2 处需要修改')).parentElement;
  await waitFor(() => expect(summary).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: '请填写手机号' }));
  await waitFor(() => expect(screen.getByLabelText('手机号')).toHaveFocus());
  await userEvent.type(screen.getByLabelText('手机号'), '13812345678');
  expect(await screen.findByText('有 1 处需要修改')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '请填写姓名' })).toBeInTheDocument();
});
