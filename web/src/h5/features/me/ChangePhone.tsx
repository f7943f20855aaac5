import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Toast } from 'antd-mobile';
import { useState } from 'react';
import { ME } from '@/shared/api';
import { changePhone, usePhoneCode, type NewPhone } from '@/shared/security';
import { PHONE } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import css from './AccountPage.module.css';

const CODE_RULE = { required: true, pattern: /^\d{6}$/, message: '请填写短信中的 6 位数字' };

/** 更换手机号: the account is proved by the password, or by a code to the old phone; the new phone by a code to it. */
export function ChangePhone() {
  const [open, setOpen] = useState(false);
  const [byCode, setByCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm<NewPhone>();
  const queries = useQueryClient();
  const problems = useProblems();
  const old = usePhoneCode(problems);
  const typed = Form.useWatch('phone', form) as string | undefined;
  const fresh = usePhoneCode(problems, typed ?? '');
  if (!open) {
    return (
      <>
        <p className={css.before}>更换后用新手机号登录和接收短信。</p>
        <Button block onClick={() => setOpen(true)}>
          更换手机号
        </Button>
      </>
    );
  }
  const save = async (change: NewPhone) => {
    setBusy(true);
    try {
      await changePhone(change);
      Toast.show('手机号已更换');
      form.resetFields();
      setOpen(false);
      void queries.invalidateQueries({ queryKey: ME });
    } catch (error) {
      problems(error, form);
    } finally {
      setBusy(false);
    }
  };
  const sendFresh = () =>
    form
      .validateFields(['phone'])
      .then(({ phone }) => fresh.send(phone))
      .catch(() => undefined);
  return (
    <>
      <p className={css.before}>原手机号会收到提醒，其他设备的登录将退出。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        footer={
          <Button block color="primary" size="large" type="submit" loading={busy}>
            更换手机号
          </Button>
        }
        onFinish={(change) => void save(change)}
      >
        {byCode ? (
          <Form.Item
            name="oldCode"
            label="原手机号收到的验证码"
            rules={[CODE_RULE]}
            extra={
              <Button size="small" disabled={old.busy} onClick={() => old.send()}>
                {old.text}
              </Button>
            }
          >
            <Input placeholder="6 位数字" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
        ) : (
          <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请填写登录密码' }]}>
            <Input
              type="password"
              placeholder="核实是您本人"
              autoComplete="current-password"
              maxLength={72}
            />
          </Form.Item>
        )}
        <Form.Item>
          <Button size="small" fill="none" color="primary" onClick={() => setByCode(!byCode)}>
            {byCode ? '改用登录密码' : '没有密码？用原手机号的验证码'}
          </Button>
        </Form.Item>
        <Form.Item
          name="phone"
          label="新手机号"
          rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
        >
          <Input placeholder="11 位手机号" inputMode="numeric" autoComplete="tel-national" maxLength={11} />
        </Form.Item>
        <Form.Item
          name="code"
          label="新手机号收到的验证码"
          rules={[CODE_RULE]}
          extra={
            <Button size="small" disabled={fresh.busy} onClick={() => void sendFresh()}>
              {fresh.text}
            </Button>
          }
        >
          <Input placeholder="6 位数字" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
      </Form>
    </>
  );
}
