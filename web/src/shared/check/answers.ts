import type { CodeChoice, Fact, FactValue } from '../api';
import { asTyped, parseTyped, same, type FactValues } from '../match';

/** What stands in the fields, by the name of their fact. */
export type Answers = Record<string, string[]>;

/** Ticked for a list of which nothing applies: nothing ticked at all means not known. */
export const NONE_OF_THESE = '以上都没有';

export const answersOf = (facts: Fact[]): Answers =>
  Object.fromEntries(
    facts.map((fact) => [
      fact.name,
      Array.isArray(fact.value) && fact.kind === 'MULTI_CHOICE' && fact.value.length === 0
        ? [NONE_OF_THESE]
        : asTyped(fact),
    ]),
  );

function valueOf(fact: Fact, typed: string[]): { value: FactValue } | { error: string } {
  if (fact.kind !== 'MULTI_CHOICE') return parseTyped(fact, typed);
  if (typed.includes(NONE_OF_THESE)) return { value: [] };
  return { value: typed.length ? typed : null };
}

/** Whether what stands in the fields is what the form came with. */
export function isSame(fact: Fact, typed: string[]): boolean {
  const read = valueOf(fact, typed);
  return 'value' in read && same(read.value, fact.value);
}

/** What was typed, as it is read aloud. */
export const spoken = (fact: Fact, typed: string[], choices: CodeChoice[] | undefined): string =>
  typed
    .filter(Boolean)
    .map((text) =>
      fact.kind === 'BOOLEAN'
        ? text === 'true'
          ? '是'
          : '否'
        : (choices?.find((one) => one.code === text)?.name ?? text),
    )
    .join('、');

/**
 * What is sent: all that differs from what the form came with, so that an empty form sends what is known, and one from a profile what is other than there. Fields
 * that cannot be read are told by the name of their fact.
 */
export function changedIn(
  facts: Fact[],
  answers: Answers,
): { values: FactValues; errors: Record<string, string> } {
  const values: FactValues = {};
  const errors: Record<string, string> = {};
  for (const fact of facts) {
    const read = valueOf(fact, answers[fact.name] ?? []);
    if ('error' in read) errors[fact.name] = read.error;
    else if (!same(read.value, fact.value)) values[fact.name] = read.value;
  }
  return { values, errors };
}

/**
 * The form with what was typed before the sign-in. What cannot be edited because a register or an authority says it stays as it is there; what was typed
 * otherwise is told beside it.
 */
export function withKept(facts: Fact[], kept: Answers | undefined): { answers: Answers; overruled: Answers } {
  const answers = answersOf(facts);
  const overruled: Answers = {};
  for (const fact of facts) {
    const typed = kept?.[fact.name];
    if (!typed) continue;
    const known = !fact.editable && fact.value !== undefined && fact.value !== null;
    if (!known) answers[fact.name] = typed;
    else if (!isSame(fact, typed)) overruled[fact.name] = typed;
  }
  return { answers, overruled };
}

/** The fact that a problem's field is about: `revenue[1]` is a year of `revenue`. */
export const factOfField = (field: string) => field.replace(/^facts\./, '').replace(/\[\d+\]$/, '');

const KEPT = 'zq-self-check:';

/** Takes what was typed across the way to the sign-in, in this tab alone. */
export function keepForSignIn(kind: string, answers: Answers): void {
  try {
    sessionStorage.setItem(KEPT + kind, JSON.stringify(answers));
  } catch {
    // Without storage the figures are typed again.
  }
}

/** What was kept, once. */
export function takeKept(kind: string): Answers | undefined {
  try {
    const kept = sessionStorage.getItem(KEPT + kind);
    sessionStorage.removeItem(KEPT + kind);
    const read: unknown = kept ? JSON.parse(kept) : undefined;
    if (!read || typeof read !== 'object') return undefined;
    // What was left open takes nothing back that the profile says.
    const typed = Object.entries(read as Answers).filter(([, texts]) => texts.some((text) => text !== ''));
    return typed.length ? Object.fromEntries(typed) : undefined;
  } catch {
    return undefined;
  }
}
