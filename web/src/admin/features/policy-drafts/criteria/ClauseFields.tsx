import { Checkbox, Input } from 'antd';
import css from './criteria.module.css';
import { Field } from './Field';
import { changed, clauseOf, type Criterion } from './model';
import { mark, type Own } from './own';

/** Name and origin, which every condition may have. */
export function ClauseFields({ node, here, readOnly, onChange }: Own<Criterion>) {
  const { text = '', place = '', certain = true } = node.clause ?? {};
  const set = (next: string, where: string, sure: boolean) =>
    onChange(
      changed(node as Criterion & { clause?: object }, { clause: clauseOf(next, where, sure) }) as Criterion,
    );
  return (
    <>
      <Field label="显示名称">
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            value={node.label}
            disabled={readOnly}
            onChange={(event) => onChange(changed(node, { label: event.target.value }))}
          />
        )}
      </Field>
      <Field label="原文出处">
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            placeholder="如 第十一条（四）"
            value={place}
            disabled={readOnly}
            onChange={(event) => set(text, event.target.value, certain)}
          />
        )}
      </Field>
      <Field label="原文" wide>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={text}
            disabled={readOnly}
            status={mark(here, 'clause')}
            onChange={(event) => set(event.target.value, place, certain)}
          />
        )}
      </Field>
      <Checkbox
        className={css.wide}
        checked={certain}
        disabled={readOnly || !node.clause}
        onChange={(event) => set(text, place, event.target.checked)}
      >
        数值已与原文核对（不勾选显示“待核实”）
      </Checkbox>
    </>
  );
}
