import { Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { api, type ApiKey } from '@/shared/api';
import { inZone } from '@/shared/ui';
import { CheckGroup, FormDrawer } from '@/shared/ui/antd';
import { DayField, dayRule } from '@/shared/ui/antd/DayField';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { callsRules, dayLimits } from './rules';

interface TermsForm {
  scopes: ApiKey['scopes'][number]['scope'][];
  addresses: string[];
  perMinute: number;
  perDay: number;
  validUntil: Dayjs;
  reason: string;
}

interface TermsDrawerProps {
  of: ApiKey;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** On what an approved key may be used from now on; its owner reads what was changed and why. */
export function TermsDrawer({ of: key, open, onClose, onDone }: TermsDrawerProps) {
  const { firstDay, lastDay } = dayLimits();
  return (
    <FormDrawer<TermsForm>
      open={open}
      title="调整接口密钥"
      submitText="保存"
      initialValues={{
        scopes: key.scopes.map((one) => one.scope),
        addresses: key.addresses,
        perMinute: key.perMinute,
        perDay: key.perDay,
        // It ends with its last day: at the first moment of the next.
        validUntil: key.expiresAt ? inZone(Date.parse(key.expiresAt) - 1) : undefined,
      }}
      onClose={onClose}
      onSubmit={async ({ validUntil, reason, ...terms }) => {
        await api.put('/api/auth/openapi/keys/{id}', {
          path: { id: key.id },
          body: {
            ...terms,
            validUntil: validUntil.format('YYYY-MM-DD'),
            reason: reason.trim(),
            version: key.version,
          },
        });
        onDone();
      }}
    >
      <p style={{ marginBottom: 16 }}>保存后 5 秒内生效，申请单位会收到调整内容和原因。</p>
      <Form.Item
        name="scopes"
        label="接口权限"
        extra="只能减少；增加或恢复须由申请单位重新申请"
        rules={[{ required: true, message: '至少保留一项接口权限' }]}
      >
        <CheckGroup stacked options={key.scopes.map((one) => ({ value: one.scope, label: one.label }))} />
      </Form.Item>
      <Form.Item
        name="addresses"
        label="调用地址"
        extra="系统出口的 IP 地址或网段，如 203.0.113.9 或 203.0.113.0/24；输入后按回车"
        rules={[{ required: true, message: '请填写调用地址' }]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', ';']} />
      </Form.Item>
      <Form.Item name="perMinute" label="每分钟次数" rules={callsRules(6000)}>
        <InputNumber />
      </Form.Item>
      <Form.Item name="perDay" label="每日次数" rules={callsRules(1_000_000)}>
        <InputNumber />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label="有效期至"
        rules={[{ required: true, message: '请填写' }, dayRule(firstDay, lastDay)]}
      >
        <DayField first={firstDay} last={lastDay} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="调整原因"
        rules={[{ required: true, whitespace: true, message: '请填写调整原因' }, enoughWords('调整原因')]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount placeholder={LEAST_HINT} />
      </Form.Item>
    </FormDrawer>
  );
}
