import type { ReactNode } from 'react';
import css from './Report.module.css';

export function Part({
  id,
  title,
  intro,
  children,
}: {
  id: string;
  title: string;
  intro: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className={css.part} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className={css.intro}>{intro}</p>
      {children}
    </section>
  );
}
