import { useState, type ChangeEvent } from 'react';
import type { FormColumn, FormField } from '../api';
import { Icon } from '../ui/Icon';
import { Files } from './Files';
import { fieldId, type Filling } from './filling';
import { atCell, cellKey, type Row } from './form';
import css from './form.module.css';

interface ControlOf {
  field: FormField;
  value: unknown;
  id: string;
  notes: string;
  disabled: boolean;
  filling: Filling;
}

export function Control({ field, value, id, notes, disabled, filling }: ControlOf) {
  const set = (next: unknown) => filling.onAnswer(field.key, next);
  const described = { 'aria-describedby': notes || undefined, 'aria-invalid': !!filling.flaws?.[field.key] };
  switch (field.type) {
    case 'MULTI_CHOICE':
      return (
        <div
          role="group"
          aria-labelledby={`${id}-label`}
          {...{ 'aria-describedby': notes || undefined }}
          className={css.choices}
        >
          {(field.options ?? []).map((option, index) => (
            <label key={option} className={css.choice}>
              <input
                id={index ? undefined : id}
                type="checkbox"
                disabled={disabled}
                checked={((value as string[] | undefined) ?? []).includes(option)}
                onChange={(event) => {
                  const now = (value as string[] | undefined) ?? [];
                  set(event.target.checked ? [...now, option] : now.filter((one) => one !== option));
                }}
              />
              {option}
            </label>
          ))}
        </div>
      );
    case 'YES_NO':
      return (
        <div
          role="radiogroup"
          aria-labelledby={`${id}-label`}
          {...{ 'aria-describedby': notes || undefined }}
          className={css.choices}
        >
          {[true, false].map((choice) => (
            <label key={String(choice)} className={css.choice}>
              <input
                id={choice ? id : undefined}
                type="radio"
                name={id}
                disabled={disabled}
                checked={value === choice}
                onChange={() => set(choice)}
              />
              {choice ? '是' : '否'}
            </label>
          ))}
        </div>
      );
    case 'TABLE':
      return (
        <TableField
          field={field}
          rows={(value as Row[] | undefined) ?? []}
          id={id}
          notes={notes}
          flaws={filling.flaws ?? {}}
          disabled={disabled}
          set={set}
        />
      );
    case 'FILE':
      return (
        <Files
          id={id}
          name={field.label}
          formats={['PDF', 'JPEG', 'PNG']}
          most={1}
          ids={value ? [String(value)] : []}
          disabled={disabled}
          filling={filling}
          described={described}
          set={(ids) => set(ids[0])}
        />
      );
    default:
      return <Simple of={field} value={value} id={id} disabled={disabled} set={set} described={described} />;
  }
}

type Simple = Pick<FormField, 'type' | 'unit' | 'options' | 'maxLength'> | FormColumn;

/** Without the signs that a paste out of an office document may bring along and no text may have: the service would take nothing with them. */
const readable = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}/gu, '');

