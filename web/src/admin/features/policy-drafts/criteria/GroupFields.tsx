import { Checkbox, Select } from 'antd';
import { CheckedNumber } from '../../../ui/CheckedNumber';
import css from './criteria.module.css';
import { Field } from './Field';
import { asKind, changed, KINDS, type Group } from './model';
import { mark, type Own } from './own';

export function GroupFields({ node, here, readOnly, onChange }: Own<Group>) {
  return (
    <>
      <Field label="这一组">
        {(id) => (
          <Select
            id={id}
            value={node.type}
            disabled={readOnly}
            options={(['allOf', 'anyOf', 'atLeast'] as const).map((kind) => ({
              value: kind,
              label: KINDS[kind],
            }))}
            onChange={(kind) => onChange(asKind(node, kind))}
          />
        )}
      </Field>
      {node.type === 'atLeast' && (
        <Field label={`至少满足几项（共 ${node.criteria.length} 项）`}>
          {(id) => (
            <CheckedNumber
              id={id}
              least={1}
              most={Math.max(1, node.criteria.length)}
              value={node.count ?? null}
              disabled={readOnly}
              status={mark(here, 'count')}
              told={!!mark(here, 'count')}
              onChange={(count) => onChange(changed(node, { count: count ?? undefined }))}
            />
          )}
        </Field>
      )}
      {node.type === 'anyOf' && (
        <Checkbox
          className={css.wide}
          checked={node.exhaustive}
          disabled={readOnly}
          onChange={(event) => onChange({ ...node, exhaustive: event.target.checked })}
        >
          各项是覆盖全部情形的分档（必居其一）
        </Checkbox>
      )}
    </>
  );
}
