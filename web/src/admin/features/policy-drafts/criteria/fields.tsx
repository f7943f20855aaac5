import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import type { ComparableFact, CriteriaFault } from '@/shared/api';
import css from './criteria.module.css';
import { CriterionNode, type Editing } from './CriteriaEditor';
import {
  asKind,
  changed,
  clauseOf,
  factOf,
  faultsAt,
  freshBand,
  freshItem,
  freshScoreGroup,
  freshTier,
  KINDS,
  OPERATORS,
  replacedAt,
  swapped,
  valueKind,
  withFact,
  withOperator,
  withoutAt,
  type Band,
  type Banded,
  type Comparison,
  type Criterion,
  type Group,
  type Score,
  type ScoreGroup,
  type ScoreItem,
  type Unverified,
  type Value,
} from './model';

interface Own<N extends Criterion> extends Editing {
  node: N;
  path: string;
  /** What is wrong with this condition itself. */
  here: CriteriaFault[];
  onChange: (node: Criterion) => void;
}

/** Of a field with a fault the edge says so; the words stand above. */
const mark = (faults: CriteriaFault[], ...members: string[]) =>
  faults.some((fault) => members.includes(fault.member ?? '')) ? ('error' as const) : undefined;

function Field({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={wide ? `${css.field} ${css.wide}` : css.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

export function ComparisonFields({ node, here, facts, readOnly, onChange }: Own<Comparison>) {
  const fact = factOf(facts, node.fact);
  return (
    <>
      <Field label="指标" wide>
        {(id) => (
          <FactSelect
            id={id}
            value={node.fact}
            facts={facts.filter((one) => one.operators.length > 0)}
            disabled={readOnly}
            status={mark(here, 'fact')}
            onChange={(chosen) => onChange(withFact(node, chosen))}
          />
        )}
      </Field>
      {fact && (
        <>
          <Field label="比较方式">
            {(id) => (
              <Select
                id={id}
                value={node.op}
                disabled={readOnly}
                status={mark(here, 'op')}
                options={fact.operators.map((op) => ({ value: op, label: OPERATORS[op] ?? op }))}
                onChange={(op) => onChange(withOperator(node, fact, op))}
              />
            )}
          </Field>
          <Field label={fact.unit ? `值（${fact.unit}）` : '值'}>
            {(id) => (
              <ValueField
                id={id}
                fact={fact}
                op={node.op}
                value={node.value}
                disabled={readOnly}
                status={mark(here, 'value', 'unit')}
                onChange={(value) => onChange(changed(node, { value, unit: node.unit ?? fact.unit }))}
              />
            )}
          </Field>
        </>
      )}
      <Field label="不满足时另作提示" wide>
        {(id) => (
          <Input
            id={id}
            value={node.hint}
            maxLength={500}
            disabled={readOnly}
            onChange={(event) => onChange(changed(node, { hint: event.target.value }))}
          />
        )}
      </Field>
    </>
  );
}

function FactSelect({
  id,
  value,
  facts,
  disabled,
  status,
  onChange,
}: {
  id: string;
  value: string;
  facts: ComparableFact[];
  disabled: boolean;
  status: 'error' | undefined;
  onChange: (fact: ComparableFact) => void;
}) {
  const groups = [...new Set(facts.map((fact) => fact.group))];
  const known = factOf(facts, value);
  return (
    <Select
      id={id}
      value={known?.name ?? (value || undefined)}
      disabled={disabled}
      status={status}
      placeholder="输入名称查找"
      showSearch={{
        filterOption: (typed, option) =>
          !!option && 'search' in option && String(option.search).includes(typed.trim()),
      }}
      options={groups.map((group) => ({
        label: group,
        options: facts
          .filter((fact) => fact.group === group)
          .map((fact) => ({
            value: fact.name,
            label: fact.unit ? `${fact.label}（${fact.unit}）` : fact.label,
            search: [fact.label, fact.name, ...fact.aliases].join(' '),
          })),
      }))}
      onChange={(name: string) => {
        const fact = factOf(facts, name);
        if (fact) onChange(fact);
      }}
    />
  );
}

export function ValueField({
  id,
  fact,
  op,
  value,
  disabled,
  status,
  onChange,
}: {
  id: string;
  fact: ComparableFact;
  op: string;
  value: Value | undefined;
  disabled: boolean;
  status?: 'error' | undefined;
  onChange: (value: Value | undefined) => void;
}) {
  const common = { id, disabled, status };
  const choices = fact.choices.map((one) => ({ value: one, label: one }));
  switch (valueKind(fact, op)) {
    case 'number':
      return (
        <InputNumber
          {...common}
          style={{ width: '100%' }}
          value={typeof value === 'number' ? value : null}
          onChange={(number) => onChange(number ?? undefined)}
        />
      );
    case 'range': {
      const [from, to] = Array.isArray(value) ? (value as number[]) : [];
      // The server says that an end is missing; until then the other one is not lost.
      const set = (ends: (number | null | undefined)[]) =>
        onChange(ends.filter((end): end is number => typeof end === 'number'));
      return (
        <span className={css.pair}>
          <InputNumber
            {...common}
            aria-label="下限"
            value={from ?? null}
            onChange={(end) => set([end, to])}
          />
          至
          <InputNumber
            disabled={disabled}
            status={status}
            aria-label="上限"
            value={to ?? null}
            onChange={(end) => set([from, end])}
          />
        </span>
      );
    }
    case 'flag':
      return (
        <Select
          {...common}
          value={typeof value === 'boolean' ? String(value) : undefined}
          options={[
            { value: 'true', label: '是' },
            { value: 'false', label: '否' },
          ]}
          onChange={(flag) => onChange(flag === 'true')}
        />
      );
    case 'day':
      return (
        <Input
          {...common}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          showSearch
          value={typeof value === 'string' ? value : undefined}
          options={choices}
          onChange={(choice) => onChange(choice)}
        />
      );
    case 'choices':
      return (
        <Select
          {...common}
          mode={fact.kind === 'CHOICE' ? 'multiple' : 'tags'}
          value={texts(value)}
          options={choices}
          onChange={(list: string[]) => onChange(list)}
        />
      );
    case 'texts':
      return (
        <Select
          {...common}
          mode="tags"
          open={false}
          suffixIcon={null}
          placeholder="代码的开头，输入后回车"
          value={texts(value)}
          onChange={(list: string[]) => onChange(list)}
        />
      );
    case 'text':
      return (
        <Input
          {...common}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      );
  }
}

const texts = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];

export function GroupFields({ node, here, readOnly, onChange }: Own<Group>) {
  return (
    <>
      <Field label="这一组">
        {(id) => (
          <Select
            id={id}
            value={node.type}
            disabled={readOnly}
            options={(['allOf', 'anyOf', 'atLeast'] as const).map((kind) => ({
              value: kind,
              label: KINDS[kind],
            }))}
            onChange={(kind) => onChange(asKind(node, kind))}
          />
        )}
      </Field>
      {node.type === 'atLeast' && (
        <Field label={`至少满足几项（共 ${node.criteria.length} 项）`}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              precision={0}
              value={node.count ?? null}
              disabled={readOnly}
              status={mark(here, 'count')}
              onChange={(count) => onChange(changed(node, { count: count ?? undefined }))}
            />
          )}
        </Field>
      )}
      {node.type === 'anyOf' && (
        <Checkbox
          className={css.wide}
          checked={node.exhaustive}
          disabled={readOnly}
          onChange={(event) => onChange({ ...node, exhaustive: event.target.checked })}
        >
          各项是覆盖全部情形的分档（必居其一）
        </Checkbox>
      )}
    </>
  );
}

