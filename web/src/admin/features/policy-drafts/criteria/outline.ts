import type { KnownFact } from './codes';
import { codeName } from './codes';
import { factOf, isGroup, KINDS, summary, type Band, type Clause, type Criterion } from './model';

const INDENT = '　';

/** The whole tree line by line, to be read at once and compared with another: what is part of something stands deeper. */
export function outline(root: Criterion | undefined, facts: KnownFact[]): string[] {
  if (!root) return [];
  // Of the conditions of a product all have to hold: that the outermost group says so is nothing new.
  return root.type === 'allOf' && !root.label && !root.clause
    ? root.criteria.flatMap((part) => lines(part, facts, 0))
    : lines(root, facts, 0);
}

function lines(node: Criterion, facts: KnownFact[], depth: number): string[] {
  const at = (deeper: number, text: string) => INDENT.repeat(depth + deeper) + text;
  const said = summary(node, facts);
  const kind = isGroup(node) && node.type !== 'atLeast' && node.label ? `（${KINDS[node.type]}）` : '';
  const hint = node.type === 'comparison' && node.hint ? `；不满足时提示：${node.hint}` : '';
  const own = at(0, said + kind + hint + origin(node.clause));
  switch (node.type) {
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return [own, ...node.criteria.flatMap((part) => lines(part, facts, depth + 1))];
    case 'banded':
      return [
        own,
        ...node.bands.flatMap((band) => [
          at(1, bandText(band, factOf(facts, node.by))),
          ...lines(band.then, facts, depth + 2),
        ]),
      ];
    case 'score':
      return [
        at(0, `${said}（合格线${node.strict ? '高于' : ''} ${node.pass} 分）${origin(node.clause)}`),
        ...node.groups.flatMap((group) => [
          at(1, group.minimum === undefined ? group.name : `${group.name}（至少 ${group.minimum} 分）`),
          ...group.items.flatMap((item) => [
            at(2, `${item.name}（均不满足得 ${item.otherwise} 分）${origin(item.clause)}`),
            ...item.tiers.flatMap((tier) => [
              at(3, `得 ${tier.points} 分`),
              ...lines(tier.when, facts, depth + 4),
            ]),
          ]),
        ]),
      ];
    default:
      return [own];
  }
}

const origin = (clause: Clause | undefined) =>
  clause
    ? `（${[clause.place, clause.text, clause.certain ? '' : '待核实'].filter(Boolean).join('，')}）`
    : '';

function bandText(band: Band, by: KnownFact | undefined): string {
  const unit = by?.unit ? ` ${by.unit}` : '';
  const ends = band.in
    ? band.in.map((code) => (by ? codeName(by, code) : code)).join('、')
    : [
        band.from === undefined ? '' : `${band.fromIncluded ? '不低于' : '高于'} ${band.from}${unit}`,
        band.to === undefined ? '' : `${band.toIncluded ? '不高于' : '低于'} ${band.to}${unit}`,
      ]
        .filter(Boolean)
        .join('、');
  return ends ? `${band.label}：${ends}` : band.label;
}
