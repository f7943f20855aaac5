import type { DeclarationFile, FormColumn, FormDesign, Material } from '../api';
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
