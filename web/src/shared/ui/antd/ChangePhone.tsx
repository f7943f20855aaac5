import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Space, type FormInstance, type InputProps } from 'antd';
import { useState } from 'react';
import { ME } from '../../api';
import { changePhone, usePhoneCode, type NewPhone } from '../../security';
import { PHONE } from '../fields';
import { FormDrawer } from './FormDrawer';
import { eye } from './PasswordFields';
import { useProblems } from './useProblems';

/** 更换手机号: the account is proved by the password, or by a code to the old phone; the new phone by a code to it. */
export function ChangePhone() {
  const [open, setOpen] = useState(false);
  const [byCode, setByCode] = useState(false);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = async (change: NewPhone) => {
    await changePhone(change);
    void message.success('手机号已更换，其他设备的登录已退出');
    void queries.invalidateQueries({ queryKey: ME });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>更换手机号</Button>
      <FormDrawer<NewPhone>
        open={open}
        title="更换手机号"
        submitText="更换手机号"
        onClose={() => setOpen(false)}
        onSubmit={save}
      >
        {(form) => (
          <>
            <p style={{ marginBottom: 16 }}>
              更换后用新手机号登录和接收短信，原手机号会收到提醒，其他设备的登录将退出。
            </p>
            {byCode ? (
              <CodeItem form={form} name="oldCode" label="原手机号收到的验证码" />
            ) : (
              <Form.Item
                name="password"
                label="登录密码"
                rules={[{ required: true, message: '请输入登录密码' }]}
              >
                <Input.Password iconRender={eye} autoComplete="current-password" maxLength={72} />
              </Form.Item>
            )}
            <Button
              type="link"
              style={{ paddingInline: 0, marginBottom: 16 }}
              onClick={() => setByCode(!byCode)}
            >
              {byCode ? '改用登录密码' : '没有密码？用原手机号的验证码'}
            </Button>
            <Form.Item
              name="phone"
              label="新手机号"
              rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
            >
              <Input inputMode="numeric" autoComplete="tel-national" maxLength={11} />
            </Form.Item>
            <CodeItem form={form} name="code" label="新手机号收到的验证码" phone="phone" />
          </>
        )}
      </FormDrawer>
    </>
  );
}

/** A code and the button that has it sent: to the phone in the field `phone`, or to the one that the account has. */
function CodeItem({
  form,
  name,
  label,
  phone,
}: {
  form: FormInstance<NewPhone>;
  name: 'code' | 'oldCode';
  label: string;
  phone?: 'phone';
}) {
  const problems = useProblems();
  const typed = Form.useWatch('phone', form);
  const sending = usePhoneCode((error) => problems(error, form as FormInstance), phone && (typed ?? ''));
  const send = () => {
    if (!phone) sending.send();
    else
      form
        .validateFields([phone])
        .then(({ phone: to }) => sending.send(to))
        .catch(() => undefined);
  };
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写短信中的 6 位数字' }]}
    >
      <CodeInput>
        <Button onClick={send} disabled={sending.busy}>
          {sending.text}
        </Button>
      </CodeInput>
    </Form.Item>
  );
}

/** What the form says of its field goes to the input, not to the button beside it. */
function CodeInput({ children, ...field }: InputProps) {
  return (
    <Space.Compact block>
      <Input {...field} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      {children}
    </Space.Compact>
  );
}
