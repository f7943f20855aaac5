import { App } from 'antd';
import { changePassword, FormDrawer, PasswordFields, type Passwords } from '@/shared/ui/antd';

/** The signed-in person's own password. */
export default function PasswordDrawer({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  return (
    <FormDrawer<Passwords>
      open
      title="修改密码"
      submitText="保存"
      onClose={onClose}
      onSubmit={(passwords) =>
        changePassword(passwords).then(() => void message.success('密码已修改，下次登录请使用新密码'))
      }
    >
      <PasswordFields />
    </FormDrawer>
  );
}
