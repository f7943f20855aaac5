const watching = new Set<() => void>();

/** Calls when the browser's way back, or forward, has led to another page: what was asked over the former one is asked no more. Returns the function that ends it. */
export function onPageLeft(listener: () => void): () => void {
  watching.add(listener);
  return () => watching.delete(listener);
}

export const pageLeft = (): void => watching.forEach((listener) => listener());
