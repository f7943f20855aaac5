/** Rules of fields that several forms ask for. */

export const PHONE = /^1[3-9]\d{9}$/;

/** A person's name: letters of any script, digits, spaces, ·, - and full stops; not signs alone. */
export const PERSON = /^(?=.*\p{L})[\p{L}\p{M}\p{N} ·•.-]+$/u;

export const PERSON_RULE = '姓名只能含文字、数字、空格和 · - .';

/** The longest name that the services take. */
export const PERSON_MAX = 50;

/** Why a text is nobody's name; whether there must be one is another question. */
export function personProblem(text: string): string | undefined {
  const name = text.trim();
  if (!name) return undefined;
  if (name.length > PERSON_MAX) return `姓名不能超过 ${PERSON_MAX} 个字`;
  return PERSON.test(name) ? undefined : PERSON_RULE;
}

/** Which passwords the auth service takes, in words. */
export const PASSWORD_RULE = '8 到 64 位，含大写字母、小写字母、数字、符号中的三种；或不少于 14 位';

/** Why a new password cannot be taken, before the server is asked; it also knows the usual ones. */
export function passwordProblem(password: string): string | undefined {
  if (!password) return '请设置密码';
  if (password.length < 8) return '密码至少 8 位';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  return password.length < 14 && kinds < 3
    ? '密码须包含大写字母、小写字母、数字、符号中的至少三种，或不少于 14 位'
    : undefined;
}
