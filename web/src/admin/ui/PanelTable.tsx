import { Pagination, Table, type TableColumnType } from 'antd';
import { useState, type Key, type ReactNode } from 'react';
import { Empty, Skeleton, useMedia } from '@/shared/ui';
import { RowCards, ScrollRegion } from '@/shared/ui/antd';
import { pageCss } from './page';

interface PanelTableProps<T extends object> {
  /** For who does not see it. */
  name: string;
  rows: T[];
  rowKey: keyof T & string;
  columns: TableColumnType<T>[];
  /** All rows are here, so many are shown at once; with `total` the server has the others. */
  size?: number;
  total?: number;
  page?: number;
  onPage?: (page: number) => void;
  loading?: boolean;
  /** In place of the rows, while there are none. */
  empty?: ReactNode;
  selection?: { keys: Key[]; mayPick: (row: T) => boolean; onChange: (keys: string[]) => void };
}

/** A table that fills a bare panel; on a phone its rows are cards, as those of lists are: nothing scrolls sideways. */
export function PanelTable<T extends object>({ name, rows, rowKey, columns, ...rest }: PanelTableProps<T>) {
  const { size = 20, total, onPage, loading, empty, selection } = rest;
  const [ownPage, setOwnPage] = useState(1);
  const page = rest.page ?? ownPage;
  const paging = {
    current: page,
    pageSize: size,
    total: total ?? rows.length,
    showSizeChanger: false,
    hideOnSinglePage: true,
    onChange: onPage ?? setOwnPage,
  };
  const phone = useMedia('(max-width: 639px)');
  if (phone && !rows.length) return loading ? <Skeleton lines={4} /> : (empty ?? <Empty compact />);
  if (phone)
    return (
      <div className={pageCss.panelCards}>
        <RowCards<T>
          rows={total === undefined ? rows.slice((page - 1) * size, page * size) : rows}
          rowKey={rowKey}
          columns={columns}
          label={name}
          selection={
            selection && {
              keys: selection.keys,
              mayPick: selection.mayPick,
              onPick: (row, picked) => {
                const others = selection.keys.filter((key) => key !== row[rowKey]).map(String);
                selection.onChange(picked ? [...others, String(row[rowKey])] : others);
              },
            }
          }
        />
        <Pagination {...paging} align="center" showLessItems />
      </div>
    );
  return (
    <ScrollRegion name={name}>
      <Table<T>
        className={pageCss.inPanel}
        rowKey={rowKey}
        size="middle"
        loading={loading}
        dataSource={rows}
        locale={empty ? { emptyText: empty } : undefined}
        scroll={rows.length ? { x: 'max-content' } : undefined}
        rowSelection={
          selection && {
            selectedRowKeys: selection.keys,
            preserveSelectedRowKeys: true,
            onChange: (keys) => selection.onChange(keys.map(String)),
            getCheckboxProps: (row) => ({ disabled: !selection.mayPick(row), 'aria-label': '选择此行' }),
            getTitleCheckboxProps: () => ({ 'aria-label': '选择本页全部' }),
          }
        }
        pagination={paging}
        columns={columns}
      />
    </ScrollRegion>
  );
}
