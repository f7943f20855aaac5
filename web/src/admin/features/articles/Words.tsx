import { Form, Input } from 'antd';

/** A field of words of an article or an activity: a line, or an area that grows from so many rows. */
export function Words<Content>({
  name,
  label,
  most,
  rows,
  hint,
  optional = false,
}: {
  name: keyof Content & string;
  label: string;
  most: number;
  rows?: number;
  hint?: string;
  optional?: boolean;
}) {
  return (
    <Form.Item
      name={name as string}
      label={label}
      extra={hint}
      rules={[{ required: !optional, whitespace: !optional, message: `请填写${label}` }]}
    >
      {rows ? (
        <Input.TextArea autoSize={{ minRows: rows }} maxLength={most} showCount />
      ) : (
        <Input maxLength={most} autoComplete="off" />
      )}
    </Form.Item>
  );
}
