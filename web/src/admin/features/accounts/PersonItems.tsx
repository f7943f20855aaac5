import { Form, Input } from 'antd';
import { PHONE } from '@/shared/ui';

export function NameItem() {
  return (
    <Form.Item
      name="displayName"
      label="姓名"
      rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
    >
      <Input maxLength={50} autoComplete="off" />
    </Form.Item>
  );
}

/** Who an account is opened for. */
export function PersonItems() {
  return (
    <>
      <NameItem />
      <Form.Item
        name="phone"
        label="手机号"
        rules={[
          { required: true, message: '请填写手机号' },
          { pattern: PHONE, message: '请填写 11 位手机号' },
        ]}
      >
        <Input inputMode="numeric" maxLength={11} autoComplete="off" />
      </Form.Item>
    </>
  );
}
