import { useId, useState, type ChangeEvent } from 'react';
import type { DeclarationFile, FormColumn, FormDesign, FormField, Material } from '../api';
import { Icon } from '../ui/Icon';
import {
  answerText,
  endingsOf,
  fileProblem,
  isShown,
  originText,
  sizeText,
  type Answers,
  type Papers,
  type Row,
} from './form';
import css from './form.module.css';

interface Filling {
  form: FormDesign;
  materials: Material[];
  answers: Answers;
  papers: Papers;
  /** What the ids of files stand for. */
  files: DeclarationFile[];
  /** What was uploaded before and may be handed in again. */
  earlier?: DeclarationFile[];
  prefilled?: Record<string, { label: string; value: unknown; source?: string; asOf?: string }>;
  /** What is wrong, by the key of the field. */
  flaws?: Record<string, string>;
  /** What the department wrote at a field that has to be supplemented. */
  marks?: Record<string, string>;
  /** Whether a field may be changed; all may where it is left out. */
  mayChange?: (key: string) => boolean;
  onAnswer: (key: string, value: unknown) => void;
  onPapers: (key: string, ids: string[]) => void;
  /** Answers the file as it was stored; absent in a preview, where nothing is stored. */
  onUpload?: (file: File) => Promise<{ id: string }>;
}

/** The id under which a field is found on its page, to be brought into view. */
/** What a designer has not named yet still has a name for a screen reader. */
const NAMELESS = '（未命名）';

export const fieldId = (key: string) => `field-${key}`;

/**
 * A form as its design says, the same in the portal, on a phone and as the designer's preview: plain controls of the browser, so that each app's look is laid
 * over them by the tokens alone.
 */
