import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useDictionary } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import css from './ReasonDrawer.module.css';

interface ReasonDrawerProps {
  open: boolean;
  title: string;
  /** What happens then, and to whom. */
  intro: ReactNode;
  label: string;
  /** Category of the dictionary with usual wordings, one press each; none where operators keep none. */
  usual?: string;
  submitText: string;
  danger?: boolean;
  maxLength?: number;
  /** The case that the reason is about: see `FormDrawer`. */
  keeps?: string;
  onClose: () => void;
  onSubmit: (reason: string, idempotencyKey: string) => Promise<unknown>;
}

/** A decision that needs its reason in words, which the person concerned will read. */
export function ReasonDrawer({
  intro,
  label,
  usual,
  maxLength = 500,
  onSubmit,
  ...drawer
}: ReasonDrawerProps) {
  return (
    <FormDrawer<{ reason: string }>
      {...drawer}
      onSubmit={({ reason }, idempotencyKey) => onSubmit(reason.trim(), idempotencyKey)}
    >
      {(form) => (
        <>
          <div className={css.intro}>{intro}</div>
          <Form.Item
            name="reason"
            label={label}
            rules={[
              { required: true, whitespace: true, message: `请填写${label}` },
              { max: maxLength, message: `不超过 ${maxLength} 字` },
              enoughWords(label),
            ]}
          >
            <Input.TextArea rows={5} showCount maxLength={maxLength} placeholder={LEAST_HINT} />
          </Form.Item>
          {usual && (
            <UsualReasons
              category={usual}
              onChoose={(text) => {
                const before = ((form.getFieldValue('reason') as string | undefined) ?? '').trim();
                form.setFieldValue('reason', before ? `${before.replace(/[。；]$/, '')}；${text}` : text);
                void form.validateFields(['reason']);
              }}
            />
          )}
        </>
      )}
    </FormDrawer>
  );
}

/** Asked for when the drawer is open; nothing where operators have left no wording. */
function UsualReasons({ category, onChoose }: { category: string; onChoose: (text: string) => void }) {
  const { data = [] } = useDictionary(category);
  if (!data.length) return null;
  return (
    <div className={css.usual} role="group" aria-label="常用表述">
      <span>常用表述</span>
      {data.map(({ code, name }) => (
        <Button key={code} size="small" onClick={() => onChoose(name)}>
          {name}
        </Button>
      ))}
    </div>
  );
}
