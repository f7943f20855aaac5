import { figuresIn } from '../ui/format';

interface Item {
  label: string;
  value: string | null;
}

/** What a card shows, in the platform's writing; labels that occur more than once are numbered, so that each row has its own name. */
export function cardItems(items: Item[]): Item[] {
  const seen = new Map<string, number>();
  return items.map(({ label, value }) => {
    const again = items.filter((other) => other.label === label).length > 1;
    const number = (seen.get(label) ?? 0) + 1;
    seen.set(label, number);
    return { label: again ? `${label} ${number}` : label, value: value && figuresIn(value) };
  });
}
