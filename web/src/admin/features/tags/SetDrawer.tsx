import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type TagDetail } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { RefusedLines, refusedLines, type RefusedLine } from '../../ui/RefusedLines';

interface Values {
  codes: string;
  note?: string;
}

/** A tag for one or many, a code in each line: all of them or none. */
export function SetDrawer({
  tag,
  open,
  onClose,
  onDone,
}: {
  tag: TagDetail;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { message } = App.useApp();
  const [refused, setRefused] = useState<RefusedLine[]>([]);
  const what = tag.subject === 'ENTERPRISE' ? '统一社会信用代码' : '政策编号';
  return (
    <FormDrawer<Values>
      open={open}
      title={`打标签“${tag.name}”`}
      submitText="打标签"
      shows={(error) => refusedLines(error, 'TAGGING_FAULTY').length > 0}
      onClose={() => {
        setRefused([]);
        onClose();
      }}
      onSubmit={async ({ codes, note }, idempotencyKey) => {
        setRefused([]);
        try {
          const done = await api.post('/api/match/tags/{id}/holders', {
            path: { id: tag.id },
            body: { codes: codes.split(/[\s,，;；]+/).filter(Boolean), note: note?.trim() || undefined },
            idempotencyKey,
          });
          void message.success(
            done.present
              ? `已设置 ${done.changed} 个，${done.present} 个原已设置`
              : `已设置 ${done.changed} 个`,
          );
          onDone();
        } catch (error) {
          setRefused(refusedLines(error, 'TAGGING_FAULTY'));
          throw error;
        }
      }}
    >
      <Form.Item
        name="codes"
        label={what}
        extra="每行一个，一次不超过 200 个；更多请用导入"
        rules={[{ required: true, whitespace: true, message: `请填写${what}` }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      {tag.subject === 'ENTERPRISE' && (
        <Form.Item name="note" label="理由" extra="企业可以看到">
          <Input maxLength={100} showCount />
        </Form.Item>
      )}
      <p className={pageCss.note}>有一个不对，就一个也不设置。</p>
      <RefusedLines lines={refused} kept="没有设置任何标签" />
    </FormDrawer>
  );
}
