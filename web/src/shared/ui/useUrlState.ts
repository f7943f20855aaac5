import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type UrlValues = Record<string, string | string[] | undefined>;

export interface ListUrlState {
  /** Filters as they stand in the URL; `page`, `size` and `sort` are not among them. */
  filters: Record<string, string | string[]>;
  page: number;
  size: number;
  /** "field,asc" */
  sort?: string;
  /** Ready for the query string of the API. */
  query: Record<string, string | string[] | number | undefined>;
  /** New filters, from the first page. Empty values leave the URL. */
  setFilters: (values: UrlValues) => void;
  setPage: (page: number, size?: number) => void;
  setSort: (sort: string | undefined) => void;
  reset: () => void;
}

const OWN = new Set(['page', 'size', 'sort']);

/** State of a list in the URL, so that it survives reload, back and sharing. Defaults do not show in the URL. */
export function useListUrlState(defaults: { size?: number; sort?: string } = {}): ListUrlState {
  const [params, setParams] = useSearchParams();
  const defaultSize = defaults.size ?? 20;
  const { sort: defaultSort } = defaults;

  const filters = useMemo(() => {
    const found: Record<string, string | string[]> = {};
    for (const name of new Set(params.keys())) {
      if (OWN.has(name)) continue;
      const values = params.getAll(name);
      found[name] = values.length > 1 ? values : (values[0] ?? '');
    }
    return found;
  }, [params]);

  const page = positive(params.get('page'), 1);
  const size = Math.min(200, positive(params.get('size'), defaultSize));
  const sort = params.get('sort') ?? defaultSort;

  const update = useCallback(
    (change: (next: URLSearchParams) => void) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          change(next);
          return next;
        },
        { preventScrollReset: true },
      ),
    [setParams],
  );

  return {
    filters,
    page,
    size,
    sort,
    query: { ...filters, page, size, sort },
    setFilters: (values) =>
      update((next) => {
        for (const [name, value] of Object.entries(values)) {
          next.delete(name);
          for (const one of Array.isArray(value) ? value : [value]) if (one) next.append(name, one);
        }
        next.delete('page');
      }),
    setPage: (to, newSize) =>
      update((next) => {
        put(next, 'page', to === 1 ? undefined : String(to));
        if (newSize) put(next, 'size', newSize === defaultSize ? undefined : String(newSize));
      }),
    setSort: (to) =>
      update((next) => {
        put(next, 'sort', to === defaultSort ? undefined : to);
        next.delete('page');
      }),
    reset: () => setParams({}, { preventScrollReset: true }),
  };
}

function put(params: URLSearchParams, name: string, value: string | undefined) {
  if (value) params.set(name, value);
  else params.delete(name);
}

function positive(text: string | null, fallback: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : fallback;
}
