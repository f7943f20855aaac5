import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { label } from '@/shared/i18n';
import { Empty, isNarrowed, Loaded, NONE, Skeleton } from '@/shared/ui';
import { ButtonLink, Pager } from './index';
import { pageHref } from './pageHref';
import { SearchBox } from './SearchBox';
import css from './List.module.css';

/** What a list's URL state (`useListUrlState`) holds, as far as this list needs it. */
interface State {
  filters: { q?: string | string[] };
  page: number;
  size: number;
  sort?: string;
  setFilters: (values: { q?: string }) => void;
  setSort: (sort: string) => void;
}

/** A public list: search on top, filters at the side, count and sort above the rows, pages below. */
export function SearchList<T extends { id: string }>({
  state,
  query,
  placeholder,
  filters,
  sorts,
  home,
  nothing,
  row,
}: {
  state: State;
  query: UseQueryResult<{ items: T[]; total: number }>;
  placeholder: string;
  filters: ReactNode;
  /** Left out where the list has one order. */
  sorts?: { value: string; label: string }[];
  /** The list without conditions. */
  home: string;
  /** What is said while there is nothing at all. */
  nothing?: string;
  row: (item: T) => ReactNode;
}) {
  return (
    <Frame
      search={
        <SearchBox
          value={[state.filters.q ?? ''].flat()[0] ?? ''}
          placeholder={placeholder}
          onSearch={(q) => state.setFilters({ q })}
        />
      }
      filters={filters}
      sort={sorts && { options: sorts, value: state.sort, onChange: state.setSort }}
      total={query.data?.total}
      busy={query.isFetching}
      failed={query.isError && !query.data}
    >
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(data) =>
          data.items.length ? (
            <>
              <Rows items={data.items} row={row} />
              {data.total > state.size && <StatePager state={state} total={data.total} />}
            </>
          ) : data.total ? (
            <NoSuchPage state={state} total={data.total} />
          ) : !isNarrowed(state.filters) ? (
            <Empty title={nothing ?? label('state', 'empty')} />
          ) : (
            <Empty title={label('state', 'emptyFiltered')}>
              <ButtonLink look="outline" to={home}>
                清除条件
              </ButtonLink>
            </Empty>
          )
        }
      </Loaded>
    </Frame>
  );
}

/** An address may name a page that the list does not have, or has no more. */
function NoSuchPage({ state, total }: { state: Pick<State, 'page' | 'size'>; total: number }) {
  const [params] = useSearchParams();
  const last = Math.ceil(total / state.size);
  return (
    <Empty title={`没有第 ${state.page} 页，共 ${last} 页`}>
      <ButtonLink look="outline" to={pageHref(params, last)}>
        到最后一页
      </ButtonLink>
    </Empty>
  );
}

export function Rows<T extends { id: string }>({ items, row }: { items: T[]; row: (item: T) => ReactNode }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>{row(item)}</li>
      ))}
    </ul>
  );
}

/** The pages of a list whose page stands in the URL. */
export function StatePager({
  state,
  total,
}: {
  state: Pick<State, 'page' | 'size'>;
  total: number | undefined;
}) {
  const [params] = useSearchParams();
  if (!total) return null;
  return <Pager page={state.page} size={state.size} total={total} href={(page) => pageHref(params, page)} />;
}

function Frame({
  search,
  filters,
  sort,
  total,
  busy,
  failed,
  children,
}: {
  search: ReactNode;
  filters?: ReactNode;
  sort?: { options: { value: string; label: string }[]; value?: string; onChange: (value: string) => void };
  total?: number;
  busy?: boolean;
  failed?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={css.list}>
      <div className={css.search}>{search}</div>
      <div className={css.filters}>{filters}</div>
      <div className={css.rows} aria-busy={busy}>
        <div className={css.head}>
          <p role="status">{failed ? '' : total === undefined ? '正在查询' : `共 ${total} 条`}</p>
          {sort && (total === undefined || total > 1) && (
            <label>
              排序
              <select value={sort.value} onChange={(event) => sort.onChange(event.target.value)}>
                {sort.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {children}
      </div>
    </div>
  );
}

export function ListItem({
  tags,
  title,
  over,
  highlight,
  figures,
  facts = [],
  foot,
  aside,
  media,
}: {
  tags?: ReactNode;
  title: ReactNode;
  /** Above the title: whose it is. */
  over?: ReactNode;
  highlight?: ReactNode;
  /** What items are compared by, in columns that stand at the same place in each; the first is the large one. */
  figures?: [string, ReactNode][];
  facts?: [string, ReactNode][];
  /** Under the facts: what opens. */
  foot?: ReactNode;
  aside?: ReactNode;
  /** A picture before it. */
  media?: ReactNode;
}) {
  return (
    <article className={css.item}>
      {media && <div className={css.media}>{media}</div>}
      <div className={css.itemMain}>
        {tags}
        {over && <p className={css.over}>{over}</p>}
        <h2>{title}</h2>
        {highlight && <p className={css.highlight}>{highlight}</p>}
        {figures && <Pairs className={css.figures} of={figures} />}
        {facts.length > 0 && <Pairs className={css.facts} of={facts.filter(([, value]) => value)} />}
        {foot}
      </div>
      {aside && <div className={css.aside}>{aside}</div>}
    </article>
  );
}

function Pairs({ of, className }: { of: [string, ReactNode][]; className?: string }) {
  return (
    <dl className={className}>
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || NONE}</dd>
        </div>
      ))}
    </dl>
  );
}
