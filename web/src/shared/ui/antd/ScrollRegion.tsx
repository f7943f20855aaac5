import type { ReactNode } from 'react';
import { useScrollRegion } from './useScrollRegion';
import { WiderNote } from './WiderNote';

/** Around a table that is no list page: where it is wider than its place that is said, and the keyboard can scroll it too. */
export function ScrollRegion({ name, children }: { name: string; children: ReactNode }) {
  const [box, wider] = useScrollRegion(name);
  return (
    <div ref={box}>
      {wider && <WiderNote inside />}
      {children}
    </div>
  );
}
