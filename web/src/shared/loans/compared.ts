import { useSyncExternalStore } from 'react';
import { MOST_COMPARED } from './compare';

const KEY = 'zq-compared';

interface Compared {
  code: string;
  title: string;
}

const listeners = new Set<() => void>();
let known: { text: string; chosen: Compared[] } = { text: '', chosen: [] };

function stored(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '[]';
  } catch {
    // A browser may keep nothing; then the choice lasts as long as the page.
    return known.text || '[]';
  }
}

function chosenNow(): Compared[] {
  const text = stored();
  if (text !== known.text) {
    try {
      known = { text, chosen: (JSON.parse(text) as Compared[]).slice(0, MOST_COMPARED) };
    } catch {
      known = { text, chosen: [] };
    }
  }
  return known.chosen;
}

function keep(chosen: Compared[]) {
  const text = JSON.stringify(chosen);
  known = { text, chosen };
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // As above.
  }
  listeners.forEach((listener) => listener());
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The products that a visitor chose to see beside each other: over pages and filters, in this window. */
export function useCompared() {
  const chosen = useSyncExternalStore(listen, chosenNow, () => []);
  return {
    chosen,
    full: chosen.length >= MOST_COMPARED,
    has: (code: string) => chosen.some((one) => one.code === code),
    toggle: ({ code, title }: Compared) => {
      const now = chosenNow();
      if (now.some((one) => one.code === code)) keep(now.filter((one) => one.code !== code));
      else if (now.length < MOST_COMPARED) keep([...now, { code, title }]);
    },
    clear: () => keep([]),
  };
}