export function FormRenderer(filling: Filling) {
  const { form, materials, answers } = filling;
  return (
    <div className={css.form}>
      {form.groups.map((group, index) => {
        const shown = group.fields.filter((field) => isShown(field, answers, form));
        if (!shown.length) return null;
        return (
          <fieldset key={index} className={css.group}>
            <legend>{group.title}</legend>
            {group.hint && <p className={css.hint}>{group.hint}</p>}
            <div className={css.fields}>
              {shown.map((field) => (
                <FieldRow key={field.key} field={field} filling={filling} />
              ))}
            </div>
          </fieldset>
        );
      })}
      {materials.length > 0 && (
        <fieldset className={css.group}>
          <legend>申报材料</legend>
          <p className={css.hint}>每个文件不超过 10 MB；以前上传过的文件可以直接选用。</p>
          <div className={css.fields}>
            {materials.map((material) => (
              <MaterialRow key={material.key} material={material} filling={filling} />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function FieldRow({ field, filling }: { field: FormField; filling: Filling }) {
  const { answers, prefilled, flaws, marks, mayChange } = filling;
  const id = fieldId(field.key);
  const value = answers[field.key];
  const origin = prefilled?.[field.key];
  const flaw = flaws?.[field.key];
  const mark = marks?.[field.key];
  const disabled = mayChange ? !mayChange(field.key) : false;
  const wide = field.type === 'TABLE' || field.type === 'FILE' || (field.maxLength ?? 0) > 200;
  const single =
    field.type !== 'MULTI_CHOICE' &&
    field.type !== 'YES_NO' &&
    field.type !== 'TABLE' &&
    field.type !== 'FILE';
  const notes = [
    flaw && `${id}-flaw`,
    field.hint && `${id}-hint`,
    origin && `${id}-origin`,
    mark !== undefined && `${id}-mark`,
  ]
    .filter(Boolean)
    .join(' ');
  const Label = (
    <>
      {field.label || NAMELESS}
      {!field.required && <span className={css.optional}>（选填）</span>}
    </>
  );
  return (
    <div
      className={[css.field, wide && css.wide, flaw && css.flawed, mark !== undefined && css.marked]
        .filter(Boolean)
        .join(' ')}
    >
      {single ? (
        <label htmlFor={id} className={css.label}>
          {Label}
        </label>
      ) : (
        <span id={`${id}-label`} className={css.label}>
          {Label}
        </span>
      )}
      {mark !== undefined && (
        <p id={`${id}-mark`} className={css.mark}>
          <Icon name="edit" size={16} /> 请补正{mark && `：${mark}`}
        </p>
      )}
      <Control field={field} value={value} id={id} notes={notes} disabled={disabled} filling={filling} />
      {field.hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {field.hint}
        </p>
      )}
      {origin && (
        <p id={`${id}-origin`} className={css.origin}>
          <Icon name="info" size={14} /> {originText(origin)}
          {String(value ?? '') !== String(origin.value) && '，已修改'}
        </p>
      )}
      {flaw && (
        <p id={`${id}-flaw`} className={css.flaw}>
          {flaw}
        </p>
      )}
    </div>
  );
}

interface ControlOf {
  field: FormField;
  value: unknown;
  id: string;
  notes: string;
  disabled: boolean;
  filling: Filling;
}

function Control({ field, value, id, notes, disabled, filling }: ControlOf) {
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
          set={(ids) => set(ids[0])}
        />
      );
    default:
      return <Simple of={field} value={value} id={id} disabled={disabled} set={set} described={described} />;
  }
}

type Simple = Pick<FormField, 'type' | 'unit' | 'options' | 'maxLength'> | FormColumn;

/** Text, number, money, date and choice: in a field and in a cell. */
function Simple({
  of,
  value,
  id,
  disabled,
  set,
  described,
  label,
}: {
  of: Simple;
  value: unknown;
  id?: string;
  disabled: boolean;
  set: (value: unknown) => void;
  described?: object;
  label?: string;
}) {
  const common = { id, disabled, className: css.control, 'aria-label': label, ...described };
  const text = value === undefined || value === null ? '' : String(value as string);
  const change = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
    set(event.target.value || undefined);
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

/** What is typed stays as it is typed; what is handed on is the number. */
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
  const shown =
    same || (value === undefined && typed.trim() !== '' && Number.isNaN(Number(typed)))
      ? typed
      : value === undefined
        ? ''
        : String(value as number);
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
          const number = Number(next);
          set(next.trim() === '' || Number.isNaN(number) ? undefined : number);
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
  disabled,
  set,
}: {
  field: FormField;
  rows: Row[];
  id: string;
  disabled: boolean;
  set: (rows: Row[] | undefined) => void;
}) {
  const columns = field.columns ?? [];
  const change = (at: number, key: string, value: unknown) =>
    set(rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)));
  return (
    <div role="group" aria-labelledby={`${id}-label`} className={css.table}>
      {rows.map((row, index) => (
        <div key={index} className={css.row}>
          <span className={css.rowNumber}>第 {index + 1} 行</span>
          <div className={css.cells}>
            {columns.map((column) => (
              <label key={column.key} className={css.cell}>
                <span>
                  {column.label}
                  {!column.required && <span className={css.optional}>（选填）</span>}
                </span>
                <Simple
                  of={column}
                  value={row[column.key]}
                  disabled={disabled}
                  set={(value) => change(index, column.key, value)}
                />
              </label>
            ))}
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

function MaterialRow({ material, filling }: { material: Material; filling: Filling }) {
  const id = fieldId(material.key);
  const flaw = filling.flaws?.[material.key];
  const mark = filling.marks?.[material.key];
  return (
    <div
      className={[css.field, css.wide, flaw && css.flawed, mark !== undefined && css.marked]
        .filter(Boolean)
        .join(' ')}
    >
      <span id={`${id}-label`} className={css.label}>
        {material.name || NAMELESS}
        {!material.required && <span className={css.optional}>（选填）</span>}
      </span>
      {mark !== undefined && (
        <p className={css.mark}>
          <Icon name="edit" size={16} /> 请补正{mark && `：${mark}`}
        </p>
      )}
      <Files
        id={id}
        name={material.name}
        formats={material.formats}
        most={10}
        ids={filling.papers[material.key] ?? []}
        disabled={filling.mayChange ? !filling.mayChange(material.key) : false}
        filling={filling}
        set={(ids) => filling.onPapers(material.key, ids)}
      />
      {material.hint && <p className={css.hint}>{material.hint}</p>}
      {flaw && <p className={css.flaw}>{flaw}</p>}
    </div>
  );
}

/** Files of one field: uploaded now, or chosen from what was uploaded before. */
function Files({
  id,
  name,
  formats,
  most,
  ids,
  disabled,
  filling,
  set,
}: {
  id: string;
  name: string;
  formats: Material['formats'];
  most: number;
  ids: string[];
  disabled: boolean;
  filling: Filling;
  set: (ids: string[]) => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const select = useId();
  const known = [...filling.files, ...(filling.earlier ?? [])];
  const more = ids.length < most && !disabled;
  const types = formats.map((format) =>
    format === 'PDF' ? 'application/pdf' : `image/${format.toLowerCase()}`,
  );
  const reusable = (filling.earlier ?? []).filter(
    (file) => !ids.includes(file.id) && types.includes(file.contentType),
  );
  const upload = async (file: File | undefined) => {
    if (!file || !filling.onUpload) return;
    const refused = fileProblem(file, formats);
    setProblem(refused);
    if (refused) return;
    setBusy(true);
    try {
      const stored = await filling.onUpload(file);
      set([...ids, stored.id]);
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.files}>
      {ids.map((file) => {
        const it = known.find((one) => one.id === file);
        return (
          <p key={file} className={css.file}>
            <Icon name="file" size={18} />
            <a href={`/api/policy/declaration-files/${file}`} target="_blank" rel="noreferrer">
              {it?.name ?? '文件'}
            </a>
            {it && <small>{sizeText(it.size)}</small>}
            {!disabled && (
              <button
                type="button"
                className={css.small}
                onClick={() => set(ids.filter((one) => one !== file))}
              >
                移除<span className="zq-hidden">{it?.name}</span>
              </button>
            )}
          </p>
        );
      })}
      {more && (
        <div className={css.adding}>
          <label className={css.upload}>
            <Icon name="upload" size={16} /> {busy ? '正在上传…' : '上传文件'}
            <input
              id={id}
              type="file"
              aria-label={`上传${name}`}
              accept={endingsOf(formats).join(',')}
              disabled={busy || !filling.onUpload}
              onChange={(event) => {
                void upload(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          {reusable.length > 0 && (
            <select
              id={select}
              className={css.control}
              aria-label={`${name}：选用已上传的文件`}
              value=""
              onChange={(event) => event.target.value && set([...ids, event.target.value])}
            >
              <option value="">选用已上传的文件</option>
              {reusable.map((file) => (
                <option key={file.id} value={file.id}>
                  {file.name}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {!ids.length && disabled && <p className={css.hint}>未上传</p>}
      {problem && (
        <p className={css.flaw} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What was filled in, to be read; with a box at each where marks are set. */
export function FormReading({
  form,
  materials,
  answers,
  papers,
  files,
  prefilled,
  marking,
  onFile,
}: {
  form: FormDesign;
  materials: Material[];
  answers: Answers;
  papers: Papers;
  files: DeclarationFile[];
  prefilled?: Filling['prefilled'];
  /** Sets and takes away marks, with words to each. */
  marking?: {
    marks: Record<string, string>;
    toggle: (key: string) => void;
    say: (key: string, words: string) => void;
  };
  /** Shows a file beside the form instead of in another window. */
  onFile?: (file: DeclarationFile) => void;
}) {
  const mark = (key: string, name: string) =>
    marking && (
      <div className={css.marking}>
        <label className={css.choice}>
          <input
            type="checkbox"
            checked={key in marking.marks}
            onChange={() => marking.toggle(key)}
            aria-label={`标注${name}`}
          />
          需补正
        </label>
        {key in marking.marks && (
          <input
            className={css.control}
            type="text"
            maxLength={200}
            placeholder="哪里需要补正（选填）"
            aria-label={`${name}的补正说明`}
            value={marking.marks[key]}
            onChange={(event) => marking.say(key, event.target.value)}
          />
        )}
      </div>
    );
  const link = (id: string) => {
    const file = files.find((one) => one.id === id);
    if (!file) return '文件';
    return onFile ? (
      <button type="button" className={css.link} onClick={() => onFile(file)}>
        <Icon name="file" size={16} /> {file.name}
      </button>
    ) : (
      <a href={`/api/policy/declaration-files/${id}`} target="_blank" rel="noreferrer">
        {file.name}
      </a>
    );
  };
  return (
    <div className={css.reading}>
      {form.groups.map((group, index) => {
        const shown = group.fields.filter((field) => isShown(field, answers, form));
        return (
          shown.length > 0 && (
            <section key={index} className={css.readGroup}>
              <h3>{group.title}</h3>
              <dl>
                {shown.map((field) => {
                  const value = answers[field.key];
                  const origin = prefilled?.[field.key];
                  return (
                    <div key={field.key} className={field.type === 'TABLE' ? css.readWide : undefined}>
                      <dt>{field.label}</dt>
                      <dd>
                        {field.type === 'TABLE' && Array.isArray(value) ? (
                          <ReadTable columns={field.columns ?? []} rows={value as Row[]} name={field.label} />
                        ) : field.type === 'FILE' && value ? (
                          link(String(value))
                        ) : (
                          answerText(field, value, files)
                        )}
                        {origin && (
                          <small className={css.origin}>
                            {originText(origin)}
                            {String(value ?? '') !== String(origin.value) && '，企业已修改'}
                          </small>
                        )}
                        {mark(field.key, field.label)}
                      </dd>
                    </div>
                  );
                })}
              </dl>
            </section>
          )
        );
      })}
      {materials.length > 0 && (
        <section className={css.readGroup}>
          <h3>申报材料</h3>
          <dl>
            {materials.map((material) => (
              <div key={material.key} className={css.readWide}>
                <dt>{material.name}</dt>
                <dd>
                  {(papers[material.key] ?? []).length ? (
                    <ul className={css.papers}>
                      {(papers[material.key] ?? []).map((id) => (
                        <li key={id}>{link(id)}</li>
                      ))}
                    </ul>
                  ) : (
                    '未提供'
                  )}
                  {mark(material.key, material.name)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

function ReadTable({ columns, rows, name }: { columns: FormColumn[]; rows: Row[]; name: string }) {
  return (
    <div className={css.scroll} role="region" aria-label={name} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.key}>{answerText(column, row[column.key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
