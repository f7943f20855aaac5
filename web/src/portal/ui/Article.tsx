import type { ReactNode } from 'react';
import css from './Article.module.css';

/** A detail page: blocks of content, and beside them what can be done. */
export function Article({
  aside,
  children,
  reading = false,
}: {
  aside: ReactNode;
  children: ReactNode;
  /** There is nothing to do but to read: on a phone the text stands first. */
  reading?: boolean;
}) {
  return (
    <div className={reading ? `${css.article} ${css.reading}` : css.article}>
      <div className={css.content}>{children}</div>
      <aside className={css.aside} aria-label="办理">
        <div>{aside}</div>
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
}: {
  title: string;
  id?: string;
  children: ReactNode;
  more?: ReactNode;
}) {
  return (
    <section className={css.block} id={id} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {more}
      </header>
      {children}
    </section>
  );
}
