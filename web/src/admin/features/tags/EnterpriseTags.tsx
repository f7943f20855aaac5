import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, useMe } from '@/shared/api';
import { TagList } from '@/shared/match/TagList';
import { Loaded } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { Panel } from '../../ui/page';

/** The tags of one enterprise, set or derived, each with why; and one more by hand. */
export function EnterpriseTags({ id, uscc }: { id: string; uscc: string }) {
  const { can } = useMe();
  const [open, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['tags', 'of', id],
    queryFn: ({ signal }) => api.get('/api/match/enterprises/{id}/tags', { path: { id }, signal }),
  });
  return (
    <Panel
      title="企业标签"
      extra={can('match.tag.assign') && <Button onClick={() => setOpen(true)}>打标签</Button>}
    >
      <Loaded query={query} compact>
        {(tags) => <TagList tags={tags} empty="还没有标签。" />}
      </Loaded>
      <SetOne uscc={uscc} open={open} onClose={() => setOpen(false)} />
    </Panel>
  );
}

function SetOne({ uscc, open, onClose }: { uscc: string; open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['tags', 'settable'],
    queryFn: ({ signal }) =>
      api.get('/api/match/tags', {
        query: { subject: 'ENTERPRISE', derived: false, retired: false, size: 200 },
        signal,
      }),
    enabled: open,
  });
  return (
    <FormDrawer<{ tag: string; note?: string }>
      open={open}
      title="打标签"
      submitText="打标签"
      onClose={onClose}
      onSubmit={async ({ tag, note }, idempotencyKey) => {
        await api.post('/api/match/tags/{id}/holders', {
          path: { id: tag },
          body: { codes: [uscc], note: note?.trim() || undefined },
          idempotencyKey,
        });
        void message.success('已打标签');
        await queries.invalidateQueries({ queryKey: ['tags'] });
      }}
    >
      <Form.Item name="tag" label="标签" rules={[{ required: true, message: '请选择标签' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={query.isPending}
          options={(query.data?.items ?? []).map((tag) => ({
            value: tag.id,
            label: `${tag.name}（${tag.category}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="note" label="理由" extra="企业可以看到">
        <Input maxLength={100} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
