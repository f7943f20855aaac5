import { figuresIn } from '../ui/format';

interface Item {
  label: string;
  value: string | null;
}

/** Who holds a share, or in whom one is held, and how much: 陈志远，持股 62.5%. */
const HOLDING = /^(.+)，持股 ([^，]+)$/;

interface Holdings {
  label: string;
  rows: [name: string, share: string][];
}

/** What a card shows, in the platform's writing: shares by what they are, and the rest as facts; labels that occur more than once are numbered, so that each row has its own name. */
export function cardItems(items: Item[]): { facts: Item[]; holdings: Holdings[] } {
  const facts: Item[] = [];
  const holdings: Holdings[] = [];
  for (const item of items) {
    const [, name, share] = (item.value && HOLDING.exec(item.value)) || [];
    if (!name || !share) {
      facts.push(item);
      continue;
    }
    const known = holdings.find(({ label }) => label === item.label);
    if (known) known.rows.push([name, share]);
    else holdings.push({ label: item.label, rows: [[name, share]] });
  }
  return { facts: numbered(facts), holdings };
}

function numbered(facts: Item[]): Item[] {
  const seen = new Map<string, number>();
  return facts.map(({ label, value }) => {
    const again = facts.filter((other) => other.label === label).length > 1;
    const number = (seen.get(label) ?? 0) + 1;
    seen.set(label, number);
    return { label: again ? `${label} ${number}` : label, value: value && figuresIn(value) };
  });
}
