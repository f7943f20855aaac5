import { useLayoutEffect, useRef } from 'react';
import css from './ChoiceTabs.module.css';

/** A choice that people switch between all day, as a row of buttons; where the window is narrower it scrolls. */
export function ChoiceTabs<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  // What is chosen is seen, also where it stands beyond the edge of a phone; the page itself stays where it is.
  useLayoutEffect(() => {
    const all = row.current?.getBoundingClientRect();
    const chosen = row.current?.querySelector('[aria-pressed="true"]')?.getBoundingClientRect();
    if (!row.current || !all || !chosen) return;
    row.current.scrollLeft += chosen.left + chosen.width / 2 - (all.left + all.width / 2);
  }, [value]);
  return (
    <div ref={row} className={css.tabs} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={value === option.value}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
