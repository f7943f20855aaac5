import type { EnterpriseCard } from '../api';
import { Definition } from '../ui';
import { PlainTable } from '../ui/PlainTable';
import { cardItems } from './cardItems';

/** What a section of a card shows, alike for the enterprise and for who scans it. */
export function SectionItems({ items }: { items: EnterpriseCard['sections'][number]['items'] }) {
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
