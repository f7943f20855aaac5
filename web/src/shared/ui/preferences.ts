import { useSyncExternalStore } from 'react';

/** Whether the person has asked their system for less motion. */
export function prefersStill(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
}

const KEY = 'zq.text';
const listeners = new Set<() => void>();

function read(): boolean {
  return document.documentElement.dataset.text === 'large';
}

/** Restores 大字版 before the first paint. */
export function restoreTextSize(): void {
  try {
    if (localStorage.getItem(KEY) === 'large') document.documentElement.dataset.text = 'large';
  } catch {
    // Storage may be switched off; the preference then lasts as long as the page.
  }
}

/** 大字版 on or off, and its switch. */
export function useLargeText(): [boolean, (large: boolean) => void] {
  const large = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read,
    () => false,
  );
  return [
    large,
    (next) => {
      if (next) document.documentElement.dataset.text = 'large';
      else delete document.documentElement.dataset.text;
      try {
        localStorage.setItem(KEY, next ? 'large' : 'normal');
      } catch {
        // As above.
      }
      listeners.forEach((listener) => listener());
    },
  ];
}
