import type { FormField, Material } from '../api';
import { Icon } from '../ui/Icon';
import { Control } from './Control';
import { Files } from './Files';
import { fieldId, type Filling } from './filling';
import { isShown, originText } from './form';
import css from './form.module.css';

/** What a designer has not named yet still has a name for a screen reader. */
const NAMELESS = '（未命名）';

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
      className={[
        css.field,
        wide && css.wide,
        // What is wrong with a table as a whole is wrong with none of its cells.
        flaw && field.type !== 'TABLE' && css.flawed,
        mark !== undefined && css.marked,
      ]
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
        <p id={`${id}-mark`} className={css.mark}>
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
        described={{
          'aria-invalid': !!flaw,
          'aria-describedby':
            [flaw && `${id}-flaw`, material.hint && `${id}-hint`, mark !== undefined && `${id}-mark`]
              .filter(Boolean)
              .join(' ') || undefined,
        }}
        set={(ids) => filling.onPapers(material.key, ids)}
      />
      {material.hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {material.hint}
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
