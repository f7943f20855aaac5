const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unified social credit code (GB 32100-2015) with a right check character. */
export function isUscc(code: string): boolean {
  if (!FORM.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(code[at]!), 0);
  return code[17] === ALPHABET[(31 - (sum % 31)) % 31];
}

/** Registered names are Chinese, whatever letters, brackets and points there are in them besides. */
const isName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 200 &&
  /\p{Script=Han}/u.test(text) &&
  !/[<>{}|\\^`~$%*=;!?！？\p{C}]/u.test(text);

/** The enterprise that an address names, nothing where it names none, `wrong` where it can be none. */
export function namedIn(params: URLSearchParams): { name: string; uscc: string } | 'wrong' | undefined {
  const name = params.get('name');
  const uscc = params.get('uscc');
  if (name === null && uscc === null) return undefined;
  return name && uscc && isName(name) && isUscc(uscc) ? { name, uscc } : 'wrong';
}
