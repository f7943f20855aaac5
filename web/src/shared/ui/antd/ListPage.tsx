import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import {
  App,
  Button,
  Form,
  Input,
  Pagination,
  Select,
  Table,
  type TableColumnType,
  type TableProps,
} from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState, type ReactNode } from 'react';
import { api, saveFile } from '../../api/client';
import type { ItemOf, ListPath, PathOf } from '../../api/paths';
import { isProblem } from '../../api/problem';
import { label } from '../../i18n';
import { numberText } from '../format';
import { Icon } from '../Icon';
import { Empty, ErrorState, Skeleton } from '../States';
import { useMedia } from '../useMedia';
import { isNarrowed, useListUrlState, type FilterOf } from '../useUrlState';
import { ChoiceTabs } from './ChoiceTabs';
import { DayRange } from './DayRange';
import css from './ListPage.module.css';
import { ACTIONS, RowCards, STATUS } from './RowCards';
import { useProblems } from './useProblems';
import { useScrollRegion } from './useScrollRegion';
import { WiderNote } from './WiderNote';

/** Of lists that are whole by themselves: one that belongs to a case exports where the case is shown. */
type ExportPath = Exclude<PathOf<'get'> & `${string}/export`, `${string}{${string}`>;
export type Filled = Record<string, string | string[]>;

/** Fields are named as the query values of the list's path. */
type FilterField<Name extends string = string> =
  | { kind: 'text'; name: Name; label: string; placeholder?: string }
  | {
      kind: 'select';
      name: Name;
      label: string;
      options: { value: string; label: string }[];
      multiple?: boolean;
      loading?: boolean;
      /** Nothing is listed without it: there is no "all" of it. */
      must?: boolean;
      /** Its choices are titles: a wider field than the others'. */
      wide?: boolean;
    }
  /** Two query values, `<from>` and `<to>` as local dates. */
  | { kind: 'dates'; name: string; label: string; from: Name; to: Name };

export interface ListPageProps<P extends ListPath, T extends object = ItemOf<P>> {
  title: ReactNode;
  /** What the page is for, in one line. */
  intro?: ReactNode;
  /** Query key of the list; its parameters are appended. */
  queryKey: readonly unknown[];
  /** Where the list is read: it knows the rows, and what they can be filtered by. */
  path: P;
  rowKey: keyof T & string;
  /**
   * A column with `sorter: true` sorts on the server by its `key`. On a phone each row is a card: the first column is
   * its title, the one with the key `actions` its foot.
   */
  columns: TableColumnType<T>[];
  filters?: FilterField<FilterOf<P>>[];
  /** One filter as a row of buttons above the rows, for the states that people switch between all day. */
  tabs?: {
    name: FilterOf<P>;
    label: string;
    options: { value: string; label: string }[];
    /** Key of the column that says of each row no more than the chosen tab: it stands where the rows of all are listed. */
    column?: string;
  };
  /** Buttons on the right above the table; gets the selected rows. */
  toolbar?: (selected: T[], clear: () => void) => ReactNode;
  selectable?: boolean | ((row: T) => boolean);
  defaultSort?: string;
  /** What the list begins with, where the address narrows it by nothing: what waits, and in which order. All of it is a choice then. */
  begin?: {
    filters: { [name in FilterOf<P>]?: string };
    sort?: string;
    /** Its name among the tabs, where it is not one of them. */
    label?: string;
  };
  /** What the list is of, whatever is chosen: no part of its address, and nothing to take away. */
  always?: { [name in FilterOf<P>]?: string };
  /** Path that answers the same list, same filter and order, as a file. */
  exportPath?: ExportPath;
  /** What else there is to do where the server says that the file would be too long. */
  onExportTooLong?: (query: Filled) => void;
  /** In how many milliseconds rows that change by themselves are read anew; false: not. */
  readAgain?: (rows: T[]) => number | false;
  scrollX?: number;
  /** What all the rows come to, between the title and the fields to search them by. */
  overview?: ReactNode;
  /** While there is nothing at all yet, there is nothing to search nor to take away either. */
  bare?: boolean;
  /** Said where there is nothing yet: what would stand here, and how it comes to be; `filtered` where nothing fits what was asked for. */
  empty?: {
    title: string;
    hint?: string;
    filtered?: string;
    /** Where nothing but a tab is chosen: what its being empty means. */
    ofTab?: Record<string, { title: string; hint?: string }>;
    action?: ReactNode;
  };
}

