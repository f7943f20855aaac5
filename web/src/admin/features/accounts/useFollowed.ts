import { useQueryClient } from '@tanstack/react-query';

/** A list shows copies of accounts, which follow an act within a second or two: it is read again at once, and when they have come. */
export function useFollowed(key: string): () => void {
  const queries = useQueryClient();
  return () => {
    for (const delay of [0, 1500, 4000])
      setTimeout(() => void queries.invalidateQueries({ queryKey: [key] }), delay);
  };
}
