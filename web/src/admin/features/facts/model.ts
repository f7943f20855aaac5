import type { FactRow } from '@/shared/api';

/** How a derived fact is computed, as the console holds it while it is built: what is not chosen yet is absent. */
export type Formula =
  | { type: 'fact'; fact?: string; year?: number }
  | { type: 'number'; value?: number; unit?: string }
  | { type: 'plus' | 'least' | 'greatest'; parts: (Formula | null)[] }
  | { type: 'minus'; from: Formula | null; less: Formula | null }
  | { type: 'times'; left: Formula | null; right: Formula | null }
  | { type: 'over' | 'percent'; part: Formula | null; whole: Formula | null }
  | { type: 'growth'; fact?: string; year: number }
  | { type: 'total' | 'mean'; fact?: string; years: number }
  | { type: 'totalShare'; part?: string; whole?: string; years: number }
  | { type: 'since'; fact?: string; in: 'DAYS' | 'YEARS' }
  | { type: 'official'; standard: string };

export type FormulaType = Formula['type'];

/** Where one of the formulas stands of which another consists. */
interface Operand {
  path: string;
  label: string;
  value: Formula | null;
  put: (value: Formula | null) => Formula;
}

const NEWEST: Formula = { type: 'fact' };

/** One of a kind, before anything is chosen; what the one before it names is kept where it can be. */
export function formulaOf(type: FormulaType, before?: Formula | null): Formula {
  const operands = before ? operandsOf(before).map((one) => one.value) : [];
  const first = operands[0] ?? (before && !operands.length && isFigure(before) ? before : NEWEST);
  const second = operands[1] ?? NEWEST;
  switch (type) {
    case 'fact':
    case 'number':
      return { type };
    case 'plus':
    case 'least':
    case 'greatest':
      return { type, parts: operands.length > 1 ? operands : [first, second] };
    case 'minus':
      return { type, from: first, less: second };
    case 'times':
      return { type, left: first, right: second };
    case 'over':
    case 'percent':
      return { type, part: first, whole: second };
    case 'growth':
      return { type, year: 0 };
    case 'total':
    case 'mean':
      return { type, years: 3 };
    case 'totalShare':
      return { type, years: 3 };
    case 'since':
      return { type, in: 'DAYS' };
    case 'official':
      throw new Error('what a standard lays down is not built here');
  }
}

const isFigure = (formula: Formula) => formula.type === 'fact' || formula.type === 'number';

/** The formulas of which one consists, in the order in which they are read. */
export function operandsOf(formula: Formula): Operand[] {
  switch (formula.type) {
    case 'plus':
    case 'least':
    case 'greatest':
      return formula.parts.map((value, index) => ({
        path: `/parts/${index}`,
        label: `第 ${index + 1} 项`,
        value,
        put: (next) => ({ ...formula, parts: formula.parts.map((part, at) => (at === index ? next : part)) }),
      }));
    case 'minus':
      return [
        { path: '/from', label: '被减数', value: formula.from, put: (from) => ({ ...formula, from }) },
        { path: '/less', label: '减数', value: formula.less, put: (less) => ({ ...formula, less }) },
      ];
    case 'times':
      return [
        { path: '/left', label: '第 1 项', value: formula.left, put: (left) => ({ ...formula, left }) },
        { path: '/right', label: '第 2 项', value: formula.right, put: (right) => ({ ...formula, right }) },
      ];
    case 'over':
    case 'percent':
      return [
        {
          path: '/part',
          label: formula.type === 'over' ? '被除数' : '部分',
          value: formula.part,
          put: (part) => ({ ...formula, part }),
        },
        {
          path: '/whole',
          label: formula.type === 'over' ? '除数' : '整体',
          value: formula.whole,
          put: (whole) => ({ ...formula, whole }),
        },
      ];
    default:
      return [];
  }
}

/** Which facts a kind of formula can name. */
export function factsFor(type: FormulaType, facts: FactRow[]): FactRow[] {
  switch (type) {
    case 'fact':
      return facts.filter(({ kind }) => ['NUMBER', 'INTEGER', 'YEARS'].includes(kind));
    case 'since':
      return facts.filter(({ kind }) => kind === 'DATE');
    default:
      return facts.filter(({ kind }) => kind === 'YEARS');
  }
}

/** The figures of one by years, newest first. */
export const yearsOf = (fact: FactRow | undefined) => (fact?.kind === 'YEARS' ? (fact.years ?? 1) : 0);
