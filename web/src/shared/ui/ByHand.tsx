import { useId } from 'react';
import css from './ByHand.module.css';
import { useMedia } from './useMedia';

/** A text that the browser would not copy, marked, so that one stroke of the keys or one long press does it. */
export function ByHand({ text, onClose }: { text: string; onClose: () => void }) {
  const id = useId();
  const byFinger = useMedia('(pointer: coarse)');
  return (
    <span className={css.panel}>
      <label htmlFor={id}>浏览器不允许自动复制，{byFinger ? '请长按复制' : '请按 Ctrl+C 复制'}</label>
      <textarea
        id={id}
        ref={mark}
        readOnly
        rows={Math.min(4, Math.max(text.split('\n').length, Math.ceil(text.length / 40)))}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" onClick={onClose}>
        关闭
      </button>
    </span>
  );
}

/** As it appears, by whom asked for it: the keys go to it at once. */
function mark(field: HTMLTextAreaElement | null) {
  field?.focus();
  field?.select();
}
