import { Form, Input } from 'antd-mobile';
import { CODE_HINT, CODE_LABEL, CODE_RULES, useSecondFactorOn } from '@/shared/security/secondFactor';

/** The password, and the code of the second factor where that is on. */
export function ProofItems() {
  const asksCode = useSecondFactorOn(true);
  return (
    <>
      <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请填写登录密码' }]}>
        <Input type="password" placeholder="核实是您本人" autoComplete="current-password" maxLength={72} />
      </Form.Item>
      {asksCode && (
        <Form.Item name="code" label={CODE_LABEL} rules={CODE_RULES}>
          <Input placeholder={CODE_HINT} autoComplete="one-time-code" maxLength={20} />
        </Form.Item>
      )}
    </>
  );
}
