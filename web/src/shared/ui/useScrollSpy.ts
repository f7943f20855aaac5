import { useEffect, useState } from 'react';

/** Which of the parts of a page is on screen: the last that covers the line a third below the top. */
export function useScrollSpy(ids: string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const all = ids.join(' ');
  useEffect(() => {
    const parts = all.split(' ');
    const seen = new Map<string, boolean>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) seen.set(entry.target.id, entry.isIntersecting);
        setCurrent(parts.findLast((id) => seen.get(id)));
      },
      { rootMargin: '-34% 0px -65% 0px' },
    );
    for (const id of parts) {
      const part = document.getElementById(id);
      if (part) observer.observe(part);
    }
    return () => observer.disconnect();
  }, [all]);
  return current;
}
