import type { UseQueryResult } from '@tanstack/react-query';
import { Pagination, Table, type TableColumnType } from 'antd';
import { label } from '@/shared/i18n';
import { Empty, ErrorState, numberText, Skeleton, useMedia } from '@/shared/ui';
import { RowCards, ScrollRegion } from '@/shared/ui/antd';

const SIZE = 20;

/** Twenty rows a page below the filters of a panel, on a phone as cards; and what stands there while there are none. */
export function PagedRows<T extends object>({
  name,
  query,
  rows,
  rowKey,
  columns,
  empty,
  page,
  onPage,
}: {
  /** For who does not see it. */
  name: string;
  query: UseQueryResult<{ total: number }>;
  rows: T[];
  rowKey: keyof T & string;
  columns: TableColumnType<T>[];
  empty: string;
  page: number;
  onPage: (page: number) => void;
}) {
  const narrow = useMedia('(max-width: 639px)');
  return (
    <>
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Skeleton lines={4} height={32} />
      ) : rows.length === 0 ? (
        <Empty compact title={empty} />
      ) : narrow ? (
        <RowCards rows={rows} rowKey={rowKey} columns={columns} label={name} />
      ) : (
        <ScrollRegion name={name}>
          <Table<T> rowKey={rowKey} columns={columns} dataSource={rows} pagination={false} />
        </ScrollRegion>
      )}
      {(query.data?.total ?? 0) > SIZE && (
        <Pagination
          style={{ marginTop: 16 }}
          align="center"
          current={page}
          pageSize={SIZE}
          total={query.data?.total}
          showSizeChanger={false}
          showLessItems
          showTotal={(total) => label('common', 'total', { total: numberText(total) })}
          onChange={onPage}
        />
      )}
    </>
  );
}
