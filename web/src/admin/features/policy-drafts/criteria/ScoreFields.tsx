import { Button, Checkbox, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import css from './criteria.module.css';
import { CriterionNode } from './CriteriaEditor';
import { Faults } from './Faults';
import { Field } from './Field';
import {
  changed,
  clauseOf,
  faultsAt,
  freshItem,
  freshScoreGroup,
  freshTier,
  replacedAt,
  type Score,
  type ScoreGroup,
  type ScoreItem,
} from './model';
import { mark, type Own } from './own';
import { Tools } from './Tools';
import { wrapping } from './wrapping';

export function ScoreFields(own: Own<Score>) {
  const { node, path, here, readOnly, onChange } = own;
  const set = (groups: ScoreGroup[]) => onChange({ ...node, groups });
  return (
    <>
      <Field label="及格分">
        {(id) => (
          <InputNumber
            id={id}
            value={node.pass}
            disabled={readOnly}
            status={mark(here, 'pass')}
            onChange={(pass) => onChange(changed(node, { pass: pass ?? undefined }))}
          />
        )}
      </Field>
      <Checkbox
        checked={node.strict}
        disabled={readOnly}
        onChange={(event) => onChange({ ...node, strict: event.target.checked })}
      >
        须高于及格分（不含）
      </Checkbox>
      <div className={css.wide}>
        {node.groups.map((group, g) => (
          <div key={g} className={css.block} role="group" aria-label={`第 ${g + 1} 组`}>
            <Faults faults={faultsAt(own.faults, `${path}/groups/${g}`)} />
            <div className={css.blockHead}>
              <Field label="这一组的名称">
                {(id) => (
                  <Input
                    id={id}
                    maxLength={100}
                    value={group.name}
                    disabled={readOnly}
                    onChange={(event) =>
                      set(replacedAt(node.groups, g, { ...group, name: event.target.value }))
                    }
                  />
                )}
              </Field>
              <Field label="这一组的最低分">
                {(id) => (
                  <InputNumber
                    id={id}
                    value={group.minimum ?? null}
                    placeholder="不设"
                    disabled={readOnly}
                    onChange={(minimum) =>
                      set(replacedAt(node.groups, g, changed(group, { minimum: minimum ?? undefined })))
                    }
                  />
                )}
              </Field>
              <Tools
                list={node.groups}
                index={g}
                name={`第 ${g + 1} 组`}
                readOnly={readOnly}
                onChange={set}
              />
            </div>
            {group.items.map((item, i) => (
              <Item
                key={i}
                own={own}
                item={item}
                path={`${path}/groups/${g}/items/${i}`}
                onChange={(next) =>
                  set(replacedAt(node.groups, g, { ...group, items: replacedAt(group.items, i, next) }))
                }
              >
                <Tools
                  list={group.items}
                  index={i}
                  name={`评分项 ${item.name || i + 1}`}
                  readOnly={readOnly}
                  onChange={(items) => set(replacedAt(node.groups, g, { ...group, items }))}
                />
              </Item>
            ))}
            {!readOnly && (
              <Button
                size="small"
                className={css.add}
                onClick={() =>
                  set(replacedAt(node.groups, g, { ...group, items: [...group.items, freshItem()] }))
                }
              >
                添加评分项
              </Button>
            )}
          </div>
        ))}
        {!readOnly && (
          <Button size="small" className={css.add} onClick={() => set([...node.groups, freshScoreGroup()])}>
            添加一组
          </Button>
        )}
      </div>
    </>
  );
}

function Item({
  own,
  item,
  path,
  onChange,
  children,
}: {
  own: Own<Score>;
  item: ScoreItem;
  path: string;
  onChange: (item: ScoreItem) => void;
  children: ReactNode;
}) {
  const { readOnly, facts, faults } = own;
  const { text = '', place = '', certain = true } = item.clause ?? {};
  const setClause = (next: string, where: string, sure: boolean) =>
    onChange(changed(item, { clause: clauseOf(next, where, sure) }));
  return (
    <div className={css.block} role="group" aria-label={`评分项 ${item.name}`}>
      <Faults faults={faultsAt(faults, path)} />
      <div className={css.blockHead}>
        <Field label="评分项">
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={item.name}
              disabled={readOnly}
              onChange={(event) => onChange({ ...item, name: event.target.value })}
            />
          )}
        </Field>
        <Field label="都不满足时得分">
          {(id) => (
            <InputNumber
              id={id}
              value={item.otherwise}
              disabled={readOnly}
              onChange={(otherwise) => onChange({ ...item, otherwise: otherwise ?? 0 })}
            />
          )}
        </Field>
        <Field label="原文">
          {(id) => (
            <Input
              id={id}
              value={text}
              disabled={readOnly}
              onChange={(event) => setClause(event.target.value, place, certain)}
            />
          )}
        </Field>
        <Field label="出处">
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={place}
              disabled={readOnly}
              onChange={(event) => setClause(text, event.target.value, certain)}
            />
          )}
        </Field>
        <Checkbox
          checked={certain}
          disabled={readOnly || !item.clause}
          onChange={(event) => setClause(text, place, event.target.checked)}
        >
          已核对
        </Checkbox>
        {children}
      </div>
      {item.tiers.map((tier, t) => (
        <div key={t} className={css.block} role="group" aria-label={`第 ${t + 1} 档得分`}>
          <Faults faults={faultsAt(faults, `${path}/tiers/${t}`)} />
          <div className={css.blockHead}>
            <Field label="满足时得分">
              {(id) => (
                <InputNumber
                  id={id}
                  value={tier.points}
                  disabled={readOnly}
                  onChange={(points) =>
                    onChange({ ...item, tiers: replacedAt(item.tiers, t, { ...tier, points: points ?? 0 }) })
                  }
                />
              )}
            </Field>
            <Tools
              list={item.tiers}
              index={t}
              name={`第 ${t + 1} 档`}
              readOnly={readOnly}
              onChange={(tiers) => onChange({ ...item, tiers })}
            />
          </div>
          <ul className={css.tree}>
            <CriterionNode
              node={tier.when}
              path={`${path}/tiers/${t}/when`}
              onChange={(when) => onChange({ ...item, tiers: replacedAt(item.tiers, t, { ...tier, when }) })}
              actions={wrapping(tier.when, (when) =>
                onChange({ ...item, tiers: replacedAt(item.tiers, t, { ...tier, when }) }),
              )}
              facts={facts}
              faults={faults}
              readOnly={readOnly}
            />
          </ul>
        </div>
      ))}
      {!readOnly && (
        <Button
          size="small"
          className={css.add}
          onClick={() => onChange({ ...item, tiers: [...item.tiers, freshTier()] })}
        >
          添加一档
        </Button>
      )}
    </div>
  );
}
