import type { ReactNode } from 'react';
import { Wrap } from '../../ui';
import css from './Section.module.css';

/** One of the home page's six parts; `id` is its anchor. */
export function Section({
  id,
  mark,
  title,
  intro,
  tone = 'plain',
  more,
  children,
}: {
  id: string;
  /** The two characters of the anchor. */
  mark: string;
  title: string;
  intro?: ReactNode;
  tone?: 'plain' | 'ground' | 'navy';
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className={`${css.section} ${css[tone]}`} aria-labelledby={`${id}-title`} data-anchor>
      <Wrap>
        <header className={css.head}>
          <div>
            <p className={css.mark}>{mark}</p>
            <h2 id={`${id}-title`}>{title}</h2>
            {intro && <p className={css.intro}>{intro}</p>}
          </div>
          {more}
        </header>
        {children}
      </Wrap>
    </section>
  );
}
