import { useEffect, useRef } from 'react';
import type { DeclarationFile } from '@/shared/api';
import css from './Evidence.module.css';
import { pageCss, Panel } from './page';

/**
 * The file that was chosen, beside what it is to prove. Pictures are shown in place; a PDF in a frame of the browser's own viewer, which the
 * platform's rules keep closed to itself: a link leads there.
 */
export function Evidence({
  file,
  at,
  hint,
}: {
  file: DeclarationFile | undefined;
  /** Where files of this kind are read. */
  at: string;
  /** Said while none was chosen. */
  hint: string;
}) {
  const address = file && `${at}/${file.id}`;
  const place = useRef<HTMLDivElement>(null);
  const shown = file?.id;
  // Wherever on the page its name was clicked, it is seen.
  useEffect(() => {
    if (shown) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [shown]);
  return (
    <div ref={place} className={css.place}>
      <Panel
        title="佐证材料"
        extra={
          address && (
            <a href={address} target="_blank" rel="noreferrer">
              在新窗口打开
            </a>
          )
        }
      >
        {!file ? (
          <p className={pageCss.sub}>{hint}</p>
        ) : file.contentType.startsWith('image/') ? (
          <img className={css.picture} src={address} alt={file.name} />
        ) : (
          <p>
            <a href={address} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          </p>
        )}
      </Panel>
    </div>
  );
}
