import type { ReactNode } from 'react';
import type { Declaration, DeclarationFile, FormColumn, FormDesign, FormField, Material } from '../api';
import { Icon } from '../ui/Icon';
import { useMedia } from '../ui/useMedia';
import type { Filling } from './filling';
import { answerText, isShown, originText, type Answers, type Papers, type Row } from './form';
import css from './form.module.css';

/** What was filled in, to be read; with a box at each where marks are set. */
export function FormReading({
  form,
  materials,
  answers,
  papers,
  files,
  prefilled,
  before = [],
  marking,
  onFile,
}: {
  form: FormDesign;
  materials: Material[];
  answers: Answers;
  papers: Papers;
  files: DeclarationFile[];
  prefilled?: Filling['prefilled'];
  /** What stood at those that were supplemented. */
  before?: Declaration['before'];
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
  const list = (ids: string[]) =>
    ids.length ? (
      <ul className={css.papers}>
        {ids.map((id) => (
          <li key={id}>{link(id)}</li>
        ))}
      </ul>
    ) : (
      '未提供'
    );
  const earlier = (key: string) => before.find((one) => one.key === key);
  const read = (field: FormField, value: unknown) =>
    field.type === 'TABLE' && Array.isArray(value) ? (
      <ReadTable columns={field.columns ?? []} rows={value as Row[]} name={field.label} />
    ) : field.type === 'FILE' && value ? (
      link(String(value))
    ) : (
      answerText(field, value, files)
    );
  return (
    <div className={css.reading}>
      {form.groups.map((group, index) => {
        // What was taken out by a supplement is read too.
        const shown = group.fields.filter((field) => isShown(field, answers, form) || earlier(field.key));
        return (
          shown.length > 0 && (
            <section key={index} className={css.readGroup}>
              <h3>{group.title}</h3>
              <dl>
                {shown.map((field) => {
                  const value = answers[field.key];
                  const origin = prefilled?.[field.key];
                  const was = earlier(field.key);
                  return (
                    <div key={field.key} className={field.type === 'TABLE' ? css.readWide : undefined}>
                      <dt>{field.label}</dt>
                      <dd>
                        {read(field, value)}
                        {origin && (
                          <small className={css.origin}>
                            {originText(origin)}
                            {String(value ?? '') !== String(origin.value) && '，企业已修改'}
                          </small>
                        )}
                        {was && (
                          <Before>{read({ ...field, label: `补正前的${field.label}` }, was.answer)}</Before>
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
                  {list(papers[material.key] ?? [])}
                  {earlier(material.key) && <Before>{list(earlier(material.key)?.papers ?? [])}</Before>}
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

/** What the enterprise had handed in before it was sent back. */
function Before({ children }: { children: ReactNode }) {
  return (
    <div className={css.before}>
      <span>已补正，补正前：</span>
      {children}
    </div>
  );
}

/** Where a table would be cut each row stands by itself, as it was filled in. */
function ReadTable({ columns, rows, name }: { columns: FormColumn[]; rows: Row[]; name: string }) {
  const narrow = useMedia('(max-width: 599px)');
  if (narrow)
    return (
      <ol className={css.readRows} aria-label={name}>
        {rows.map((row, index) => (
          <li key={index}>
            <span className={css.rowNumber}>第 {index + 1} 行</span>
            <dl>
              {columns.map((column) => (
                <div key={column.key}>
                  <dt>{column.label}</dt>
                  <dd>{answerText(column, row[column.key])}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    );
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
                <td key={column.key} className={column.type === 'TEXT' ? css.words : undefined}>
                  {answerText(column, row[column.key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
