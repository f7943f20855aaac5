import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { CriteriaFault, QuoteDifference } from '@/shared/api';
import { Icon } from '@/shared/ui';
import { BandedFields } from './BandedFields';
import { ClauseFields } from './ClauseFields';
import type { KnownFact } from './codes';
import { ComparisonFields } from './ComparisonFields';
import css from './criteria.module.css';
import { GroupFields } from './GroupFields';
import {
  faultsAt,
  faultyWithin,
  fresh,
  isGroup,
  KINDS,
  replacedAt,
  summary,
  swapped,
  withoutAt,
  type Criterion,
  type Kind,
} from './model';
import { isToldByItsLine, Reading } from './Reading';
import { ScoreFields } from './ScoreFields';
import { UnverifiedFields } from './UnverifiedFields';

export interface Editing {
  facts: KnownFact[];
  faults: CriteriaFault[];
  readOnly: boolean;
  /** Where the figure of a condition is none of those that it quotes. */
  differences?: QuoteDifference[] | undefined;
}

/** A tree of conditions: each a line that opens to its fields, with its parts below it. */
export function CriteriaEditor({
  value,
  onChange,
  name = '申报条件',
  empty = '还没有申报条件。没有条件的政策只供查阅，不参与匹配。',
  ...editing
}: Editing & {
  value: Criterion | undefined;
  onChange: (tree: Criterion | undefined) => void;
  /** What the conditions are, and what it means that there are none. */
  name?: string;
  empty?: string;
}) {
  if (!value)
    return (
      <>
        <p className={css.quiet}>{empty}</p>
        {!editing.readOnly && <AddButton label="添加条件" onAdd={(kind) => onChange(fresh(kind))} />}
      </>
    );
  return (
    <ul className={css.tree} aria-label={name}>
      <CriterionNode
        node={value}
        path=""
        onChange={onChange}
        actions={[
          ...(isGroup(value) && value.type === 'allOf'
            ? []
            : [
                {
                  key: 'wrap',
                  label: '放进一组“全部满足”',
                  run: () => onChange({ type: 'allOf', criteria: [value] }),
                },
              ]),
          { key: 'remove', label: '删除全部条件', danger: true, run: () => onChange(undefined) },
        ]}
        {...editing}
      />
    </ul>
  );
}

interface Action {
  key: string;
  label: string;
  danger?: boolean;
  run: () => void;
}

