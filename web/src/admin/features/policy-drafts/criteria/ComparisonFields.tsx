import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { DayInput } from '../../../ui/DayInput';
import { codeIn, codeOptions, type KnownFact } from './codes';
import css from './criteria.module.css';
import { Field } from './Field';
import {
  changed,
  factOf,
  OPERATORS,
  texts,
  valueKind,
  withFact,
  withOperator,
  type Comparison,
  type Value,
} from './model';
import { mark, type Own } from './own';

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

export function FactSelect({
  id,
  value,
  facts,
  disabled,
  status,
  onChange,
}: {
  id: string;
  value: string;
  facts: KnownFact[];
  disabled: boolean;
  status: 'error' | undefined;
  onChange: (fact: KnownFact) => void;
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
  wholes = true,
  onChange,
}: {
  id: string;
  fact: KnownFact;
  op: string;
  value: Value | undefined;
  disabled: boolean;
  status?: 'error' | undefined;
  /** Whether the beginning of a code stands for all that begins so, as in a condition. */
  wholes?: boolean;
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
        <DayInput {...common} value={typeof value === 'string' ? value : undefined} onChange={onChange} />
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
      if (fact.codes)
        return (
          <CodeSelect
            {...common}
            fact={fact}
            wholes={wholes}
            chosen={texts(value)}
            onChange={(list) => onChange(list)}
          />
        );
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
      if (fact.codes)
        return (
          <CodeSelect
            {...common}
            fact={fact}
            wholes={wholes}
            chosen={texts(value)}
            // There is one alone: another takes its place.
            onChange={(list) => onChange(list.at(-1))}
          />
        );
      return (
        <Input
          {...common}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      );
  }
}

/** A code is chosen by its name; one that the list does not have is typed, and what is no code is not taken for one. */
function CodeSelect({
  fact,
  wholes,
  chosen,
  onChange,
  ...common
}: {
  id: string;
  disabled: boolean;
  status: 'error' | undefined;
  fact: KnownFact;
  wholes: boolean;
  chosen: string[];
  onChange: (codes: string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const code = codeIn(typed);
  return (
    <Select
      {...common}
      mode="multiple"
      placeholder="按名称选择，或输入代码"
      showSearch={{
        onSearch: setTyped,
        filterOption: (text, option) =>
          !!option &&
          (option.label.includes(text.trim()) || option.value.startsWith(text.trim().toUpperCase())),
      }}
      value={chosen}
      options={codeOptions(fact, code ? [...chosen, code] : chosen, wholes)}
      onChange={(list: string[]) => onChange(list)}
    />
  );
}
