import type { CriteriaFault } from '@/shared/api';
import { codeName, type KnownFact } from './codes';

/** A condition as it is stored: what the editor holds is the JSON itself, so what nobody touched stays as it was. */
export type Criterion = Group | Comparison | Banded | Score | Unverified;
export type Kind = Criterion['type'];

export interface Clause {
  text: string;
  place?: string;
  certain: boolean;
}
interface Common {
  label?: string;
  clause?: Clause;
}
export interface Group extends Common {
  type: 'allOf' | 'anyOf' | 'atLeast';
  criteria: Criterion[];
  /** Of `anyOf`: the parts are tiers that cover every case. */
  exhaustive?: boolean;
  /** Of `atLeast`. */
  count?: number;
}
export type Value = number | boolean | string | number[] | string[];
export interface Comparison extends Common {
  type: 'comparison';
  fact: string;
  op: string;
  value?: Value;
  unit?: string;
  hint?: string;
}
export interface Band {
  label: string;
  from?: number;
  fromIncluded: boolean;
  to?: number;
  toIncluded: boolean;
  in?: string[];
  then: Criterion;
}
export interface Banded extends Common {
  type: 'banded';
  by: string;
  bands: Band[];
}
export interface Tier {
  points: number;
  when: Criterion;
}
export interface ScoreItem {
  name: string;
  tiers: Tier[];
  otherwise: number;
  clause?: Clause;
}
export interface ScoreGroup {
  name: string;
  minimum?: number;
  items: ScoreItem[];
}
export interface Score extends Common {
  type: 'score';
  pass: number;
  strict: boolean;
  groups: ScoreGroup[];
}
export interface Unverified extends Common {
  type: 'unverified';
  reason: string;
}

export const KINDS: Record<Kind, string> = {
  comparison: '单项条件',
  allOf: '全部满足',
  anyOf: '任一满足',
  atLeast: '至少满足几项',
  banded: '分档适用',
  score: '评分表',
  unverified: '待核实的内容',
};
export const OPERATORS: Record<string, string> = {
  '>=': '不低于',
  '>': '高于',
  '<=': '不高于',
  '<': '低于',
  '==': '等于',
  '!=': '不等于',
  between: '在范围内',
  in: '属于其中之一',
  notIn: '不属于',
  contains: '具有',
  containsAny: '具有其中之一',
};

export const isGroup = (node: Criterion): node is Group =>
  node.type === 'allOf' || node.type === 'anyOf' || node.type === 'atLeast';

/** A condition of which nothing is entered yet; the server says what is missing. */
export function fresh(kind: Kind): Criterion {
  switch (kind) {
    case 'comparison':
      return { type: 'comparison', fact: '', op: '>=' };
    case 'atLeast':
      return { type: 'atLeast', count: 1, criteria: [] };
    case 'anyOf':
      return { type: 'anyOf', exhaustive: false, criteria: [] };
    case 'allOf':
      return { type: 'allOf', criteria: [] };
    case 'banded':
      return { type: 'banded', by: '', bands: [freshBand()] };
    case 'score':
      return { type: 'score', pass: 60, strict: false, groups: [freshScoreGroup()] };
    case 'unverified':
      return { type: 'unverified', reason: '' };
  }
}
export const freshBand = (): Band => ({
  label: '',
  fromIncluded: true,
  toIncluded: false,
  then: fresh('comparison'),
});
export const freshTier = (): Tier => ({ points: 0, when: fresh('comparison') });
export const freshItem = (): ScoreItem => ({ name: '', tiers: [freshTier()], otherwise: 0 });
export const freshScoreGroup = (): ScoreGroup => ({ name: '', items: [freshItem()] });

/** Another way for its parts to combine; they stay. */
export function asKind(group: Group, type: Group['type']): Group {
  const { exhaustive, count, ...rest } = group;
  return {
    ...rest,
    type,
    ...(type === 'anyOf' ? { exhaustive: exhaustive ?? false } : {}),
    ...(type === 'atLeast' ? { count: count ?? 1 } : {}),
  };
}

/** The same with some members changed; an empty text or an absent value is left out, as the server stores it. */
export function changed<T extends object>(node: T, members: Partial<T>): T {
  const next = { ...node, ...members } as Record<string, unknown>;
  for (const [name, value] of Object.entries(members))
    if (value === undefined || value === null || value === '') {
      // Texts that every form of the condition must have stay, empty: then it is said that they are missing.
      if (['fact', 'by', 'reason', 'name'].includes(name) || (name === 'label' && 'then' in node))
        next[name] = '';
      else delete next[name];
    }
  return next as T;
}

/** A clause is there as soon as it has a text or a place. */
export function clauseOf(text: string, place: string, certain: boolean): Clause | undefined {
  return text || place ? { text, ...(place ? { place } : {}), certain } : undefined;
}

export const replacedAt = <T>(list: T[], index: number, item: T): T[] =>
  list.map((one, i) => (i === index ? item : one));
export const withoutAt = <T>(list: T[], index: number): T[] => list.filter((_, i) => i !== index);
export function swapped<T>(list: T[], index: number, other: number): T[] {
  const next = [...list];
  [next[index], next[other]] = [next[other]!, next[index]!];
  return next;
}

