import type { ReactNode } from 'react';
import css from './Panel.module.css';

/** Head of a page in 企业中心. */
export function CenterHead({
  title,
  intro,
  actions,
}: {
  title: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className={css.head}>
      <div>
        <h1>{title}</h1>
        {intro && <div className={css.intro}>{intro}</div>}
      </div>
      {actions && <div className={`${css.actions} zq-no-print`}>{actions}</div>}
    </header>
  );
}

/** A white block on the grey ground. */
export function Panel({
  title,
  more,
  children,
  flush,
  className,
  id,
}: {
  title?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
  /** Content reaches the edges (tables, lists). */
  flush?: boolean;
  className?: string;
  id?: string;
}) {
  return (
    <section id={id} className={[css.panel, flush && css.flush, className].filter(Boolean).join(' ')}>
      {title && (
        <header>
          <h2>{title}</h2>
          {more}
        </header>
      )}
      {children}
    </section>
  );
}

/** Vertical stack of panels. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>;
}