/** Text, number, money, date, choice, and yes or no: in a field and in a cell. */
function Simple({
  of,
  value,
  id,
  disabled,
  set,
  described,
}: {
  of: Simple;
  value: unknown;
  id: string;
  disabled: boolean;
  set: (value: unknown) => void;
  described: object;
}) {
  const common = { id, disabled, className: css.control, ...described };
  const text = value === undefined || value === null ? '' : String(value as string);
  const change = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
    set(readable(event.target.value) || undefined);
  if (of.type === 'CHOICE')
    return (
      <select {...common} value={text} onChange={change}>
        <option value="">请选择</option>
        {(of.options ?? []).map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    );
  if (of.type === 'YES_NO')
    return (
      <select
        {...common}
        value={typeof value === 'boolean' ? String(value) : ''}
        onChange={(event) => set(event.target.value ? event.target.value === 'true' : undefined)}
      >
        <option value="">请选择</option>
        <option value="true">是</option>
        <option value="false">否</option>
      </select>
    );
  if (of.type === 'NUMBER' || of.type === 'MONEY') {
    const unit = of.unit ?? (of.type === 'MONEY' ? '元' : undefined);
    return <Figure common={common} value={value} set={set} unit={unit} />;
  }
  if (of.type === 'DATE') return <input {...common} type="date" value={text} onChange={change} />;
  const most = ('maxLength' in of && of.maxLength) || 200;
  return most > 200 ? (
    <textarea {...common} rows={4} maxLength={most} value={text} onChange={change} />
  ) : (
    <input {...common} type="text" maxLength={most} value={text} onChange={change} />
  );
}

/** What is typed stays as it is typed; what is handed on is the number, or what was typed where it is none. */
function Figure({
  common,
  value,
  set,
  unit,
}: {
  common: object;
  value: unknown;
  set: (value: unknown) => void;
  unit?: string;
}) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value as number));
  const same = typed.trim() !== '' && Number(typed) === value;
  const shown = same ? typed : value === undefined ? '' : String(value as number | string);
  return (
    <span className={css.figure}>
      <input
        {...common}
        type="text"
        inputMode="decimal"
        value={shown}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          // 0x10 is sixteen to a program and a slip to everybody else.
          const number = /^\s*[+-]?0[xob]/i.test(next) ? NaN : Number(next);
          set(next.trim() === '' ? undefined : Number.isFinite(number) ? number : next);
        }}
      />
      {unit && <span className={css.unit}>{unit}</span>}
    </span>
  );
}

function TableField({
  field,
  rows,
  id,
  notes,
  flaws,
  disabled,
  set,
}: {
  field: FormField;
  rows: Row[];
  id: string;
  notes: string;
  flaws: NonNullable<Filling['flaws']>;
  disabled: boolean;
  set: (rows: Row[] | undefined) => void;
}) {
  const columns = field.columns ?? [];
  const change = (at: number, key: string, value: unknown) =>
    set(rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)));
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      {...{ 'aria-describedby': notes || undefined }}
      className={css.table}
    >
      {rows.map((row, index) => (
        <div key={index} className={css.row}>
          <span className={css.rowNumber}>第 {index + 1} 行</span>
          <div className={css.cells}>
            {columns.map((column) => {
              const at = cellKey(field.key, index, column.key);
              return (
                <Cell
                  key={column.key}
                  column={column}
                  value={row[column.key]}
                  id={fieldId(at)}
                  flaw={flaws[at] && atCell(flaws[at], field.label, index)}
                  disabled={disabled}
                  set={(value) => change(index, column.key, value)}
                />
              );
            })}
          </div>
          {!disabled && (
            <button
              type="button"
              className={css.small}
              onClick={() => set(rows.length > 1 ? rows.filter((_, at) => at !== index) : undefined)}
            >
              删除<span className="zq-hidden">第 {index + 1} 行</span>
            </button>
          )}
        </div>
      ))}
      {!disabled && (
        <button id={id} type="button" className={css.add} onClick={() => set([...rows, {}])}>
          <Icon name="plus" size={16} /> 增加一行
        </button>
      )}
    </div>
  );
}

/** One cell with its name, and what is wrong with it and with no other. */
function Cell({
  column,
  value,
  id,
  flaw,
  disabled,
  set,
}: {
  column: FormColumn;
  value: unknown;
  id: string;
  flaw: string | undefined;
  disabled: boolean;
  set: (value: unknown) => void;
}) {
  return (
    <div className={flaw ? `${css.cell} ${css.flawed}` : css.cell}>
      <label htmlFor={id}>
        {column.label}
        {!column.required && <span className={css.optional}>（选填）</span>}
      </label>
      <Simple
        of={column}
        value={value}
        id={id}
        disabled={disabled}
        set={set}
        described={{ 'aria-invalid': !!flaw, 'aria-describedby': flaw && `${id}-flaw` }}
      />
      {flaw && (
        <p id={`${id}-flaw`} className={css.flaw}>
          {flaw}
        </p>
      )}
    </div>
  );
}
