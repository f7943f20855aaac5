/** The list with another one at a place. */
export const changedAt = <T>(list: readonly T[], at: number, one: T): T[] =>
  list.map((was, index) => (index === at ? one : was));

export const withoutAt = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

/** The list with one of them a place further up. */
export function movedAt<T>(list: readonly T[], at: number): T[] {
  if (at < 1) return [...list];
  const moved = [...list];
  [moved[at - 1], moved[at]] = [moved[at]!, moved[at - 1]!];
  return moved;
}

/** A name that nothing has yet: what was filled in under the others must not be taken for it. */
export function freshKey(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
