import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PathOf, QueryOf } from '../api/paths';

/** The names that a list's path can be filtered by. */
export type FilterOf<P extends PathOf<'get'>> = Exclude<keyof QueryOf<P> & string, 'page' | 'size' | 'sort'>;

export interface ListUrlState<P extends PathOf<'get'>> {
  /** Filters as they stand in the URL; `page`, `size` and `sort` are not among them. */
  filters: { [name in FilterOf<P>]?: string | string[] };
  page: number;
  size: number;
  /** "field,asc" */
  sort?: string;
  /** Ready for the query string of the API. */
  query: QueryOf<P>;
  /** New filters, from the first page. Empty values leave the URL. */
  setFilters: (values: { [name in FilterOf<P>]?: string | string[] }) => void;
  setPage: (page: number, size?: number) => void;
  /** Goes to the last page, in place of one that the list does not have. */
  toLastPage: (total: number) => void;
  setSort: (sort: string | undefined) => void;
  reset: () => void;
}

/** Whether a list is narrowed: nothing found is then no emptiness. */
export const isNarrowed = (filters: object): boolean => Object.keys(filters).length > 0;

const OWN = new Set(['page', 'size', 'sort']);

/**
 * State of the list at path `P` in the URL, so that it survives reload, back and sharing. Defaults do not show in the
 * URL. The values are whatever stands in the address bar: the server refuses those that it does not know.
 */
export function useListUrlState<P extends PathOf<'get'>>(
  defaults: {
    size?: number;
    sort?: string;
    /** Where the address has no filter at all; one that is there and empty asks for all. */
    begin?: { filters: { [name in FilterOf<P>]?: string }; sort?: string };
  } = {},
): ListUrlState<P> {
  const [params, setParams] = useSearchParams();
  const defaultSize = defaults.size ?? 20;
  const beginning =
    defaults.begin && [...params.keys()].every((name) => OWN.has(name)) ? defaults.begin : undefined;
  const defaultSort = beginning?.sort ?? defaults.sort;

  const filters = useMemo(() => {
    const found: Record<string, string | string[]> = { ...beginning?.filters };
    for (const name of new Set(params.keys())) {
      if (OWN.has(name)) continue;
      const values = params.getAll(name);
      const [value = ''] = values;
      if (values.length > 1) found[name] = values;
      else if (value || !defaults.begin) found[name] = value;
    }
    return found;
    // oxlint-disable-next-line react/exhaustive-deps -- written anew at each render, with the same in it
  }, [params]);

  const page = positive(params.get('page'), 1);
  const size = Math.min(200, positive(params.get('size'), defaultSize));
  const sort = params.get('sort') ?? defaultSort;

  const update = useCallback(
    (change: (next: URLSearchParams) => void, replace = false) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          change(next);
          return next;
        },
        { preventScrollReset: true, replace },
      ),
    [setParams],
  );

  return {
    filters: filters as ListUrlState<P>['filters'],
    page,
    size,
    sort,
    query: { ...filters, page, size, sort } as object as QueryOf<P>,
    setFilters: (values) =>
      update((next) => {
        const begin = Object.entries<string | undefined>(defaults.begin?.filters ?? {});
        if (beginning) for (const [name, value] of begin) if (value) next.set(name, value);
        for (const [name, value] of Object.entries<string | string[] | undefined>(values)) {
          next.delete(name);
          for (const one of Array.isArray(value) ? value : [value]) if (one) next.append(name, one);
        }
        const left = [...next.keys()].filter((name) => !OWN.has(name));
        if (left.length === 0) for (const [name] of begin) next.set(name, '');
        next.delete('page');
      }),
    setPage: (to, newSize) =>
      update((next) => {
        put(next, 'page', to === 1 ? undefined : String(to));
        if (newSize) put(next, 'size', newSize === defaultSize ? undefined : String(newSize));
      }),
    toLastPage: (total) =>
      update((next) => {
        const last = Math.max(1, Math.ceil(total / size));
        put(next, 'page', last === 1 ? undefined : String(last));
      }, true),
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
