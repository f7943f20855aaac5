import type { ReactNode } from 'react';
import css from './Article.module.css';

/** A detail page: blocks of content, and beside them what can be done. */
export function Article({
  main,
  keep,
  aside,
  children,
  reading = false,
}: {
  /** What one came to do, the first of it first: on a phone it stays at the foot of the window. */
  main?: ReactNode;
  /** To keep it or hand it on: small, and on a phone above the text. */
  keep?: ReactNode;
  aside: ReactNode;
  children: ReactNode;
  /** There is nothing to do but to read: on a phone the text stands first. */
  reading?: boolean;
}) {
  return (
    <div className={[css.article, reading && css.reading, main && css.acted].filter(Boolean).join(' ')}>
      <div className={css.content}>{children}</div>
      <aside className={css.aside} aria-label="办理">
        <div>
          {main && <div className={`${css.main} zq-no-print`}>{main}</div>}
          {keep && <div className={`${css.keep} zq-no-print`}>{keep}</div>}
          {main ? <div className={css.rest}>{aside}</div> : aside}
        </div>
      </aside>
    </div>
  );
}

/** What has to be known before one reads on, close together. */
export function Notices({ children }: { children: ReactNode }) {
  return <div className={css.notices}>{children}</div>;
}

export function Block({
  title,
  id,
  children,
  more,
  note,
}: {
  title: string;
  id?: string;
  children: ReactNode;
  more?: ReactNode;
  /** What has to be known of it, in small. */
  note?: ReactNode;
}) {
  return (
    <section className={css.block} id={id} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {more}
      </header>
      {children}
      {note && <p className={css.note}>{note}</p>}
    </section>
  );
}
