import { App, Form, Input } from 'antd';
import { api } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';

interface Values {
  oldPassword: string;
  newPassword: string;
  again: string;
}

/** The signed-in person's own password. */
export default function PasswordDrawer({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  return (
    <FormDrawer<Values>
      open
      title="修改密码"
      submitText="保存"
      onClose={onClose}
      onSubmit={async ({ oldPassword, newPassword }) => {
        await api.put('/api/auth/password', { oldPassword, newPassword });
        void message.success('密码已修改，下次登录请使用新密码');
      }}
    >
      <Form.Item name="oldPassword" label="原密码" rules={[{ required: true, message: '请输入原密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        extra="不少于 8 位，须同时含字母和数字"
        rules={[
          { required: true, message: '请输入新密码' },
          { min: 8, message: '不少于 8 位' },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再次输入新密码"
        dependencies={['newPassword']}
        rules={[
          { required: true, message: '请再次输入新密码' },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的新密码不一致')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDrawer>
  );
}
