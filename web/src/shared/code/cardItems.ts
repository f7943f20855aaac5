import { figuresIn } from '../ui/format';

interface Item {
  label: string;
  value: string | null;
}

/** Who holds a share, or in whom one is held, and how much: 陈志远，持股 62.5%. */
const HOLDING = /^(.+)，(持股 [^，]+)$/;

/** A row about somebody is named after them: 股东 陈志远, 持股 62.5%. */
function named({ label, value }: Item): Item {
  const holding = value && HOLDING.exec(value);
  return holding ? { label: `${label} ${holding[1]}`, value: holding[2]! } : { label, value };
}

/** What a card shows, in the platform's writing; labels that still occur more than once are numbered, so that each row has its own name. */
export function cardItems(items: Item[]): Item[] {
  const seen = new Map<string, number>();
  const rows = items.map(named);
  return rows.map(({ label, value }) => {
    const again = rows.filter((other) => other.label === label).length > 1;
    const number = (seen.get(label) ?? 0) + 1;
    seen.set(label, number);
    return { label: again ? `${label} ${number}` : label, value: value && figuresIn(value) };
  });
}
