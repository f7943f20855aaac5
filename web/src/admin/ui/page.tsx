import { useId, type ReactNode } from 'react';
import { usePageTitle } from '@/shared/ui';
import css from './page.module.css';

/** Head of a page that is not a list: title with its state beside it, one line of facts, buttons. */
export function PageHead({
  title,
  plainTitle,
  tags,
  facts,
  children,
}: {
  title: ReactNode;
  /** For the browser's tab, where `title` is more than text. */
  plainTitle?: string;
  tags?: ReactNode;
  facts?: ReactNode;
  children?: ReactNode;
}) {
  usePageTitle(plainTitle ?? (typeof title === 'string' ? title : undefined));
  return (
    <header className={css.head}>
      <div>
        <h1>
          {title} {tags && <span className={css.headTags}>{tags}</span>}
        </h1>
        {facts && <div className={css.intro}>{facts}</div>}
      </div>
      {children}
    </header>
  );
}

/** A titled box. */
export function Panel({
  title,
  extra,
  children,
  bare = false,
}: {
  title: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  /** Without padding, for what fills the box. */
  bare?: boolean;
}) {
  const id = useId();
  return (
    <section className={css.panel} aria-labelledby={id}>
      <div className={css.panelHead}>
        <h2 id={id}>{title}</h2>
        {extra && <div>{extra}</div>}
      </div>
      <div className={bare ? css.panelBare : css.panelBody}>{children}</div>
    </section>
  );
}

/** The buttons of a case, always in reach at the foot of the window. */
export function ActionBar({ hint, children }: { hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className={css.bar} role="group" aria-label="办理操作">
      <p>{hint}</p>
      {children}
    </div>
  );
}

export { MainButton } from '@/shared/ui/antd/MainButton';
export { css as pageCss };
