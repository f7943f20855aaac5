import type { EnterpriseCard } from '../api';
import { Definition } from '../ui';
import { PlainTable } from '../ui/PlainTable';
import { cardItems } from './cardItems';

/** What a section of a card shows, alike for the enterprise and for who scans it. */
export function SectionItems({ label, items }: Pick<EnterpriseCard['sections'][number], 'label' | 'items'>) {
  const [only, ...others] = items;
  // Of the whole of it something is said, under its title already.
  if (only?.label === label && !others.length) return <p>{only.value}</p>;
  const { facts, holdings } = cardItems(items);
  return (
    <>
      {facts.length > 0 && <Definition columns={1} items={facts} />}
      {holdings.map(({ label, rows }) => (
        <PlainTable key={label} head={[label, '持股比例']} rows={rows} />
      ))}
    </>
  );
}
