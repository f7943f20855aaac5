import { Checkbox } from 'antd';
import css from './ProfileForm.module.css';

/** Nothing ticked means "not known"; "none of these" is an answer of its own. */
export function MultiChoice({
  choices,
  value,
  onChange,
  id,
}: {
  choices: string[];
  value?: string[] | null;
  onChange?: (value: string[] | undefined) => void;
  id?: string;
}) {
  return (
    <div className={css.choices} id={id} role="group" tabIndex={-1}>
      {choices.map((choice) => (
        <Checkbox
          key={choice}
          checked={value?.includes(choice) ?? false}
          onChange={(event) => {
            const next = event.target.checked
              ? [...(value ?? []), choice]
              : (value ?? []).filter((one) => one !== choice);
            onChange?.(next.length ? next : undefined);
          }}
        >
          {choice}
        </Checkbox>
      ))}
      <Checkbox
        checked={value?.length === 0}
        onChange={(event) => onChange?.(event.target.checked ? [] : undefined)}
      >
        以上都没有
      </Checkbox>
    </div>
  );
}
