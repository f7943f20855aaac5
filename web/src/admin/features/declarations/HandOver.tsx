import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, useMe, type Declaration } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { pageCss } from '../../ui/page';
import { isConflict, useConflict } from '../../ui/useConflict';

const KEY = ['console-declarations'];
/** Back to where anybody of the department takes it on. */
const POOL = 'POOL';

interface Values {
  to: string;
  reason: string;
}

/** Whether somebody of the reader's department has it, and the reader may give it on: it is theirs, or they head it. */
export function useMayHandOver({ handlerId, status, turn }: Declaration): boolean {
  const { me, can } = useMe();
  return (
    !!turn?.here &&
    !!handlerId &&
    (status === 'IN_REVIEW' || status === 'SENT_BACK') &&
    (handlerId === me?.accountId || can('policy.declaration.assign'))
  );
}

/** To a colleague, or back: nobody keeps a declaration who is ill, moved or gone. */
export function HandOver({ declaration }: { declaration: Declaration }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const may = useMayHandOver(declaration);
  const conflict = useConflict([KEY]);
  const { id, version, handlerId, handlerName, status } = declaration;
  const colleagues = useQuery({
    queryKey: [...KEY, 'colleagues', id],
    queryFn: ({ signal }) => api.get('/api/policy/declarations/{id}/colleagues', { path: { id }, signal }),
    enabled: open && may,
  });
  if (!may) return null;
  const options = (colleagues.data ?? [])
    .filter(({ accountId }) => accountId !== handlerId)
    .map(({ accountId, name }) => ({ value: accountId, label: name }));
  const submit = async ({ to, reason }: Values, idempotencyKey: string) => {
    try {
      await api.post('/api/policy/declarations/{id}/hand-over', {
        path: { id },
        body: { version, to: to === POOL ? undefined : to, reason: reason.trim() },
        idempotencyKey,
      });
      void message.success('已转办');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>转办</Button>
      <FormDrawer<Values>
        open={open}
        title="转办申报"
        submitText="确认转办"
        onClose={() => setOpen(false)}
        onSubmit={submit}
      >
        {() => (
          <>
            <p className={pageCss.note}>
              现由{handlerName}承办；转办后由接办人继续办理，承诺时限不变，企业在办理进度中可以看到。
            </p>
            <Form.Item
              name="to"
              label="接办人"
              rules={[{ required: true, message: '请选择接办人' }]}
              {...(colleagues.error
                ? { validateStatus: 'error' as const, help: '名单加载失败，请关闭后重试' }
                : {})}
            >
              <Select
                placeholder="请选择"
                showSearch={{ optionFilterProp: 'label' }}
                loading={colleagues.isFetching}
                options={
                  status === 'SENT_BACK' ? options : [...options, { value: POOL, label: '退回待承办' }]
                }
              />
            </Form.Item>
            <Form.Item
              name="reason"
              label="转办原因"
              rules={[
                { required: true, whitespace: true, message: '请填写转办原因' },
                { max: 200, message: '不超过 200 字' },
                enoughWords('转办原因'),
              ]}
            >
              <Input.TextArea rows={3} showCount maxLength={200} placeholder={LEAST_HINT} />
            </Form.Item>
          </>
        )}
      </FormDrawer>
    </>
  );
}
