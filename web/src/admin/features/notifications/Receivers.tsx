import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input, Select, type TableColumnType } from 'antd';
import { useState } from 'react';
import { api, saveFile, type NotificationReceiver } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Icon, NONE, StatusTag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { pageCss, Panel } from '../../ui/page';
import { PagedRows } from '../../ui/PagedRows';
import { WAYS, type Way } from './content';
import css from './notifications.module.css';

const RESULTS = [
  'DELIVERED',
  'ACCEPTED',
  'FAILED',
  'UNDELIVERED',
  'UNCERTAIN',
  'NOBODY',
  'GONE',
  'WAITING',
  'TAKEN',
  'CANCELLED',
  'DECLINED',
] as const;
type Result = (typeof RESULTS)[number];

type Row = NotificationReceiver & { key: string };

const COLUMNS: TableColumnType<Row>[] = [
  { key: 'receiver', title: '接收人', render: (_, row) => row.receiver ?? '（未知姓名）' },
  { key: 'channel', title: '方式', render: (_, row) => label('pushChannel', row.channel) },
  {
    key: 'status',
    title: '结果',
    render: (_, row) => (
      <>
        <StatusTag of="deliveryResult" value={row.result} />
        {row.heldUntil && <span className={pageCss.sub}>免打扰至 {dateTimeText(row.heldUntil)}</span>}
      </>
    ),
  },
  {
    key: 'at',
    title: '时间',
    className: pageCss.num,
    render: (_, row) => (row.at ? dateTimeText(row.at, true) : NONE),
  },
  {
    key: 'readAt',
    title: '站内阅读',
    className: pageCss.num,
    render: (_, row) => (row.readAt ? dateTimeText(row.readAt, true) : NONE),
  },
];

/** To whom it went by which way, and what became of it. */
export function Receivers({ id, live }: { id: string; live: boolean }) {
  const { message } = App.useApp();
  const problems = useProblems();
  const [channel, setChannel] = useState<Way>();
  const [result, setResult] = useState<Result>();
  const [receiver, setReceiver] = useState<string>();
  const [page, setPage] = useState(1);
  const filter = { channel, result, receiver };
  const query = useQuery({
    queryKey: ['notifications', 'receivers', id, filter, page],
    queryFn: ({ signal }) =>
      api.get('/api/message/notifications/{id}/receivers', {
        path: { id },
        query: { ...filter, page, size: 20 },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: live ? 3_000 : false,
  });
  const run = useMutation({
    mutationFn: () =>
      api.file('/api/message/notifications/{id}/receivers/export', { path: { id }, query: filter }),
    onSuccess: ({ blob, name }) => {
      saveFile(blob, name);
      void message.success(`已导出 ${name}`);
    },
    onError: (error) => problems(error),
  });
  const narrowed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      setPage(1);
      set(value);
    };
  };
  const rows: Row[] = (query.data?.items ?? []).map((row) => ({
    ...row,
    key: `${row.accountId} ${row.channel}`,
  }));
  return (
    <Panel
      title="接收结果"
      extra={
        <Button
          icon={<Icon name="download" size={16} />}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          导出
        </Button>
      }
    >
      <div className={css.filters} role="search" aria-label="筛选接收结果">
        <Select
          aria-label="方式"
          allowClear
          placeholder="全部方式"
          options={WAYS.map((value) => ({ value, label: label('pushChannel', value) }))}
          value={channel}
          onChange={narrowed(setChannel)}
        />
        <Select
          aria-label="结果"
          allowClear
          placeholder="全部结果"
          options={RESULTS.map((value) => ({ value, label: label('deliveryResult', value) }))}
          value={result}
          onChange={narrowed(setResult)}
        />
        <Input.Search
          aria-label="接收人姓名"
          allowClear
          placeholder="接收人姓名"
          maxLength={50}
          onSearch={(name) => narrowed(setReceiver)(name.trim() || undefined)}
        />
      </div>
      <PagedRows
        name="接收结果"
        query={query}
        rows={rows}
        rowKey="key"
        columns={COLUMNS}
        empty={label('state', 'emptyFiltered')}
        page={page}
        onPage={setPage}
      />
    </Panel>
  );
}
