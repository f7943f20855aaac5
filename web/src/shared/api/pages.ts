/** As many as a list gives at once. */
const MOST = 100;

/** All that a list has, page by page: for what is decided by the whole of it. */
export async function everyPage<T>(
  of: (query: { page: number; size: number }) => Promise<{ items: T[]; total: number }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await of({ page, size: MOST });
    all.push(...items);
    if (!items.length || all.length >= total) return all;
  }
}