export function CriterionNode({
  node,
  path,
  onChange,
  actions,
  ...editing
}: Editing & {
  node: Criterion;
  path: string;
  onChange: (node: Criterion) => void;
  actions: Action[];
}) {
  const { facts, faults, readOnly } = editing;
  const here = faultsAt(faults, path);
  const differs = editing.differences?.filter((one) => one.path === path) ?? [];
  // A condition that was just added is there to be filled in; so is one with a fault, and its fields stay where they are when what is typed into them mends it.
  const [open, setOpen] = useState(() => node.type === 'comparison' && !node.fact && !readOnly);
  if (here.length > 0 && !open) setOpen(true);
  const [below, setBelow] = useState(true);
  const name = summary(node, facts);
  const own = { node, path, onChange, here, ...editing } as const;
  return (
    <li className={css.node}>
      <div className={css.row} data-faulty={faultyWithin(faults, path)} role="group" aria-label={name}>
        {isGroup(node) && node.criteria.length > 0 && (
          <Button
            type="text"
            size="small"
            aria-expanded={below}
            aria-label={`${below ? '收起' : '展开'} ${name} 的条件`}
            icon={<Icon name={below ? 'minus' : 'plus'} size={16} />}
            onClick={() => setBelow(!below)}
          />
        )}
        <Button type="text" className={css.name} aria-expanded={open} onClick={() => setOpen(!open)}>
          {name}
        </Button>
        {name !== KINDS[node.type] && <span className={css.kind}>{KINDS[node.type]}</span>}
        {!readOnly && actions.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: actions.map(({ key, label, danger }) => ({ key, label, danger })),
              onClick: ({ key }) => actions.find((one) => one.key === key)?.run(),
            }}
          >
            <Button type="link" size="small" aria-haspopup="menu" aria-label={`${name} 的更多操作`}>
              更多
            </Button>
          </Dropdown>
        )}
      </div>
      {differs.map(({ message }) => (
        <p key={message} className={css.differs}>
          {message}
        </p>
      ))}
      {open && (
        <div className={css.fields}>
          {here.length > 0 && (
            <ul className={css.faults} role="alert">
              {here.map((fault) => (
                <li key={`${fault.code} ${fault.member}`}>{fault.message}</li>
              ))}
            </ul>
          )}
          {readOnly && isToldByItsLine(node) ? (
            <Reading node={node} />
          ) : (
            <>
              {isGroup(node) && <GroupFields {...own} node={node} />}
              {node.type === 'comparison' && <ComparisonFields {...own} node={node} />}
              {node.type === 'unverified' && <UnverifiedFields {...own} node={node} />}
              {node.type === 'banded' && <BandedFields {...own} node={node} />}
              {node.type === 'score' && <ScoreFields {...own} node={node} />}
              <ClauseFields {...own} node={node} />
            </>
          )}
        </div>
      )}
      {isGroup(node) && below && (
        <>
          {node.criteria.length > 0 && (
            <ul>
              {node.criteria.map((part, index) => (
                <CriterionNode
                  // The place in the list: a condition has no other name, and moves with what it says.
                  key={index}
                  node={part}
                  path={`${path}/criteria/${index}`}
                  onChange={(next) => onChange({ ...node, criteria: replacedAt(node.criteria, index, next) })}
                  actions={partActions(node.criteria, index, (criteria) => onChange({ ...node, criteria }))}
                  {...editing}
                />
              ))}
            </ul>
          )}
          {!readOnly && (
            <AddButton
              label="添加条件"
              of={name}
              onAdd={(kind) => onChange({ ...node, criteria: [...node.criteria, fresh(kind)] })}
            />
          )}
        </>
      )}
    </li>
  );
}

/** What can be done with one of several conditions. */
function partActions(parts: Criterion[], index: number, set: (parts: Criterion[]) => void): Action[] {
  const part = parts[index]!;
  return [
    ...(index > 0 ? [{ key: 'up', label: '上移', run: () => set(swapped(parts, index, index - 1)) }] : []),
    ...(index < parts.length - 1
      ? [{ key: 'down', label: '下移', run: () => set(swapped(parts, index, index + 1)) }]
      : []),
    {
      key: 'copy',
      label: '复制',
      run: () => set([...parts.slice(0, index + 1), structuredClone(part), ...parts.slice(index + 1)]),
    },
    {
      key: 'wrap',
      label: '放进一组“任一满足”',
      run: () => set(replacedAt(parts, index, { type: 'anyOf', exhaustive: false, criteria: [part] })),
    },
    ...(isGroup(part)
      ? [
          {
            key: 'unwrap',
            label: '取消这一组，条件移到上一层',
            run: () => set([...parts.slice(0, index), ...part.criteria, ...parts.slice(index + 1)]),
          },
        ]
      : []),
    { key: 'remove', label: '删除', danger: true, run: () => set(withoutAt(parts, index)) },
  ];
}

function AddButton({ label, of, onAdd }: { label: string; of?: string; onAdd: (kind: Kind) => void }) {
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: Object.entries(KINDS).map(([key, name]) => ({ key, label: name })),
        onClick: ({ key }) => onAdd(key as Kind),
      }}
    >
      <Button className={css.add} size="small" aria-haspopup="menu" aria-label={of && `${label}到 ${of}`}>
        <Icon name="plus" size={16} /> {label}
      </Button>
    </Dropdown>
  );
}
