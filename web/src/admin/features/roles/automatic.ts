/** Roles that nobody is given: who has an account of that kind has them. They are in no list of people and are not counted. */
const AUTOMATIC: readonly string[] = ['ENTERPRISE_VISITOR', 'STAFF'];

export const isAutomatic = (code: string) => AUTOMATIC.includes(code);
