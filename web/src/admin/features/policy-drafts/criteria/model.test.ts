import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ComparableFact } from '@/shared/api';
import {
  asKind,
  changed,
  clauseOf,
  factOf,
  faultText,
  faultyWithin,
  fits,
  fresh,
  KINDS,
  summary,
  valueKind,
  withFact,
  withOperator,
  type Comparison,
  type Criterion,
  type Group,
  type Kind,
} from './model';

interface FactEntry {
  name: string;
  label: string;
  kind: ComparableFact['kind'];
  unit?: string;
  choices?: string[];
  aliases?: string[];
  newestCounts?: boolean;
}
const RULES = [
  '../deploy/district/banan/data/policy_rules.jsonl',
  '../deploy/data/src/main/resources/reference/policy_rules.jsonl',
];
const rules = RULES.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean)).map(
  (line) => JSON.parse(line) as { id: string; criteria: Criterion },
);
const facts = (
  JSON.parse(
    readFileSync(
      '../matching-service/api/src/main/resources/cn/zhengqi/matching/api/facts/facts.json',
      'utf8',
    ),
  ) as FactEntry[]
).map((fact) => ({
  ...fact,
  choices: fact.choices ?? [],
  aliases: fact.aliases ?? [],
  operators: [],
})) as unknown as ComparableFact[];

/** Conditions below this one. */
function partsOf(node: Criterion): Criterion[] {
  switch (node.type) {
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return node.criteria;
    case 'banded':
      return node.bands.map(({ then }) => then);
    case 'score':
      return node.groups.flatMap(({ items }) => items.flatMap(({ tiers }) => tiers.map(({ when }) => when)));
    default:
      return [];
  }
}

function each(node: Criterion, see: (node: Criterion) => void) {
  see(node);
  for (const part of partsOf(node)) each(part, see);
}

describe('every rule that there is', () => {
  it('is 69 of them', () => expect(rules).toHaveLength(69));

  it.each(rules.map(({ id, criteria }) => [id, criteria] as const))(
    '%s has a field for everything that it says',
    (_, criteria) => {
      each(criteria, (node) => {
        expect(KINDS[node.type]).toBeDefined();
        expect(summary(node, facts)).not.toBe('');
        if (node.type === 'banded') expect(factOf(facts, node.by)).toBeDefined();
        if (node.type !== 'comparison') return;
        const fact = factOf(facts, node.fact)!;
        expect(fits(valueKind(fact, node.op), node.value)).toBe(true);
        // A clause and the empty edit of a member leave the condition as it is.
        expect(changed(node, { hint: node.hint, label: node.label })).toEqual(node);
        if (node.clause)
          expect(clauseOf(node.clause.text, node.clause.place ?? '', node.clause.certain)).toEqual(
            node.clause,
          );
      });
    },
  );
});

const size: ComparableFact = {
  name: 'enterpriseSize',
  label: '企业规模',
  group: '',
  kind: 'CHOICE',
  choices: ['小型'],
  aliases: [],
  derived: true,
  operators: ['==', '!=', 'in', 'notIn'],
};
const staff: ComparableFact = {
  ...size,
  name: 'employees',
  label: '职工总数',
  kind: 'INTEGER',
  unit: '人',
  choices: [],
  operators: ['>=', '<=', 'between'],
};

it('another fact takes its own unit and way of comparing, and forgets what it cannot be compared with', () => {
  const node: Comparison = { type: 'comparison', fact: 'employees', op: '>=', value: 20, unit: '人' };
  expect(withFact(node, size)).toEqual({ type: 'comparison', fact: 'enterpriseSize', op: '==' });
  expect(withFact(withFact(node, size), staff)).toMatchObject({ fact: 'employees', op: '>=', unit: '人' });
});

it('another way of comparing keeps the value where it fits', () => {
  const node: Comparison = { type: 'comparison', fact: 'employees', op: '>=', value: 20, unit: '人' };
  expect(withOperator(node, staff, '<=')).toMatchObject({ op: '<=', value: 20 });
  expect(withOperator(node, staff, 'between')).not.toHaveProperty('value');
});

it('a group that combines otherwise keeps its parts, its name and its clause', () => {
  const group: Group = {
    type: 'anyOf',
    label: '之一',
    exhaustive: true,
    clause: { text: '符合下列之一', certain: true },
    criteria: [fresh('unverified')],
  };
  expect(asKind(group, 'atLeast')).toEqual({
    type: 'atLeast',
    label: '之一',
    clause: group.clause,
    criteria: group.criteria,
    count: 1,
  });
  expect(asKind(asKind(group, 'allOf'), 'allOf')).not.toHaveProperty('exhaustive');
});

it('an emptied text is left out, but not where every such condition has one', () => {
  expect(changed<Comparison>({ type: 'comparison', fact: 'a', op: '>=', hint: 'x' }, { hint: '' })).toEqual({
    type: 'comparison',
    fact: 'a',
    op: '>=',
  });
  expect(changed({ type: 'unverified', reason: 'x' }, { reason: '' })).toEqual({
    type: 'unverified',
    reason: '',
  });
});

it('a branch shows that something below it is wrong, its neighbour does not', () => {
  const faults = [{ path: '/criteria/1/criteria/0', code: 'FACT_REQUIRED', message: '请选择指标' }];
  expect(faultyWithin(faults, '')).toBe(true);
  expect(faultyWithin(faults, '/criteria/1')).toBe(true);
  expect(faultyWithin(faults, '/criteria/10')).toBe(false);
});

it.each([
  ['', '请添加条件'],
  ['/criteria/1', '第 2 项：请添加条件'],
  ['/criteria/1/criteria/0', '第 2 项 › 第 1 项：请添加条件'],
  ['/criteria/2/bands/0/then', '第 3 项 › 第 1 档：请添加条件'],
  ['/groups/1/items/0/tiers/2/when', '第 2 组 › 第 1 个评分项 › 第 3 档：请添加条件'],
])('what is wrong at "%s" says where it is when it is read elsewhere', (path, words) =>
  expect(faultText({ path, code: 'X', message: '请添加条件' })).toBe(words),
);

it('whatever is added can be shown', () => {
  for (const kind of Object.keys(KINDS) as Kind[]) expect(summary(fresh(kind), facts)).not.toBe('');
});
