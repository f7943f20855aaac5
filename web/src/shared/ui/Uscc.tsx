import { Grouped } from './Grouped';

/** Where the groups of the standard begin: 2-6-9-1. */
const GROUPS = [0, 2, 8, 17];

/** A unified social credit code in its groups. */
export function Uscc({ of: uscc }: { of: string }) {
  const groups =
    uscc.length === 18 ? GROUPS.map((from, index) => uscc.slice(from, GROUPS[index + 1])) : [uscc];
  return <Grouped groups={groups} />;
}
