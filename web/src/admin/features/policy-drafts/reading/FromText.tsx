import { Alert, App, Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import type { DraftReading, ReadingItem } from '@/shared/api';
import type { KnownFact } from '../criteria/codes';
import type { Criterion } from '../criteria/model';
import { adopt, stands, withdraw } from './adopting';
import { MarkedText } from './MarkedText';
import { ProposalCard } from './ProposalCard';
import css from './reading.module.css';
import { decided } from './sentences';
import { SourceText } from './SourceText';

/** As many as the server lists at once. */
const MOST = 200;

/** As long as the words of an exclusion may be. */
const MOST_OF_EXCLUSION = 500;

/** 从文本起草: the text with its sentences marked, what is proposed for each, and what a person makes of it. */
export function FromText({
  reading,
  title,
  tree,
  facts,
  readOnly,
  onChange,
  onExclude,
}: {
  reading: DraftReading | undefined;
  title: string | undefined;
  tree: Criterion | undefined;
  facts: KnownFact[];
  readOnly: boolean;
  onChange: (reading: DraftReading, tree: Criterion | undefined) => void;
  /** What cannot be had together goes to the document. */
  onExclude: (reading: DraftReading, words: { text: string; place?: string }) => void;
}) {
  const { modal, message } = App.useApp();
  const [chosen, setChosen] = useState<number>();
  const cards = useRef<HTMLOListElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const items = reading?.items ?? [];
  if (!reading || !items.length)
    return readOnly ? (
      <p className={css.quiet}>这份草稿不是从文本起草的。</p>
    ) : (
      <SourceText reading={reading} title={title} onChange={(next) => onChange(next, tree)} />
    );

  const set = (index: number, item: ReadingItem, next: Criterion | undefined) =>
    onChange({ ...reading, items: items.map((one, at) => (at === index ? item : one)) }, next);
  /** The next one that nobody has looked at, so that one goes through all with the keyboard alone. */
  const goOn = (index: number) => {
    const open = (at: number) => at !== index && !items[at]!.decision;
    const order = [...items.keys()];
    const next = [...order.slice(index + 1), ...order.slice(0, index)].find(open);
    if (next === undefined) return void message.success('全部处理完了，请到“申报条件”核对');
    choose(next, 'card');
  };
  const choose = (index: number, focus: 'card' | 'text') => {
    setChosen(index);
    const within = focus === 'card' ? cards.current : text.current;
    // As soon as it is drawn as the chosen one.
    requestAnimationFrame(() => {
      const target = within?.querySelector<HTMLElement>(`[data-item~="${index}"]`);
      target?.scrollIntoView?.({ block: 'nearest' });
      target?.focus({ preventScroll: true });
    });
  };
  const take = (index: number, decision: 'ACCEPTED' | 'CORRECTED', node: Criterion) => {
    const item = items[index]!;
    set(
      index,
      { ...item, decision, adopted: node as unknown as ReadingItem['adopted'] },
      adopt(tree, item.proposal, node),
    );
    goOn(index);
  };
  const exclude = (index: number, text: string) => {
    const { proposal } = items[index]!;
    const excluded: ReadingItem = { proposal, decision: 'ACCEPTED' };
    onExclude(
      { ...reading, items: items.map((one, at) => (at === index ? excluded : one)) },
      { text: text.slice(0, MOST_OF_EXCLUSION), ...(proposal.place && { place: proposal.place }) },
    );
    goOn(index);
  };
  const reopen = (index: number) => {
    const { proposal, adopted } = items[index]!;
    const node = adopted as unknown as Criterion | undefined;
    if (node && !stands(tree, node)) void message.info('这项条件在“申报条件”中已被改动，请到那里删除或修改');
    if (proposal.exclusion && items[index]!.decision === 'ACCEPTED')
      void message.info('已填入“文件”页的内容请到那里删除');
    set(index, { proposal }, node ? withdraw(tree, node) : tree);
  };
  const last = items.at(-1)!.proposal;
  const rest = reading.text.slice(last.to).trim() && reading.text.slice(last.from, last.to).slice(-20);
  const done = decided(items);
  const manual = items.filter(({ proposal }) => proposal.certainty === 'MANUAL').length;
  return (
    <>
      <div className={css.head}>
        <div className={css.progress} role="status">
          已处理 {done}/{items.length}
          {manual > 0 && <span className={css.quiet}>，其中 {manual} 句需人工判断</span>}
        </div>
        <Progress
          percent={Math.round((100 * done) / items.length)}
          showInfo={false}
          size="small"
          aria-hidden
        />
        {!readOnly && (
          <Button
            onClick={() =>
              modal.confirm({
                title: '换一份文本？',
                content:
                  done > 0
                    ? '已采纳的条件留在“申报条件”中；其余建议和处理记录会清除。'
                    : '现有的建议会清除，原文保留，可以修改后重新标出。',
                okText: '换文本',
                onOk: () => onChange({ ...reading, items: [] }, tree),
              })
            }
          >
            换一份文本
          </Button>
        )}
      </div>
      {items.length >= MOST && rest && (
        <Alert
          type="warning"
          showIcon
          title={`一次最多列出 ${MOST} 处，这里列到“${rest}”。其后的原文如还有条件，请处理完这些后把那一部分另行标出。`}
        />
      )}
      <div className={css.columns}>
        <MarkedText
          ref={text}
          reading={reading}
          chosen={chosen}
          onChoose={(index) => choose(index, 'card')}
        />
        <section aria-label="条件建议" className={css.proposals}>
          <ol ref={cards}>
            {items.map((item, index) => (
              <ProposalCard
                key={item.proposal.number}
                item={item}
                index={index}
                sentence={reading.text.slice(item.proposal.from, item.proposal.to)}
                chosen={index === chosen}
                facts={facts}
                readOnly={readOnly}
                onShow={() => choose(index, 'text')}
                onTake={(decision, node) => take(index, decision, node)}
                onExclude={() => exclude(index, reading.text.slice(item.proposal.from, item.proposal.to))}
                onDrop={() => {
                  set(index, { ...item, decision: 'DROPPED' }, tree);
                  goOn(index);
                }}
                onReopen={() => reopen(index)}
              />
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}
