import type { Proposal } from '@/shared/api';
import type { Band, Banded, Criterion, Group } from '../criteria/model';

/** As long as a label may be. */
const LABEL = 100;

/** Under which name the parts of a choice stand together in the tree. Two articles may say the same words of their choices, so the place is named too. */
const choiceName = ({ heading, group }: NonNullable<Proposal['alternatives']>) =>
  `${heading ? heading.replace(/[：:]$/, '').slice(0, LABEL - 12) : '任一即可'}（原文第 ${group} 处）`;

/** More than there are would be impossible: with each that is taken it comes nearer to what the text says. */
const choiceOf = (atLeast: number | undefined, label: string, criteria: Criterion[]): Group =>
  atLeast
    ? { type: 'atLeast', label, count: Math.min(atLeast, criteria.length), criteria }
    : { type: 'anyOf', label, exhaustive: false, criteria };

function bandOf({
  label,
  from,
  fromIncluded,
  to,
  toIncluded,
}: NonNullable<Proposal['applies']>): Omit<Band, 'then'> {
  return {
    label: label.slice(0, LABEL),
    ...(from !== undefined && { from }),
    fromIncluded,
    ...(to !== undefined && { to }),
    toIncluded,
  };
}

/** Whether a band of this fact already asks for the same: then the next one stands beside it. */
const asks = (node: Criterion, by: string, fact: string): node is Banded =>
  node.type === 'banded' &&
  node.by === by &&
  node.bands.some(({ then }) => then.type === 'comparison' && then.fact === fact);

/** The list with a condition in its band: that of the same fact goes on, else a new one begins. */
function banded(list: Criterion[], node: Criterion, applies: NonNullable<Proposal['applies']>): Criterion[] {
  const fact = node.type === 'comparison' ? node.fact : '';
  const band = { ...bandOf(applies), then: node };
  const at = list.findIndex((one) => asks(one, applies.by, fact));
  if (at < 0) return [...list, { type: 'banded', by: applies.by, bands: [band] }];
  return list.map((one, index) =>
    index === at ? { ...(one as Banded), bands: [...(one as Banded).bands, band] } : one,
  );
}

/**
 * The tree with one more condition, where the text has it: in the band for which it is asked, in the choice that it is part of, else
 * beside all others.
 */
export function adopt(
  tree: Criterion | undefined,
  { applies, alternatives }: Pick<Proposal, 'applies' | 'alternatives'>,
  node: Criterion,
): Criterion {
  const root: Group = tree?.type === 'allOf' ? tree : { type: 'allOf', criteria: tree ? [tree] : [] };
  const into = (list: Criterion[]) => (applies ? banded(list, node, applies) : [...list, node]);
  if (!alternatives) return { ...root, criteria: into(root.criteria) };
  const label = choiceName(alternatives);
  const { atLeast } = alternatives;
  const type = atLeast ? 'atLeast' : 'anyOf';
  const choice = root.criteria.findIndex((one) => one.type === type && one.label === label);
  if (choice < 0) return { ...root, criteria: [...root.criteria, choiceOf(atLeast, label, into([]))] };
  return {
    ...root,
    criteria: root.criteria.map((one, index) => {
      if (index !== choice) return one;
      const criteria = into((one as Group).criteria);
      return { ...(one as Group), ...(atLeast && choiceOf(atLeast, label, criteria)), criteria };
    }),
  };
}

/** The same whatever the order of members: the database keeps its own. */
function told(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(told).join()}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => `${name}:${told(member)}`)
      .join()}}`;
  return JSON.stringify(value) ?? '';
}

/** The tree without a condition that was taken into it; as it is where somebody has changed that since. */
export function withdraw(tree: Criterion | undefined, adopted: Criterion): Criterion | undefined {
  const wanted = told(adopted);
  let found = false;
  const without = (node: Criterion): Criterion | undefined => {
    if (found) return node;
    if (told(node) === wanted) {
      found = true;
      return undefined;
    }
    if (node.type === 'banded') {
      const bands = node.bands.filter((band) => without(band.then));
      return bands.length ? { ...node, bands } : undefined;
    }
    if (node.type !== 'allOf' && node.type !== 'anyOf' && node.type !== 'atLeast') return node;
    const criteria = node.criteria.map(without).filter((one) => one !== undefined);
    if (!criteria.length && found) return undefined;
    // Only where something went: a group that somebody left unfinished is as it was.
    return node.count && criteria.length < node.criteria.length
      ? { ...node, count: Math.min(node.count, criteria.length), criteria }
      : { ...node, criteria };
  };
  return tree && without(tree);
}

/** Whether a condition that was taken in stands in the tree as it was. */
export const stands = (tree: Criterion | undefined, adopted: Criterion) =>
  !!tree && told(withdraw(tree, adopted)) !== told(tree);