export function UnverifiedFields({ node, here, readOnly, onChange }: Own<Unverified>) {
  return (
    <Field label="哪些内容待核实，为什么" wide>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={node.reason}
          disabled={readOnly}
          status={mark(here, 'reason')}
          onChange={(event) => onChange(changed(node, { reason: event.target.value }))}
        />
      )}
    </Field>
  );
}

/** Name and origin, which every condition may have. */
export function ClauseFields({ node, here, readOnly, onChange }: Own<Criterion>) {
  const { text = '', place = '', certain = true } = node.clause ?? {};
  const set = (next: string, where: string, sure: boolean) =>
    onChange(
      changed(node as Criterion & { clause?: object }, { clause: clauseOf(next, where, sure) }) as Criterion,
    );
  return (
    <>
      <Field label="显示名称">
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            value={node.label}
            disabled={readOnly}
            onChange={(event) => onChange(changed(node, { label: event.target.value }))}
          />
        )}
      </Field>
      <Field label="原文出处">
        {(id) => (
          <Input
            id={id}
            maxLength={100}
            placeholder="如 第十一条（四）"
            value={place}
            disabled={readOnly}
            onChange={(event) => set(text, event.target.value, certain)}
          />
        )}
      </Field>
      <Field label="原文" wide>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={text}
            disabled={readOnly}
            status={mark(here, 'clause')}
            onChange={(event) => set(event.target.value, place, certain)}
          />
        )}
      </Field>
      <Checkbox
        className={css.wide}
        checked={certain}
        disabled={readOnly || !node.clause}
        onChange={(event) => set(text, place, event.target.checked)}
      >
        数值已与原文核对（不勾选显示“待核实”）
      </Checkbox>
    </>
  );
}

function Tools<T>({
  list,
  index,
  name,
  readOnly,
  onChange,
}: {
  list: T[];
  index: number;
  name: string;
  readOnly: boolean;
  onChange: (list: T[]) => void;
}) {
  if (readOnly) return null;
  return (
    <span className={css.pair}>
      {index > 0 && (
        <Button
          size="small"
          aria-label={`上移${name}`}
          onClick={() => onChange(swapped(list, index, index - 1))}
        >
          上移
        </Button>
      )}
      {list.length > 1 && (
        <Button
          size="small"
          danger
          aria-label={`删除${name}`}
          onClick={() => onChange(withoutAt(list, index))}
        >
          删除
        </Button>
      )}
    </span>
  );
}

