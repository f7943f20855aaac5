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

/** What stands under a field that the person's roles let them read at most. */
export const NOT_EDITABLE = '您的角色不能修改手机号，如需更换请联系管理员';

/** Who an account is opened for, or whose it is: then `locked` leaves the phone as it is shown. */
export function PersonItems({ locked = false }: { locked?: boolean }) {
  return (
    <>
      <NameItem />
      <Form.Item
        name="phone"
        label="手机号"
        extra={locked && NOT_EDITABLE}
        rules={
          locked
            ? []
            : [
                { required: true, message: '请填写手机号' },
                { pattern: PHONE, message: '请填写 11 位手机号' },
              ]
        }
      >
        <Input inputMode="numeric" maxLength={11} autoComplete="off" disabled={locked} />
      </Form.Item>
    </>
  );
}