/** The tab of what a list begins with. */
const BEGUN = 'begun';

/** The list page of the consoles: search form, toolbar, table; its whole state is in the URL. */
export function ListPage<P extends ListPath>(props: ListPageProps<P>) {
  type T = ItemOf<P>;
  const { queryKey, path, rowKey, filters = [], selectable } = props;
  const state = useListUrlState<P>({ sort: props.defaultSort, begin: props.begin });
  const [selected, setSelected] = useState<T[]>([]);
  const asks = { ...state.query, ...props.always } as typeof state.query;
  const query = useQuery({
    queryKey: [...queryKey, asks],
    queryFn: ({ signal }) => api.list(path, { query: asks, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => props.readAgain?.(state.data?.items ?? []) ?? false,
  });
  // An address may ask for a page that there is not, or not any more.
  const beyond = query.data && !query.isPlaceholderData && !query.data.items.length && state.page > 1;
  const { toLastPage } = state;
  const total = query.data?.total ?? 0;
  useEffect(() => {
    if (beyond) toLastPage(total);
    // oxlint-disable-next-line react/exhaustive-deps -- made anew on each render; once for a page is enough
  }, [beyond, total]);
  const filled = state.filters as Filled;
  const setFilters = state.setFilters as (values: Partial<Filled>) => void;
  const begin: Filled = { ...props.begin?.filters };
  const begun =
    !!props.begin?.label && Object.entries(begin).every(([name, value]) => filled[name] === value);
  const chosenTab = String((props.tabs && filled[props.tabs.name]) ?? '');
  const said = chosenTab && props.tabs?.column;
  const columns = said ? props.columns.filter((column) => column.key !== said) : props.columns;
  const clear = () => setSelected([]);
  const narrow = useMedia('(max-width: 639px)');
  const tight = useMedia('(max-width: 1199px)');
  const [table, wider] = useScrollRegion(`${typeof props.title === 'string' ? props.title : ''}列表`);
  const mayPick = (row: T) => typeof selectable !== 'function' || selectable(row);
  // What may be picked no more since the list was read anew is not chosen either.
  const now = new Map(query.data?.items.map((row) => [row[rowKey], row]));
  const chosen = selected.filter((row) => mayPick(now.get(row[rowKey]) ?? row));
  // While what must be chosen is not, there is nothing to leaf through nor to take away.
  const unchosen = filters.some((field) => field.kind === 'select' && field.must && !filled[field.name]);
  // What must be chosen chooses what the list is, and does not narrow it.
  const asked = filters.flatMap((field) => (field.kind === 'select' && field.must ? [field.name] : []));
  const narrowed = isNarrowed(
    Object.fromEntries(Object.entries(filled).filter(([name]) => !asked.includes(name as never))),
  );
  const byTab = Object.keys(filled).every((name) => name === props.tabs?.name)
    ? props.empty?.ofTab?.[chosenTab]
    : undefined;
  const empty = byTab ? (
    <Empty compact {...byTab} />
  ) : narrowed ? (
    <Empty compact title={label('state', 'emptyFiltered')} hint={props.empty?.filtered} />
  ) : (
    <Empty compact title={props.empty?.title ?? label('state', 'empty')} hint={props.empty?.hint}>
      {props.empty?.action}
    </Empty>
  );
  const nothing = !!props.bare && query.data?.total === 0 && !narrowed;
  const pagination = {
    current: state.page,
    pageSize: state.size,
    total,
    showSizeChanger: true,
    pageSizeOptions: [10, 20, 50, 100],
    showTotal: (total: number) => label('common', 'total', { total: numberText(total) }),
  };

  const onChange: TableProps<T>['onChange'] = (pagination, _filters, sorter, { action }) => {
    clear();
    if (action === 'paginate') state.setPage(pagination.current ?? 1, pagination.pageSize);
    if (action === 'sort' && !Array.isArray(sorter)) {
      state.setSort(
        sorter.order
          ? `${String(sorter.columnKey)},${sorter.order === 'ascend' ? 'asc' : 'desc'}`
          : undefined,
      );
    }
  };
  const [sortField, sortWay] = (state.sort ?? '').split(',');
  const [usualField] = (props.defaultSort ?? '').split(',');

  return (
    <section className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{props.title}</h1>
          {props.intro && <p className={css.intro}>{props.intro}</p>}
        </div>
        <div className={css.tools}>
          {props.exportPath && !unchosen && !nothing && (
            <ExportButton
              path={props.exportPath}
              query={{ ...filled, ...props.always, sort: state.sort ?? '' }}
              onTooLong={props.onExportTooLong}
            />
          )}
          {props.toolbar?.(chosen, clear)}
        </div>
      </header>
      {props.overview}
      {filters.length > 0 && !nothing && (
        <Filters
          key={JSON.stringify(state.filters)}
          fields={filters}
          values={filled}
          onSearch={(values) => {
            clear();
            setFilters(values);
          }}
          onReset={state.reset}
          narrow={narrow}
        />
      )}
      {props.tabs && !nothing && (
        <ChoiceTabs
          label={props.tabs.label}
          value={chosenTab === '' && begun ? BEGUN : chosenTab}
          options={[
            ...(props.begin?.label ? [{ value: BEGUN, label: props.begin.label }] : []),
            { value: '', label: '全部' },
            ...props.tabs.options,
          ]}
          onChoose={(value) => {
            clear();
            // What it began with is one choice among these, and goes with another one.
            const others = Object.fromEntries(Object.keys(begin).map((name) => [name, '']));
            const tab = { [props.tabs!.name]: value };
            setFilters(value === BEGUN ? { [props.tabs!.name]: '', ...begin } : { ...others, ...tab });
          }}
        />
      )}
      {query.error && !query.data ? (
        <div className={css.panel}>
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : narrow ? (
        query.isPending ? (
          <Skeleton lines={4} height={96} />
        ) : (
          <>
            {query.data?.items.length ? (
              <RowCards
                rows={query.data.items}
                rowKey={rowKey}
                columns={columns}
                label={`${typeof props.title === 'string' ? props.title : ''}列表`}
                selection={
                  selectable
                    ? {
                        keys: chosen.map((row) => row[rowKey] as React.Key),
                        mayPick,
                        onPick: (row, picked) =>
                          setSelected((before) =>
                            picked ? [...before, row] : before.filter((one) => one[rowKey] !== row[rowKey]),
                          ),
                      }
                    : undefined
                }
              />
            ) : (
              <div className={css.panel}>{empty}</div>
            )}
            {!unchosen && total > 0 && (
              <Pagination
                {...pagination}
                size="small"
                align="center"
                showSizeChanger={false}
                showLessItems
                onChange={(page) => {
                  clear();
                  state.setPage(page);
                }}
              />
            )}
          </>
        )
      ) : (
        <div ref={table}>
          {wider && total > 0 && <WiderNote />}
          <Table<T>
            className={css.panel}
            rowKey={rowKey}
            columns={(tight ? stateAhead(columns) : columns).map((column) => ({
              ...column,
              // The buttons of a row stay in reach however wide the row is.
              fixed: column.key === ACTIONS && total > 0 ? 'end' : column.fixed,
              sortOrder: column.sorter
                ? column.key === sortField
                  ? sortWay === 'asc'
                    ? 'ascend'
                    : 'descend'
                  : null
                : undefined,
              // To have no order is to have the usual one: a click on that must turn it, not take it away.
              sortDirections: column.key === usualField ? ['descend', 'ascend', 'descend'] : undefined,
            }))}
            dataSource={query.data?.items ?? []}
            aria-busy={query.isFetching}
            onChange={onChange}
            rowSelection={
              selectable
                ? {
                    selectedRowKeys: chosen.map((row) => row[rowKey] as React.Key),
                    onChange: (_keys, rows) => setSelected(rows),
                    getCheckboxProps: (row) => ({ disabled: !mayPick(row), 'aria-label': '选择此行' }),
                    getTitleCheckboxProps: () => ({ 'aria-label': '选择本页全部' }),
                  }
                : undefined
            }
            locale={{ emptyText: query.isPending ? <Skeleton lines={6} height={24} /> : empty }}
            // Nothing to scroll to where there is nothing.
            scroll={total > 0 ? { x: props.scrollX ?? 'max-content' } : undefined}
            pagination={unchosen ? false : pagination}
          />
        </div>
      )}
    </section>
  );
}

/** A row is decided by its state: where a table is wider than the window, that stands beside the name. */
function stateAhead<T>(columns: TableColumnType<T>[]): TableColumnType<T>[] {
  const state = columns.find((column) => column.key === STATUS);
  const [name, ...rest] = columns;
  if (!state || !name || name === state) return columns;
  return [name, state, ...rest.filter((column) => column !== state)];
}

function Filters({
  fields,
  values,
  onSearch,
  onReset,
  narrow,
}: {
  fields: FilterField[];
  values: Filled;
  onSearch: (values: Partial<Filled>) => void;
  onReset: () => void;
  /** On a phone only the first field shows until the others are asked for. */
  narrow: boolean;
}) {
  const [form] = Form.useForm();
  const [all, setAll] = useState(false);
  const folded = narrow && !all && fields.length > 1;
  const initial: Record<string, unknown> = { ...values };
  for (const field of fields) {
    if (field.kind === 'dates') {
      const day = (name: string) => (typeof values[name] === 'string' ? dayjs(values[name]) : null);
      initial[field.name] = [day(field.from), day(field.to)];
    }
    if (field.kind === 'select' && field.multiple && typeof values[field.name] === 'string') {
      initial[field.name] = [values[field.name]];
    }
  }
  const finish = (entered: Record<string, unknown>) => {
    const next: Record<string, string | string[] | undefined> = {};
    for (const field of fields) {
      const value = entered[field.name];
      if (field.kind === 'dates') {
        const [from, to] = (value as [dayjs.Dayjs | null, dayjs.Dayjs | null] | null) ?? [null, null];
        next[field.from] = from?.format('YYYY-MM-DD');
        next[field.to] = to?.format('YYYY-MM-DD');
      } else next[field.name] = typeof value === 'string' ? value.trim() : (value as string[] | undefined);
    }
    onSearch(next);
  };
  return (
    <Form
      form={form}
      className={`${css.panel} ${css.filters}`}
      layout="vertical"
      initialValues={initial}
      onFinish={finish}
      role="search"
    >
      {fields.map((field, index) => (
        <Form.Item
          key={field.name}
          name={field.name}
          label={field.label}
          className={
            field.kind === 'dates'
              ? `${css.filter} ${css.dates}`
              : field.kind === 'select' && field.wide
                ? `${css.filter} ${css.titles}`
                : css.filter
          }
          hidden={folded && index > 0}
        >
          {field.kind === 'text' ? (
            <Input allowClear placeholder={field.placeholder} />
          ) : field.kind === 'select' ? (
            <Select
              allowClear={!field.must}
              mode={field.multiple ? 'multiple' : undefined}
              options={field.options}
              loading={field.loading}
              placeholder={field.must ? '请选择' : '全部'}
              showSearch={{ optionFilterProp: 'label' }}
            />
          ) : (
            <DayRange open />
          )}
        </Form.Item>
      ))}
      <div className={css.filterActions}>
        <Button type="primary" htmlType="submit" icon={<Icon name="search" size={16} />}>
          {label('common', 'search')}
        </Button>
        <Button onClick={onReset}>{label('common', 'reset')}</Button>
        {narrow && fields.length > 1 && (
          <Button type="text" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? '收起' : '更多条件'}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** Fetches the current filter's rows, in their order, as the file that the server makes. */
function ExportButton({
  path,
  query,
  onTooLong,
}: {
  path: ExportPath;
  query: Filled;
  onTooLong?: (query: Filled) => void;
}) {
  const { message } = App.useApp();
  const problems = useProblems();
  const run = useMutation({
    mutationFn: () => api.file(path, { query }),
    onSuccess: ({ blob, name }) => {
      saveFile(blob, name);
      void message.success(`已导出 ${name}`);
    },
    onError: (error) =>
      onTooLong && isProblem(error, 'EXPORT_TOO_LARGE') ? onTooLong(query) : problems(error),
  });
  return (
    <Button icon={<Icon name="download" size={16} />} loading={run.isPending} onClick={() => run.mutate()}>
      {run.isPending ? '正在导出' : '导出'}
    </Button>
  );
}
