import type { Ref } from 'react';
import type { DraftReading, ReadingItem } from '@/shared/api';
import css from './reading.module.css';
import { stretches } from './sentences';

/** How a sentence stands: open as long as one of its proposals is. */
function stateOf(items: ReadingItem[]): 'open' | 'manual' | 'taken' | 'dropped' {
  if (items.some((one) => !one.decision))
    return items.every(({ proposal }) => proposal.certainty === 'MANUAL') ? 'manual' : 'open';
  return items.some((one) => one.decision !== 'DROPPED') ? 'taken' : 'dropped';
}

const WORDS = { open: '待处理', manual: '需人工', taken: '已采纳', dropped: '已舍弃' };

/** The text as it was read; a sentence with proposals leads to them. */
export function MarkedText({
  ref,
  reading,
  chosen,
  onChoose,
}: {
  ref: Ref<HTMLDivElement>;
  reading: DraftReading;
  chosen: number | undefined;
  onChoose: (index: number) => void;
}) {
  return (
    <section aria-label="政策原文" className={css.source}>
      <h2>{reading.name ?? '粘贴的原文'}</h2>
      <div className={css.text} ref={ref}>
        {stretches(reading.text, reading.items).map(({ from, text, items }) => {
          if (!items.length) return <span key={from}>{text}</span>;
          const state = stateOf(items.map((index) => reading.items[index]!));
          return (
            // A link, for a button cannot run over lines as the text does.
            <a
              key={from}
              href={`#proposal-${reading.items[items[0]!]!.proposal.number}`}
              className={css.mark}
              data-state={state}
              data-item={items.join(' ')}
              aria-current={chosen !== undefined && items.includes(chosen)}
              aria-label={`${text}（${WORDS[state]}，查看建议）`}
              onClick={() => onChoose(items.find((index) => !reading.items[index]!.decision) ?? items[0]!)}
            >
              {text}
            </a>
          );
        })}
      </div>
    </section>
  );
}
