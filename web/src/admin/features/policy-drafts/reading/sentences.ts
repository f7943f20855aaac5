import type { ReadingItem } from '@/shared/api';

/** A stretch of the text: a sentence with what was proposed for it, or what stands between. */
interface Stretch {
  from: number;
  text: string;
  /** Places in the list of proposals; none: nothing was read here. */
  items: number[];
}

/** The whole text, cut where sentences with proposals begin and end; nothing of it is left out. */
export function stretches(text: string, items: ReadingItem[]): Stretch[] {
  const sentences = new Map<number, { to: number; items: number[] }>();
  items.forEach(({ proposal: { from, to } }, index) => {
    const known = sentences.get(from);
    if (known) known.items.push(index);
    else sentences.set(from, { to, items: [index] });
  });
  const all: Stretch[] = [];
  let at = 0;
  for (const [from, sentence] of [...sentences].sort(([one], [other]) => one - other)) {
    if (from < at) continue;
    if (from > at) all.push({ from: at, text: text.slice(at, from), items: [] });
    all.push({ from, text: text.slice(from, sentence.to), items: sentence.items });
    at = sentence.to;
  }
  if (at < text.length) all.push({ from: at, text: text.slice(at), items: [] });
  return all;
}

export const decided = (items: ReadingItem[]) => items.filter((one) => one.decision).length;
