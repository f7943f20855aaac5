import { useSyncExternalStore } from 'react';

let printing = false;

function watch(told: () => void): () => void {
  const begin = () => {
    printing = true;
    told();
  };
  const end = () => {
    printing = false;
    told();
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

/** Whether the page is being printed: what is opened by a press on the screen cannot be on paper. */
export const usePrinting = (): boolean => useSyncExternalStore(watch, () => printing);
