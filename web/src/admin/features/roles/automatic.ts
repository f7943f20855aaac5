import { zhCN } from '@/shared/i18n/zh-CN';

/** Roles that nobody is given: who has an account of that kind has them. They are in no list of people and are not counted. */
const AUTOMATIC = ['ENTERPRISE_VISITOR', 'STAFF'] as const;

export const isAutomatic = (code: string) => (AUTOMATIC as readonly string[]).includes(code);

/** The roles that were given, from the names of all. */
export function givenRoles(names: string[]): string[] {
  const automatic: string[] = AUTOMATIC.map((code) => zhCN.role[code]);
  return names.filter((name) => !automatic.includes(name));
}
