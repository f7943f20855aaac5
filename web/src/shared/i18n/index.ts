import i18next from 'i18next';
import type { consoleZhCN } from './console';
import { zhCN } from './zh-CN';

/**
 * The vocabulary that the three apps share: states, sources, units of speech. Copy of a single page stands in that page.
 * Keys are typed from the zh-CN resource.
 */
export const i18n = i18next;

void i18next.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN } },
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
});

type Vocabulary = typeof zhCN & typeof consoleZhCN;

/** The first of the values that has a word: an institution's own roles have a name that only itself knows. */
const firstNamed = (group: keyof Vocabulary, values: string[]): string | undefined =>
  values.find((value) => i18next.exists(`${group}.${value}`));

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

/** Label of an enum value; an unknown value (a newer server) is shown as it came. */
export function label(
  group: keyof Vocabulary,
  value: string | null | undefined,
  values?: Record<string, unknown>,
): string {
  return value ? i18next.t(`${group}.${value}`, { defaultValue: value, ...values }) : '';
}
