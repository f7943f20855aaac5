import { useEffect, useEffectEvent, useRef } from 'react';

/** What lies over the page and goes by the phone's way back, which leaves the page only when nothing does. */
interface Layer {
  /** The page that it lies over. */
  path: string;
  onBack: () => void;
}

/** Each has an entry of the browser's history above the one of the page. */
const layers: Layer[] = [];
/** What waits until the entries of what has gone are gone. */
let waiting: (() => void)[] = [];
let onTheWay = false;

const entries = (): number => (history.state as { layers?: number } | null)?.layers ?? 0;

function settle(): void {
  if (onTheWay) return;
  const over = entries() - layers.length;
  if (over > 0) {
    onTheWay = true;
    history.go(-over);
    return;
  }
  // To the router they are the page's own entry.
  while (entries() < layers.length) history.pushState({ ...history.state, layers: entries() + 1 }, '');
  const ready = waiting;
  waiting = [];
  ready.forEach((run) => run());
}

function popped(): void {
  const front = layers.at(-1);
  const ours = onTheWay;
  onTheWay = false;
  // Another page: what lies over this one goes with it.
  if (front && front.path !== location.pathname) return;
  if (!ours && entries() < layers.length) front!.onBack();
  settle();
}

addEventListener('popstate', popped);

/**
 * Of a sheet: the way back calls `onBack`, which may let it stay.
 *
 * @returns takes the sheet's entry out of the history and goes on then
 */
export function useBack(onBack: () => void): (then: () => void) => void {
  const own = useRef<Layer>(undefined);
  const back = useEffectEvent(onBack);
  const remove = (): boolean => {
    const at = own.current ? layers.indexOf(own.current) : -1;
    if (at >= 0) layers.splice(at, 1);
    return at >= 0;
  };
  useEffect(() => {
    own.current = { path: location.pathname, onBack: () => back() };
    layers.push(own.current);
    // One that comes as another goes has its entry.
    queueMicrotask(settle);
    return () => {
      remove();
      queueMicrotask(settle);
    };
  }, []);
  return (then) => {
    if (!remove()) return;
    waiting.push(then);
    settle();
  };
}
