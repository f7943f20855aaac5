import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Select } from 'antd';
import { api } from '@/shared/api';
import { HandOverDrawer } from './HandOverDrawer';

/** All that one of the bank's people has, for who leaves or is absent. */
export function HandOverAllDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ giver: string }>();
  const handlers = useHandlers(open);
  return (
    <HandOverDrawer
      open={open}
      title="批量转办"
      intro="原办理人离职或不在岗时，将其全部未办结的申请（含待放款、待结清）一次转交。接办的人会收到通知。"
      reasonNeeded
      submitText="全部转办"
      onClose={onClose}
      onSubmit={async ({ to, reason = '' }, idempotencyKey) => {
        const { giver } = await form.validateFields();
        const { handedOver } = await api.post('/api/finance/hand-overs', {
          body: { handlerId: giver, to, reason },
          idempotencyKey,
        });
        void message.success(`已转办 ${handedOver} 笔申请`);
        await queries.invalidateQueries({ queryKey: ['applications'] });
      }}
    >
      <Form form={form} component={false} layout="vertical">
        <Form.Item
          name="giver"
          label="原办理人"
          rules={[{ required: true, message: '请选择原办理人' }]}
          validateStatus={handlers.error ? 'error' : undefined}
          help={handlers.error ? '名单加载失败，请关闭后重试' : undefined}
        >
          <Select
            placeholder="请选择"
            loading={handlers.isFetching}
            options={(handlers.data ?? []).map((one) => ({
              value: one.handlerId,
              label: `${one.handlerName}（未办结 ${one.open} 笔）`,
            }))}
          />
        </Form.Item>
      </Form>
    </HandOverDrawer>
  );
}

/** Who has applications that go on, also who has left the bank. */
export function useHandlers(enabled: boolean) {
  return useQuery({
    queryKey: ['applications', 'handlers'],
    queryFn: ({ signal }) => api.get('/api/finance/handlers', { signal }),
    enabled,
  });
}
