import { useEffect, useRef } from 'react';

/** Keeps the current link, or the pressed button, of a strip that scrolls sideways in its middle; `current` is what it changes with. */
export function useCentred<T extends HTMLElement>(current: unknown) {
  const strip = useRef<T>(null);
  useEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>('[aria-current], [aria-pressed="true"]');
    if (strip.current && here)
      strip.current.scrollLeft = here.offsetLeft - (strip.current.clientWidth - here.offsetWidth) / 2;
  }, [current]);
  return strip;
}
