import { Form, Input } from 'antd';
import { api } from '../../api/client';
import { Icon } from '../Icon';
import { PASSWORD_RULE, passwordProblem } from '../fields';
import css from './PasswordFields.module.css';

export interface Passwords {
  oldPassword: string;
  newPassword: string;
  again: string;
}

export function changePassword({ oldPassword, newPassword }: Passwords): Promise<void> {
  return api.put('/api/auth/password', { body: { oldPassword, newPassword } });
}

/** The eye of the platform's own fields: open on what is hidden. The field makes a button of it. */
export const eye = (shown: boolean) => (
  <span className={css.eye}>
    <Icon name={shown ? 'eyeOff' : 'eye'} />
  </span>
);

/** The fields by which a signed-in person changes the own password; they stand in a form of `Passwords`. */
export function PasswordFields() {
  return (
    <>
      <Form.Item name="oldPassword" label="原密码" rules={[{ required: true, message: '请填写原密码' }]}>
        <Input.Password iconRender={eye} autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        extra={PASSWORD_RULE}
        rules={[
          { required: true, message: '请填写新密码' },
          {
            validator: (_rule, value?: string) => {
              const wrong = value && passwordProblem(value);
              return wrong ? Promise.reject(new Error(wrong)) : Promise.resolve();
            },
          },
        ]}
      >
        <Input.Password iconRender={eye} autoComplete="new-password" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再次输入新密码"
        dependencies={['newPassword']}
        rules={[
          { required: true, message: '请再次输入新密码' },
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的密码不一致')),
          }),
        ]}
      >
        <Input.Password iconRender={eye} autoComplete="new-password" maxLength={64} />
      </Form.Item>
    </>
  );
}
