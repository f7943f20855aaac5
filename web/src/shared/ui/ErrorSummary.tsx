import { useEffect, useRef } from 'react';
import { Icon } from './Icon';
import css from './ErrorSummary.module.css';

export interface Mistake {
  key: string;
  text: string;
  /** Brings the field into view and puts the cursor into it. */
  go: () => void;
}

/** What is wrong with a long form, above it, each with the way to its field. Takes the focus at every `attempt`. */
export function ErrorSummary({ mistakes, attempt }: { mistakes: Mistake[]; attempt: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!attempt || !box.current) return;
    box.current.focus({ preventScroll: true });
    box.current.scrollIntoView?.({ block: 'center' });
  }, [attempt]);
  if (!mistakes.length) return null;
  return (
    <div ref={box} className={css.summary} role="alert" tabIndex={-1}>
      <h2>
        <Icon name="warning" size={20} /> 有 {mistakes.length} 处需要修改
      </h2>
      <ul>
        {mistakes.map((mistake) => (
          <li key={mistake.key}>
            <button type="button" onClick={mistake.go}>
              {mistake.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
