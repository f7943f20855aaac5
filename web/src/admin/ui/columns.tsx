import type { TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { dateText, dateTimeText, NONE, Tag } from '@/shared/ui';
import { pageCss } from './page';

/** When a row was changed last, and by whom. */
export function changedColumn<
  T extends { updatedAt?: string | null; updatedByName?: string | null },
>(): TableColumnType<T> {
  return {
    key: 'updatedAt',
    title: '最近修改',
    sorter: true,
    className: pageCss.num,
    render: (_, row) =>
      row.updatedAt ? (
        <>
          {dateTimeText(row.updatedAt)}
          <span className={pageCss.sub}>{row.updatedByName}</span>
        </>
      ) : (
        NONE
      ),
  };
}

/** A record's time, below its day the hour or what tells more: where a table has many columns, none is out of sight for it. */
export function RowTime({ at, seconds, children }: { at: string; seconds?: boolean; children?: ReactNode }) {
  const whole = dateTimeText(at, seconds);
  return (
    <time dateTime={at} title={children ? whole : undefined}>
      {dateText(at)}
      <span className={pageCss.sub}>{children || whole.slice(11)}</span>
    </time>
  );
}

/** Whether it can still be chosen. */
export function retiredColumn<T extends { retired: boolean }>(): TableColumnType<T> {
  return {
    key: 'status',
    title: '状态',
    render: (_, row) => <Tag tone={row.retired ? 'quiet' : 'good'}>{row.retired ? '已停用' : '正常'}</Tag>,
  };
}
