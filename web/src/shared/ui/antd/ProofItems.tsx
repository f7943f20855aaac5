import { Form, Input } from 'antd';
import { CODE_HINT, CODE_LABEL, CODE_RULES, useSecondFactorOn } from '../../security/secondFactor';
import { eye } from './PasswordFields';

/** The password, and the code of the second factor where that is on. */
export function ProofItems({ ask }: { ask: boolean }) {
  const asksCode = useSecondFactorOn(ask);
  return (
    <>
      <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请填写登录密码' }]}>
        <Input.Password iconRender={eye} autoComplete="current-password" maxLength={72} />
      </Form.Item>
      {asksCode && (
        <Form.Item name="code" label={CODE_LABEL} extra={CODE_HINT} rules={CODE_RULES}>
          <Input autoComplete="one-time-code" maxLength={20} />
        </Form.Item>
      )}
    </>
  );
}
