import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useMe } from '@/shared/api';
import { Icon, NONE } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords } from '@/shared/ui/reasons';
import css from './Covered.module.css';

interface CoveredProps {
  /** As the service wrote it for this person: plain, covered, or absent where their roles hide it. */
  value: string | undefined;
  /** 联系电话 */
  name: string;
  /** Code of the field, as the service declares it. */
  field: string;
  /** Whoever has it may ask for the plain value. */
  permission: string;
  /** How whose it is hears of it. */
  told?: string;
  reveal: (ask: { field: string; reason: string }) => Promise<{ value: string }>;
}

/** A field that may be covered, with a way to see it: one field of one record, for a reason that goes on record. */
export function Covered({
  value,
  name,
  field,
  permission,
  told = '企业可在“数据查看记录”中看到',
  reveal,
}: CoveredProps) {
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const [plain, setPlain] = useState<string>();
  if (value === undefined) return <>{NONE}</>;
  return (
    <span className={css.covered}>
      {plain ?? value}
      {plain === undefined && value.includes('*') && can(permission) && (
        <Button
          type="text"
          size="small"
          icon={<Icon name="eye" size={18} />}
          aria-label={`查看明文：${name}`}
          title="查看明文"
          onClick={() => setAsking(true)}
        />
      )}
      <FormDrawer<{ reason: string }>
        open={asking}
        title={`查看明文：${name}`}
        submitText="查看"
        onClose={() => setAsking(false)}
        onSubmit={async ({ reason }) => setPlain((await reveal({ field, reason: reason.trim() })).value)}
      >
        <p>只显示这一项的明文。查看人、时间和理由记入操作日志，{told}。</p>
        <Form.Item
          name="reason"
          label="查看理由"
          rules={[{ required: true, whitespace: true, message: '请填写查看理由' }, enoughWords('查看理由')]}
        >
          <Input.TextArea rows={4} showCount maxLength={200} placeholder="不少于 5 字，说明为哪项工作查看" />
        </Form.Item>
      </FormDrawer>
    </span>
  );
}
