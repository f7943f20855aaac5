import { useId } from 'react';
import css from './ByHand.module.css';
import { useMedia } from './useMedia';

/** A text that the browser would not copy, marked, so that one stroke of the keys or one long press does it. */
export function ByHand({ text, onClose }: { text: string; onClose: () => void }) {
  const id = useId();
  // A window as narrow as a phone's is taken for one.
  const byFinger = useMedia('(pointer: coarse), (max-width: 639px)');
  return (
    <span className={css.panel}>
      <label htmlFor={id}>浏览器不允许自动复制，{byFinger ? '请长按复制' : '请按 Ctrl+C 复制'}</label>
      <textarea
        id={id}
        ref={mark}
        readOnly
        rows={rowsOf(text)}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" onClick={onClose}>
        关闭
      </button>
    </span>
  );
}

/** For a browser that does not draw a field as high as its text: so many signs are in a line of the narrowest place where it stands. */
const rowsOf = (text: string) =>
  Math.min(
    8,
    text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 24)), 0),
  );

/** As it appears, by whom asked for it: the keys go to it at once. */
function mark(field: HTMLTextAreaElement | null) {
  field?.focus();
  field?.select();
}
