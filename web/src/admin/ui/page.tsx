import { useEffect, useId, useRef, type ReactNode } from 'react';
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

/** Between what has the focus and the bar below it. */
const CLEAR = 16;

/** The window scrolls what gets the focus to above the bar, however many lines that has; where the page has none any more, as before. */
function keptClearOf(bar: HTMLElement): () => void {
  const { style } = document.documentElement;
  const measure = () => {
    style.scrollPaddingBottom = `${bar.offsetHeight + CLEAR}px`;
  };
  const watching = new ResizeObserver(measure);
  watching.observe(bar);
  measure();
  return () => {
    watching.disconnect();
    style.scrollPaddingBottom = '';
  };
}

/** The buttons of a case, always in reach at the foot of the window. */
export function ActionBar({ hint, children }: { hint?: ReactNode; children?: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const of = bar.current;
    return of ? keptClearOf(of) : undefined;
  }, []);
  return (
    <div ref={bar} className={css.bar} role="group" aria-label="办理操作">
      <p>{hint}</p>
      {children}
    </div>
  );
}

export { MainButton } from '@/shared/ui/antd/MainButton';
export { css as pageCss };
