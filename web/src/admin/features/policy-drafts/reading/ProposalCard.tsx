import { Button, Tag } from 'antd';
import { useId, useState } from 'react';
import type { Proposal, ReadingItem } from '@/shared/api';
import { figuresIn } from '@/shared/ui';
import type { KnownFact } from '../criteria/codes';
import { ComparisonFields } from '../criteria/ComparisonFields';
import criteriaCss from '../criteria/criteria.module.css';
import { summary, type Comparison, type Criterion } from '../criteria/model';
import css from './reading.module.css';

const CERTAINTY = {
  CLEAR: '较明确',
  CHECK: '请核对',
  MANUAL: '需人工',
} as const;
const DECISION = { ACCEPTED: '已采纳', CORRECTED: '已修改采纳', DROPPED: '已舍弃' } as const;

/** As much as a clause may quote. */
const MOST_QUOTED = 2000;

const asked = ({ fact, op, value, unit }: Partial<Comparison>) => JSON.stringify([fact, op, value, unit]);

/** What was read from the document is not what it says now: that it was compared with it holds no more, until somebody ticks it again. */
const unchecked = (proposed: Criterion, now: Comparison): Comparison =>
  now.clause
    ? { ...now, clause: { ...now.clause, certain: asked(proposed as Partial<Comparison>) === asked(now) } }
    : now;

/** What a sentence says that no condition was read in. */
const unread = ({ exclusion }: Proposal) =>
  exclusion ? `不能同享的政策${exclusion.named ? `：${exclusion.named}` : ''}` : '没有识别出条件';

/** One proposal: what it would ask for and by which words, and the three things that a person can do with it. */
export function ProposalCard({
  item: { proposal, decision, adopted },
  index,
  sentence,
  chosen,
  facts,
  readOnly,
  onShow,
  onTake,
  onExclude,
  onDrop,
  onReopen,
}: {
  item: ReadingItem;
  index: number;
  sentence: string;
  chosen: boolean;
  facts: KnownFact[];
  readOnly: boolean;
  onShow: () => void;
  onTake: (decision: 'ACCEPTED' | 'CORRECTED', node: Criterion) => void;
  onExclude: () => void;
  onDrop: () => void;
  onReopen: () => void;
}) {
  const name = useId();
  const proposed = proposal.criterion as unknown as Criterion | undefined;
  const quoted = sentence.slice(0, MOST_QUOTED);
  // Of an item in a list of those who get nothing the words above it say so.
  const said = proposal.under ? `${proposal.under}：${quoted}`.slice(0, MOST_QUOTED) : quoted;
  const clause = { text: quoted, ...(proposal.place && { place: proposal.place }), certain: true };
  const [editing, setEditing] = useState<Comparison>();
  const shown = (adopted as unknown as Criterion | undefined) ?? proposed;
  return (
    <li
      id={`proposal-${proposal.number}`}
      className={css.card}
      data-item={index}
      data-decided={!!decision}
      data-chosen={chosen}
      tabIndex={-1}
      aria-labelledby={name}
    >
      <div className={css.cardHead}>
        <span className={css.number}>{proposal.number}</span>
        <b id={name}>{shown ? figuresIn(summary(shown, facts)) : unread(proposal)}</b>
        <span className={css.certainty} data-certainty={proposal.certainty}>
          {CERTAINTY[proposal.certainty]}
        </span>
        {readOnly && <Tag>{decision ? DECISION[decision] : '未处理'}</Tag>}
        {proposal.alternatives && (
          <Tag>{proposal.alternatives.atLeast ? `至少 ${proposal.alternatives.atLeast} 项` : '任一即可'}</Tag>
        )}
      </div>
      <button type="button" className={css.quote} onClick={onShow}>
        {proposal.place && <span>{proposal.place} </span>}“{sentence}”
      </button>
      <ul className={css.why}>
        {decision === 'CORRECTED' && proposed && <li>原建议：{figuresIn(summary(proposed, facts))}</li>}
        {proposal.why.map((reason) => (
          // Of what a person has made of it these are no reasons any more.
          <li key={reason}>{decision === 'CORRECTED' ? `原提示：${reason}` : reason}</li>
        ))}
        {proposal.alternatives?.heading && <li>属于“{proposal.alternatives.heading}”中的一项</li>}
      </ul>
      {editing && (
        <div className={criteriaCss.fields}>
          <ComparisonFields
            node={editing}
            path=""
            here={[]}
            faults={[]}
            facts={facts}
            readOnly={false}
            onChange={(node) =>
              setEditing(proposed ? unchecked(proposed, node as Comparison) : (node as Comparison))
            }
          />
        </div>
      )}
      {editing && proposed && editing.clause?.certain === false && (
        <p className={css.quiet}>
          数值已改动：采纳后显示“待核实”，与原文核对后请在“申报条件”中勾选“数值已与原文核对”。
        </p>
      )}
      {!readOnly && (
        <div className={css.actions}>
          {decision ? (
            <>
              <span>{DECISION[decision]}</span>
              <Button size="small" onClick={onReopen}>
                撤销
              </Button>
            </>
          ) : proposal.exclusion ? (
            <>
              <Button size="small" onClick={onExclude}>
                填入“不能同享的政策”
              </Button>
              <Button size="small" onClick={onDrop}>
                舍弃
              </Button>
            </>
          ) : editing ? (
            <>
              <Button
                size="small"
                type="primary"
                disabled={!editing.fact || editing.value === undefined}
                onClick={() => {
                  onTake('CORRECTED', editing);
                  setEditing(undefined);
                }}
              >
                按修改采纳
              </Button>
              <Button size="small" onClick={() => setEditing(undefined)}>
                取消修改
              </Button>
            </>
          ) : (
            <>
              {proposed ? (
                <Button size="small" type="primary" onClick={() => onTake('ACCEPTED', proposed)}>
                  采纳
                </Button>
              ) : (
                <Button
                  size="small"
                  onClick={() => onTake('CORRECTED', { type: 'unverified', reason: said, clause })}
                >
                  记为待核实
                </Button>
              )}
              <Button
                size="small"
                onClick={() =>
                  setEditing(
                    proposed?.type === 'comparison'
                      ? proposed
                      : { type: 'comparison', fact: '', op: '>=', clause },
                  )
                }
              >
                {proposed ? '修改' : '填写条件'}
              </Button>
              <Button size="small" onClick={onDrop}>
                舍弃
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
