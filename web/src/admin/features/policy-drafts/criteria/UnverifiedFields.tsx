import { Input } from 'antd';
import { Field } from './Field';
import { changed, type Unverified } from './model';
import { mark, type Own } from './own';

export function UnverifiedFields({ node, here, readOnly, onChange }: Own<Unverified>) {
  return (
    <Field label="哪些内容待核实，为什么" wide>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={node.reason}
          disabled={readOnly}
          status={mark(here, 'reason')}
          onChange={(event) => onChange(changed(node, { reason: event.target.value }))}
        />
      )}
    </Field>
  );
}
