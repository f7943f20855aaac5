import { Fragment, type ReactNode } from 'react';
import css from './Words.module.css';

const OPENING = /[（《“‘〔【]$/;

/** Not in every browser; there, lines end wherever they would. */
const words = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** A name, of a policy or a firm, whose lines end between words: not "培育管/理办法". */
export function Words({ children: text }: { children: string }) {
  if (!words) return text;
  const parts = piecesOf([...words.segment(text)]);
  return (
    <span className={css.words}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

/** The same of a sentence that may hold links or figures besides: only text by itself is broken between words. */
export const inWords = (content: ReactNode) =>
  typeof content === 'string' ? <Words>{content}</Words> : content;

/** Words with the signs that open before them and close after them. */
function piecesOf(segments: { segment: string; isWordLike?: boolean }[]): string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of segments) {
    const last = pieces.at(-1);
    const begins = isWordLike || OPENING.test(segment);
    if (last === undefined || (begins && !OPENING.test(last))) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}
