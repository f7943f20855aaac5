import { useQuery } from '@tanstack/react-query';
import { api, type CodeChoice, type ComparableFact } from '@/shared/api';
import { OF_POLICIES, type Asked } from './asked';

/** A fact that conditions ask for, with the names of its codes where it is one. */
export type KnownFact = ComparableFact & { codes?: CodeChoice[] };

/** Facts with the names of industries and regions; without them, when they cannot be had, codes stand as they are. */
export function useFacts(asked: Asked = OF_POLICIES) {
  const names = useQuery({
    queryKey: ['code-choices'],
    queryFn: async ({ signal }) =>
      (await api.get('/api/match/self-checks/{kind}', { path: { kind: 'policies' }, signal })).choices,
    staleTime: Infinity,
    retry: false,
  });
  return useQuery({
    queryKey: [`${asked.key}-facts`],
    queryFn: ({ signal }) => asked.facts(signal),
    // Somebody may have added one in 指标字典 since.
    staleTime: 10_000,
    select: (facts): KnownFact[] =>
      facts.map((fact) => {
        const codes = names.data?.find((one) => one.fact === fact.name)?.choices;
        return codes ? { ...fact, codes } : fact;
      }),
  });
}

/** A province stands in a condition with its two digits. */
const REST_OF_PROVINCE = /^(\d\d)0000$/;
const prefixOf = (code: string) => code.replace(REST_OF_PROVINCE, '$1');

/** The name of a code or of its beginning; of what is finer than the names the nearest one, with the code; else the code. */
export function codeName({ codes = [] }: KnownFact, code: string): string {
  const exact = codes.find((one) => one.code === code || prefixOf(one.code) === code);
  if (exact) return exact.name;
  const within = codes.find((one) => one.group && one.code.startsWith(code));
  if (within && code.length <= 2) return within.group!;
  const around = codes.find((one) => code.startsWith(prefixOf(one.code)));
  return around ? `${around.name}（${code}）` : code;
}

/** An industry begins with a letter, a region has six digits; either may be a beginning alone. */
const CODE = /^(?:[A-T]\d{0,4}|\d{2}(?:\d{2}){0,2})$/;

/** The code that was typed; nothing where it is none. */
export function codeIn(typed: string): string | undefined {
  const code = typed.trim().toUpperCase();
  return CODE.test(code) ? code : undefined;
}

interface CodeOption {
  value: string;
  label: string;
}

/**
 * Codes to choose from by their names, wholes before their parts.
 *
 * @param chosen what is there already, which may be finer than the choices
 * @param wholes whether a whole industry or province may be chosen, as in a condition
 */
export function codeOptions(fact: KnownFact, chosen: string[], wholes: boolean): CodeOption[] {
  const codes = fact.codes ?? [];
  const sections = wholes
    ? [
        ...new Set(codes.filter((one) => one.group && /^[A-Z]/.test(one.code)).map((one) => one.code[0]!)),
      ].map((value) => ({ value, label: `${codeName(fact, value)}（全部）` }))
    : [];
  const options = [
    ...sections,
    ...codes.map(({ code, name }) => ({ value: wholes ? prefixOf(code) : code, label: name })),
  ];
  const others = [...new Set(chosen)].filter((code) => !options.some((one) => one.value === code));
  return [...options, ...others.map((value) => ({ value, label: codeName(fact, value) }))];
}
