import type { consoleZhCN } from './console';
import { zhCN } from './zh-CN';

type Words = Record<string, Record<string, string>>;
type Vocabulary = typeof zhCN & typeof consoleZhCN;

/**
 * The vocabulary that the three apps share: states, sources, units of speech. Copy of a single page stands in that page.
 * By hand: the platform speaks one language, and a library for many weighed a fourteenth of H5's first load.
 */
const words: Words = { ...zhCN };

/** Adds what one app alone speaks of; groups that are there already get more words. */
export function speakOf(more: Words): void {
  for (const [group, named] of Object.entries(more)) words[group] = { ...words[group], ...named };
}

const wordOf = (group: keyof Vocabulary, value: string): string | undefined => {
  const word: unknown = words[group]?.[value];
  // What every object has, such as its `constructor`, is no word.
  return typeof word === 'string' ? word : undefined;
};

/** The first of the values that has a word: an institution's own roles have a name that only itself knows. */
const firstNamed = (group: keyof Vocabulary, values: string[]): string | undefined =>
  values.find((value) => wordOf(group, value) !== undefined);

/**
 * The post of a person: the first role that has a word, or that an institution made and named. What everybody there has by itself is told only of who has nothing else.
 */
export function postOf({ roles, ownRoleNames = [] }: { roles: string[]; ownRoleNames?: string[] }): string {
  const preset = firstNamed(
    'role',
    roles.filter((role) => role !== 'STAFF'),
  );
  return label('role', preset) || ownRoleNames[0] || label('role', firstNamed('role', roles));
}

/** Label of an enum value; an unknown value (a newer server) is shown as it came. `values` stand for the `{{names}}` in it. */
export function label(
  group: keyof Vocabulary,
  value: string | null | undefined,
  values: Record<string, string | number> = {},
): string {
  if (!value) return '';
  return (wordOf(group, value) ?? value).replace(/\{\{(\w+)\}\}/g, (mark, name: string) =>
    String(values[name] ?? mark),
  );
}