export function factOf(facts: KnownFact[], name: string): KnownFact | undefined {
  return facts.find((fact) => fact.name === name || fact.aliases.includes(name));
}

type ValueKind = 'number' | 'range' | 'flag' | 'day' | 'choice' | 'choices' | 'text' | 'texts';

/** With which field a value is entered. */
export function valueKind(fact: KnownFact, op: string): ValueKind {
  const several = op === 'in' || op === 'notIn' || op === 'containsAny';
  switch (fact.kind) {
    case 'BOOLEAN':
      return 'flag';
    case 'DATE':
      return 'day';
    case 'TEXT':
      return several ? 'texts' : 'text';
    case 'CHOICE':
    case 'MULTI_CHOICE':
      return several ? 'choices' : 'choice';
    default:
      return op === 'between' ? 'range' : 'number';
  }
}

/** Whether a value can be shown in the field of its kind as it is. */
export function fits(kind: ValueKind, value: Value | undefined): boolean {
  if (value === undefined) return true;
  switch (kind) {
    case 'number':
      return typeof value === 'number';
    case 'range':
      return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
    case 'flag':
      return typeof value === 'boolean';
    case 'choices':
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    default:
      return typeof value === 'string';
  }
}

export const texts = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];

/** Another fact: the way of comparing stays where the fact can be compared so, the unit is the fact's. */
export function withFact(node: Comparison, fact: KnownFact): Comparison {
  const op = fact.operators.includes(node.op) ? node.op : (fact.operators[0] ?? '>=');
  const value = fits(valueKind(fact, op), node.value) && node.fact === fact.name ? node.value : undefined;
  return changed(node, { fact: fact.name, op, value, unit: fact.unit });
}

export function withOperator(node: Comparison, fact: KnownFact, op: string): Comparison {
  return changed(node, { op, value: fits(valueKind(fact, op), node.value) ? node.value : undefined });
}

/** A value as people read it: codes by their names. */
function words(fact: KnownFact, op: string, value: Value | undefined): string {
  if (value === undefined || (Array.isArray(value) && !value.length)) return '…';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value) && op === 'between') return value.join(' 至 ');
  return [value]
    .flat()
    .map((one) => (typeof one === 'string' ? codeName(fact, one) : String(one)))
    .join('、');
}

/** How the fact is compared, shorter than in the list to choose from: of a single value there is no one of them. */
function compared(op: string, value: Value | undefined): string {
  const several = Array.isArray(value) && value.length > 1;
  switch (op) {
    case 'in':
      return several ? '属于' : '为';
    case 'containsAny':
      return several ? '具有其中之一：' : '具有';
    case 'between':
      return '在';
    case '==':
      return '为';
    case '!=':
      return '不为';
    default:
      return OPERATORS[op] ?? op;
  }
}

/** What a condition asks for. */
function sentence(node: Criterion, facts: KnownFact[]): string {
  switch (node.type) {
    case 'comparison': {
      const fact = factOf(facts, node.fact);
      if (!fact) return node.fact || '请选择指标';
      if (typeof node.value === 'boolean' && node.op === '==')
        return `${fact.label}：${node.value ? '是' : '否'}`;
      const unit = node.unit ? ` ${node.unit}` : '';
      return `${fact.label} ${compared(node.op, node.value)} ${words(fact, node.op, node.value)}${unit}`;
    }
    case 'atLeast':
      return `至少满足 ${node.count ?? '…'} 项（共 ${node.criteria.length} 项）`;
    case 'banded':
      return `按${factOf(facts, node.by)?.label ?? '…'}分档`;
    case 'unverified':
      return node.reason || KINDS.unverified;
    default:
      return KINDS[node.type];
  }
}

/** One line that says which condition this is, for the outline: its name, and what it asks for where the name does not say it. */
export function summary(node: Criterion, facts: KnownFact[]): string {
  const said = sentence(node, facts);
  if (!node.label || said.includes(node.label)) return said;
  // How the parts of a group combine stands beside its name.
  return said === KINDS[node.type] ? node.label : `${node.label}：${said}`;
}

export const faultsAt = (faults: CriteriaFault[], path: string): CriteriaFault[] =>
  faults.filter((fault) => fault.path === path);

const STEPS: Record<string, (number: number) => string> = {
  criteria: (number) => `第 ${number} 项`,
  bands: (number) => `第 ${number} 档`,
  groups: (number) => `第 ${number} 组`,
  items: (number) => `第 ${number} 个评分项`,
  tiers: (number) => `第 ${number} 档`,
};

/** "/criteria/1/bands/0/then" as people find it from the top down: 第 2 项 › 第 1 档. Nothing at the top itself. */
export const placeOf = (path: string): string =>
  [...path.matchAll(/\/([a-z]+)\/(\d+)/g)]
    .map(([, list, index]) => STEPS[list!]?.(Number(index) + 1))
    .filter(Boolean)
    .join(' › ');

/** What is wrong, where it is read away from its condition: with its place, for several may want the same. */
export const faultText = ({ path, message }: CriteriaFault): string =>
  [placeOf(path), message].filter(Boolean).join('：');

/** Whether something is wrong here or below: then the branch shows that it is. */
export const faultyWithin = (faults: CriteriaFault[], path: string): boolean =>
  faults.some((fault) => fault.path === path || fault.path.startsWith(`${path}/`));
