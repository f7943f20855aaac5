import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { api } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { pageCss } from '../../ui/page';

/** Why it is refused, as the enterprise reads it. */
export function RefuseDrawer({
  of,
  open,
  onClose,
  onSubmit,
}: {
  of: string;
  open: boolean;
  onClose: () => void;
  onSubmit: (body: { reasonCode: string; reason: string }) => Promise<unknown>;
}) {
  const reasons = useQuery({
    queryKey: ['refusal-reasons'],
    queryFn: ({ signal }) => api.get('/api/finance/refusal-reasons', { signal }),
    staleTime: Infinity,
    enabled: open,
  });
  return (
    <FormDrawer<{ reasonCode: string; reason: string }>
      keeps={of}
      open={open}
      title="审批不通过"
      submitText="确认不通过"
      danger
      onClose={onClose}
      onSubmit={(values) => onSubmit({ ...values, reason: values.reason.trim() })}
    >
      <p className={pageCss.note}>企业会看到下面的原因和说明，请写明差在哪里、如何改善后可再申请。</p>
      <Form.Item
        name="reasonCode"
        label="不通过原因"
        rules={[{ required: true, message: '请选择不通过原因' }]}
        validateStatus={reasons.error ? 'error' : undefined}
        help={reasons.error ? '原因目录加载失败，请关闭后重试' : undefined}
      >
        <Select
          placeholder="请选择"
          loading={reasons.isFetching}
          options={(reasons.data ?? []).map((one) => ({ value: one.code, label: one.label }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="具体说明"
        rules={[
          { required: true, whitespace: true, message: '请填写具体说明' },
          { max: 500, message: '不超过 500 字' },
          enoughWords('具体说明'),
        ]}
      >
        <Input.TextArea rows={5} showCount maxLength={500} placeholder={LEAST_HINT} />
      </Form.Item>
    </FormDrawer>
  );
}
