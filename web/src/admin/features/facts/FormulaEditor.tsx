import { Button, Input, InputNumber, Select } from 'antd';
import type { FactRow, FormulaFault } from '@/shared/api';
import css from './FormulaEditor.module.css';
import { factsFor, formulaOf, operandsOf, yearsOf, type Formula, type FormulaType } from './model';
import { optionsOf, SPANS, TYPES, YEARS } from './words';

const MOST_PARTS = 12;
const NONE: FormulaFault[] = [];

/** A formula, built by choosing: each part says what it is, and its own parts stand in it. */
export function FormulaEditor({
  label = '公式',
  path = '',
  value,
  facts,
  faults = NONE,
  onChange,
}: {
  /** What this part is called for who hears the page. */
  label?: string;
  path?: string;
  value?: Formula | null;
  facts: FactRow[];
  faults?: FormulaFault[];
  /** A form puts it here. */
  onChange?: (formula: Formula) => void;
}) {
  const formula = value ?? formulaOf('fact');
  const put = (next: Formula) => onChange?.(next);
  const own = faults.filter((fault) => nearest(fault.path, formula, path));
  return (
    <fieldset className={css.node} aria-label={label}>
      <div className={css.fields}>
        <Select
          aria-label={`${label}：算法`}
          value={formula.type as Exclude<FormulaType, 'official'>}
          options={optionsOf(TYPES)}
          onChange={(type) => put(formulaOf(type, formula))}
        />
        <Figures label={label} formula={formula} facts={facts} put={put} />
      </div>
      {operandsOf(formula).map((operand) => (
        <FormulaEditor
          key={operand.path}
          label={path === '' ? operand.label : `${label}的${operand.label}`}
          path={path + operand.path}
          value={operand.value}
          facts={facts}
          faults={faults}
          onChange={(next) => put(operand.put(next))}
        />
      ))}
      {'parts' in formula && (
        <div className={css.tools}>
          <Button
            size="small"
            disabled={formula.parts.length >= MOST_PARTS}
            onClick={() => put({ ...formula, parts: [...formula.parts, formulaOf('fact')] })}
          >
            添加一项
          </Button>{' '}
          <Button
            size="small"
            disabled={formula.parts.length <= 2}
            onClick={() => put({ ...formula, parts: formula.parts.slice(0, -1) })}
          >
            去掉最后一项
          </Button>
        </div>
      )}
      {own.map((fault) =>
        // What is still to be chosen is no mistake.
        fault.code === 'FORMULA_INCOMPLETE' ? (
          <p key={fault.path + fault.code} className={css.open}>
            {fault.message}
          </p>
        ) : (
          <p key={fault.path + fault.code} role="alert" className={css.fault}>
            {fault.message}
          </p>
        ),
      )}
    </fieldset>
  );
}

/** Whether a fault is of this part itself and of none that stands in it. */
function nearest(at: string, formula: Formula, path: string): boolean {
  if (at !== path && !at.startsWith(`${path}/`)) return false;
  return !operandsOf(formula).some(
    (operand) => at === path + operand.path || at.startsWith(`${path}${operand.path}/`),
  );
}

/** What a part names itself: facts, years and numbers. */
function Figures({
  label,
  formula,
  facts,
  put,
}: {
  label: string;
  formula: Formula;
  facts: FactRow[];
  put: (formula: Formula) => void;
}) {
  const find = (name: string | undefined) => facts.find((fact) => fact.name === name);
  const pick = (what: string, chosen: string | undefined, choose: (fact: FactRow) => void) => (
    <FactPick
      label={`${label}：${what}`}
      value={chosen}
      facts={factsFor(formula.type, facts)}
      onChange={(name) => {
        const fact = find(name);
        if (fact) choose(fact);
      }}
    />
  );
  const years = (
    what: string,
    count: number,
    from: number,
    chosen: number,
    choose: (year: number) => void,
  ) => (
    <Select
      aria-label={`${label}：${what}`}
      value={chosen}
      options={Array.from({ length: Math.max(count, 0) }, (_, index) => ({
        value: index + from,
        label: from ? `${index + from} 年` : (YEARS[index] ?? `前 ${index} 年`),
      }))}
      onChange={choose}
    />
  );
  switch (formula.type) {
    case 'fact': {
      const count = yearsOf(find(formula.fact));
      return (
        <>
          {pick('指标', formula.fact, (fact) =>
            put(
              yearsOf(fact) ? { type: 'fact', fact: fact.name, year: 0 } : { type: 'fact', fact: fact.name },
            ),
          )}
          {count > 0 && years('年份', count, 0, formula.year ?? 0, (year) => put({ ...formula, year }))}
        </>
      );
    }
    case 'number':
      return (
        <>
          <InputNumber
            aria-label={`${label}：数`}
            value={formula.value ?? null}
            onChange={(number) =>
              put({
                type: 'number',
                ...(number === null ? {} : { value: number }),
                ...(formula.unit ? { unit: formula.unit } : {}),
              })
            }
          />
          <Input
            aria-label={`${label}：单位`}
            placeholder="单位，没有则不填"
            maxLength={10}
            value={formula.unit ?? ''}
            onChange={({ target }) =>
              put({
                type: 'number',
                ...(formula.value === undefined ? {} : { value: formula.value }),
                ...(target.value ? { unit: target.value } : {}),
              })
            }
          />
        </>
      );
    case 'growth':
      return (
        <>
          {pick('指标', formula.fact, (fact) => put({ ...formula, fact: fact.name }))}
          {years('年份', yearsOf(find(formula.fact)) - 1, 0, formula.year, (year) =>
            put({ ...formula, year }),
          )}
        </>
      );
    case 'total':
    case 'mean':
      return (
        <>
          {pick('指标', formula.fact, (fact) =>
            put({ ...formula, fact: fact.name, years: Math.min(formula.years, yearsOf(fact)) }),
          )}
          {years('年数', yearsOf(find(formula.fact)) - 1, 2, formula.years, (count) =>
            put({ ...formula, years: count }),
          )}
        </>
      );
    case 'totalShare':
      return (
        <>
          {pick('部分', formula.part, (fact) =>
            put({ ...formula, part: fact.name, years: Math.min(formula.years, yearsOf(fact)) }),
          )}
          {pick('整体', formula.whole, (fact) => put({ ...formula, whole: fact.name }))}
          {years('年数', yearsOf(find(formula.part)) - 1, 2, formula.years, (count) =>
            put({ ...formula, years: count }),
          )}
        </>
      );
    case 'since':
      return (
        <>
          {pick('日期', formula.fact, (fact) => put({ ...formula, fact: fact.name }))}
          <Select
            aria-label={`${label}：按天或按年`}
            value={formula.in}
            options={optionsOf(SPANS)}
            onChange={(span) => put({ ...formula, in: span })}
          />
        </>
      );
    default:
      return null;
  }
}

function FactPick({
  label,
  value,
  facts,
  onChange,
}: {
  label: string;
  value: string | undefined;
  facts: FactRow[];
  onChange: (name: string) => void;
}) {
  return (
    <Select
      aria-label={label}
      value={value}
      placeholder="选择指标"
      showSearch={{ optionFilterProp: 'label' }}
      options={[...new Set(facts.map((fact) => fact.group))].map((group) => ({
        label: group,
        options: facts
          .filter((fact) => fact.group === group)
          .map((fact) => ({
            value: fact.name,
            label: fact.unit ? `${fact.label}（${fact.unit}）` : fact.label,
          })),
      }))}
      onChange={onChange}
    />
  );
}
