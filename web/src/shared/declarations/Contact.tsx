import { fieldId } from './filling';
import { CONTACT, type Contact } from './form';
import css from './form.module.css';

/** Whom the department calls: asked beside what each form asks, and kept covered from who needs no phone. */
export function ContactFields({
  contact,
  flaws,
  onContact,
}: {
  contact: Contact;
  flaws: Record<string, string>;
  onContact: (part: keyof Contact, value: string) => void;
}) {
  return (
    <fieldset className={css.group}>
      <legend>联系方式</legend>
      <p className={css.hint}>办理部门有需要时联系。电话加密保存，部门人员查看完整号码须写明理由。</p>
      <div className={css.fields}>
        {CONTACT.map(({ part, label, most, mode }) => {
          const id = fieldId(`contact.${part}`);
          const flaw = flaws[`contact.${part}`];
          return (
            <div key={part} className={flaw ? `${css.field} ${css.flawed}` : css.field}>
              <label htmlFor={id} className={css.label}>
                {label}
              </label>
              <input
                id={id}
                className={css.control}
                type={part === 'phone' ? 'tel' : 'text'}
                inputMode={mode}
                autoComplete={part === 'phone' ? 'tel' : 'name'}
                maxLength={most}
                aria-invalid={!!flaw}
                aria-describedby={flaw && `${id}-flaw`}
                value={contact[part]}
                onChange={(event) => onContact(part, event.target.value)}
              />
              {flaw && (
                <p id={`${id}-flaw`} className={css.flaw}>
                  {flaw}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** The same to be read; nothing where it was handed in before it was asked for. */
export function ContactReading({ contact }: { contact: Contact }) {
  if (!contact.name && !contact.phone) return null;
  return (
    <section className={css.readGroup}>
      <h3>联系方式</h3>
      <dl>
        {CONTACT.map(({ part, label }) => (
          <div key={part}>
            <dt>{label}</dt>
            <dd>{contact[part]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