function Faults({ faults }: { faults: CriteriaFault[] }) {
  if (!faults.length) return null;
  return (
    <ul className={css.faults} role="alert">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.member}`}>{fault.message}</li>
      ))}
    </ul>
  );
}

export function BandedFields(own: Own<Banded>) {
  const { node, path, here, facts, readOnly, onChange } = own;
  const by = factOf(facts, node.by);
  const set = (bands: Band[]) => onChange({ ...node, bands });
  return (
    <>
      <Field label="按哪个指标分档" wide>
        {(id) => (
          <FactSelect
            id={id}
            value={node.by}
            facts={facts.filter((one) => one.operators.length > 0 && !['BOOLEAN', 'DATE'].includes(one.kind))}
            disabled={readOnly}
            status={mark(here, 'by')}
            onChange={(fact) => onChange({ ...node, by: fact.name })}
          />
        )}
      </Field>
      <div className={css.wide}>
        {node.bands.map((band, index) => (
          <div key={index} className={css.block} role="group" aria-label={`第 ${index + 1} 档`}>
            <BandHead
              band={band}
              by={by}
              here={faultsAt(own.faults, `${path}/bands/${index}`)}
              readOnly={readOnly}
              onChange={(next) => set(replacedAt(node.bands, index, next))}
            >
              <Tools
                list={node.bands}
                index={index}
                name={`第 ${index + 1} 档`}
                readOnly={readOnly}
                onChange={set}
              />
            </BandHead>
            <ul className={css.tree}>
              <CriterionNode
                node={band.then}
                path={`${path}/bands/${index}/then`}
                onChange={(then) => set(replacedAt(node.bands, index, { ...band, then }))}
                actions={wrapping(band.then, (then) => set(replacedAt(node.bands, index, { ...band, then })))}
                facts={facts}
                faults={own.faults}
                readOnly={readOnly}
              />
            </ul>
          </div>
        ))}
        {!readOnly && (
          <Button size="small" className={css.add} onClick={() => set([...node.bands, freshBand()])}>
            添加一档
          </Button>
        )}
      </div>
    </>
  );
}

function BandHead({
  band,
  by,
  here,
  readOnly,
  onChange,
  children,
}: {
  band: Band;
  by: ComparableFact | undefined;
  here: CriteriaFault[];
  readOnly: boolean;
  onChange: (band: Band) => void;
  children: ReactNode;
}) {
  const numbers = by && (by.kind === 'NUMBER' || by.kind === 'INTEGER' || by.kind === 'YEARS');
  const end = (side: 'from' | 'to', label: string, word: string) => (
    <Field label={by?.unit ? `${label}（${by.unit}）` : label}>
      {(id) => (
        <span className={css.pair}>
          <InputNumber
            id={id}
            value={band[side] ?? null}
            disabled={readOnly}
            status={mark(here, 'from', 'to')}
            placeholder="不限"
            onChange={(number) => onChange(changed(band, { [side]: number ?? undefined }))}
          />
          <Checkbox
            checked={band[`${side}Included`]}
            disabled={readOnly}
            onChange={(event) => onChange({ ...band, [`${side}Included`]: event.target.checked })}
          >
            {word}
          </Checkbox>
        </span>
      )}
    </Field>
  );
  return (
    <>
      <Faults faults={here} />
      <div className={css.blockHead}>
        <Field label="这一档的名称">
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={band.label}
              disabled={readOnly}
              status={mark(here, 'label')}
              onChange={(event) => onChange({ ...band, label: event.target.value })}
            />
          )}
        </Field>
        {numbers && (
          <>
            {end('from', '下限', '含下限')}
            {end('to', '上限', '含上限')}
          </>
        )}
        {by && !numbers && (
          <Field label="这一档包括">
            {(id) => (
              <ValueField
                id={id}
                fact={by}
                op="in"
                value={band.in}
                disabled={readOnly}
                status={mark(here, 'in')}
                onChange={(list) => onChange({ ...band, in: texts(list) })}
              />
            )}
          </Field>
        )}
        {children}
      </div>
    </>
  );
}

/** What stands alone at its place cannot be moved or deleted, only become part of a group. */
const wrapping = (node: Criterion, set: (node: Criterion) => void) => [
  { key: 'all', label: '放进一组“全部满足”', run: () => set({ type: 'allOf', criteria: [node] }) },
  {
    key: 'any',
    label: '放进一组“任一满足”',
    run: () => set({ type: 'anyOf', exhaustive: false, criteria: [node] }),
  },
  {
    key: 'unverified',
    label: '改为“待核实的内容”',
    run: () => set({ type: 'unverified', ...(node.clause && { clause: node.clause }), reason: '' }),
  },
  { key: 'comparison', label: '改为单项条件', run: () => set({ type: 'comparison', fact: '', op: '>=' }) },
];

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
