import { InputNumber } from 'antd';
import type { KnownFact } from './criteria/codes';
import { ValueField } from './criteria/ComparisonFields';
import type { Value } from './criteria/model';
import css from './Cases.module.css';

/** What an enterprise has of a fact, in the form of a profile: figures by year as a list, the newest first. */
export function FactValue({
  id,
  fact,
  value,
  disabled,
  onChange,
}: {
  id: string;
  fact: KnownFact;
  value: unknown;
  disabled: boolean;
  onChange: (value: unknown) => void;
}) {
  if (fact.kind !== 'YEARS') {
    return (
      <ValueField
        id={id}
        fact={fact}
        op={fact.kind === 'MULTI_CHOICE' ? 'in' : '=='}
        value={value as Value | undefined}
        disabled={disabled}
        wholes={false}
        onChange={onChange}
      />
    );
  }
  const years = Array.from(
    { length: fact.years ?? 1 },
    (_, year) => (value as (number | null)[] | undefined)?.[year],
  );
  return (
    <span className={css.years}>
      {years.map((figure, year) => (
        <InputNumber
          key={year}
          id={year ? undefined : id}
          aria-label={`${fact.label} ${year ? `前 ${year} 年` : '最近一年'}`}
          placeholder={year ? `前 ${year} 年` : '最近一年'}
          value={figure ?? null}
          disabled={disabled}
          onChange={(number) => {
            const next = years.map((old, i) => (i === year ? number : (old ?? null)));
            onChange(next.some((one) => one !== null) ? next : undefined);
          }}
        />
      ))}
    </span>
  );
}
