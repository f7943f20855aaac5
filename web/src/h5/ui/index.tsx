import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import type { Facet } from '@/shared/api';
import { Icon, type IconName } from '@/shared/ui';
import { useCentred } from '@/shared/ui/useCentred';
import css from './ui.module.css';

export function Body({ children }: { children: ReactNode }) {
  return <div className={css.body}>{children}</div>;
}

export function Section({
  title,
  more,
  children,
  flush,
  id,
}: {
  id?: string;
  title?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
  /** Rows reach the edges. */
  flush?: boolean;
}) {
  return (
    <section id={id} className={css.section}>
      {title && (
        <header className={css.head}>
          <h2>{title}</h2>
          {more}
        </header>
      )}
      <div className={flush ? undefined : css.inner}>{children}</div>
    </section>
  );
}

/** One line that leads on. */
export function Row({
  to,
  icon,
  title,
  note,
  aside,
}: {
  to: string;
  icon?: IconName;
  title: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <Link to={to} className={css.row}>
      {icon && <Icon name={icon} size={22} />}
      <span className={css.rowText}>
        {aside && note ? (
          // The state does not take the room of the lines below.
          <span className={css.rowHead}>
            <span>{title}</span>
            <span className={css.aside}>{aside}</span>
          </span>
        ) : (
          <span>{title}</span>
        )}
        {note && <small>{note}</small>}
      </span>
      {aside && !note && <span className={css.aside}>{aside}</span>}
      <Icon name="right" size={16} />
    </Link>
  );
}

export function Notice({
  tone = 'info',
  children,
}: {
  tone?: 'info' | 'good' | 'wait' | 'bad';
  children: ReactNode;
}) {
  return (
    <div className={`${css.notice} ${css[tone]}`} role={tone === 'bad' ? 'alert' : undefined}>
      {children}
    </div>
  );
}

/** A link that looks like a button; `main` is the one main action of the page. */
export function LinkButton({ look = 'plain', ...rest }: LinkProps & { look?: 'main' | 'primary' | 'plain' }) {
  return <Link {...rest} className={`${css.button} ${css[look]}`} />;
}

/** Where one stands in a form of several pages. */
export function Steps({ steps, current }: { steps: string[]; current: number }) {
  return (
    <nav aria-label="办理步骤" className={css.steps}>
      第 {current + 1} 步，共 {steps.length} 步：<b>{steps[current]}</b>
      <span className={css.bar} aria-hidden="true">
        <span style={{ width: `${((current + 1) / steps.length) * 100}%` }} />
      </span>
    </nav>
  );
}

/** The one main action, in reach of the thumb. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className={css.actionBar}>{children}</div>;
}

/** A few choices side by side, which the keyboard reaches too. */
export function Choice<T extends string>({
  name,
  chosen,
  options,
  onChoose,
  tabs,
}: {
  name: string;
  /** What the page is about, above what is chosen of it. */
  tabs?: boolean;
  chosen: T;
  options: [T, string][];
  onChoose: (next: T) => void;
}) {
  const strip = useCentred<HTMLDivElement>(chosen);
  return (
    <div ref={strip} className={tabs ? css.tabs : css.choice} role="group" aria-label={name}>
      {options.map(([value, text]) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/** Values to narrow a list by, with their counts; the chosen one, chosen again, is taken off. */
export function Facets({
  name,
  chosen,
  items,
  onChoose,
}: {
  name: string;
  chosen: string;
  items: Facet[];
  onChoose: (next: string) => void;
}) {
  // Nothing found, nothing to narrow by.
  if (!items.length) return null;
  return (
    <Choice
      name={name}
      chosen={chosen}
      options={items.map((one) => [one.value, `${one.label} ${one.count}`])}
      onChoose={(next) => onChoose(next === chosen ? '' : next)}
    />
  );
}

/** The same where there are too many for one strip. */
export function Pick({
  name,
  all,
  chosen,
  items,
  onChoose,
}: {
  name: string;
  /** What is chosen where nothing is. */
  all: string;
  chosen: string;
  items: Facet[];
  onChoose: (next: string) => void;
}) {
  if (!items.length) return null;
  return (
    <label className={css.pick}>
      {name}
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{all}</option>
        {items.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}（{one.count}）
          </option>
        ))}
      </select>
    </label>
  );
}

/** @param sorts each with its words; the first is what holds where nothing was chosen */
export function SortBy({
  chosen,
  sorts,
  onChoose,
}: {
  chosen: string;
  sorts: [value: string, words: string][];
  onChoose: (next: string) => void;
}) {
  return (
    <label className={css.pick}>
      排序
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {sorts.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
