import type { ReactNode } from 'react';
import { useScrollRegion } from './useScrollRegion';

/** Around a table that is no list page: where it is wider than its place, the keyboard can scroll it too. */
export function ScrollRegion({ name, children }: { name: string; children: ReactNode }) {
  const [box] = useScrollRegion(name);
  return <div ref={box}>{children}</div>;
}
