import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useSearchParams } from 'react-router';
import { api, type Page, type ScanRecord } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Empty, Loaded, NONE, Skeleton, Tag, useListUrlState } from '@/shared/ui';
import { Pager } from '../../ui';
import { CenterHead, Panel } from '../../ui/Panel';
import { pageHref } from '../../ui/pageHref';

export default function ScansPage() {
  const state = useListUrlState({ size: 10 });
  const [params] = useSearchParams();
  const query = useQuery({
    queryKey: ['scans', state.query],
    queryFn: ({ signal }) => api.get<Page<ScanRecord>>('/api/code/my/scans', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <CenterHead title="扫码记录" intro="谁、何时、在哪里扫了企业码，看到了哪些类别的信息。" />
      <Panel flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(data) => (
            <Table<ScanRecord>
              rowKey="id"
              dataSource={data.items}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <Empty compact title="还没有人扫过企业码" /> }}
              columns={[
                {
                  title: '时间',
                  dataIndex: 'at',
                  render: (at: string) => <time dateTime={at}>{dateTimeText(at, true)}</time>,
                },
                {
                  title: '扫码人',
                  render: (_, row) => (
                    <>
                      {row.scannerName}
                      {row.scannerInstitution && (
                        <span
                          style={{ display: 'block', color: 'var(--zq-text-muted)', fontSize: '0.875rem' }}
                        >
                          {row.scannerInstitution}
                        </span>
                      )}
                    </>
                  ),
                },
                { title: '地点', dataIndex: 'place', render: (place: string | null) => place ?? NONE },
                {
                  title: '方式',
                  dataIndex: 'source',
                  render: (source: string) => label('scanSource', source),
                },
                {
                  title: '展示的信息',
                  dataIndex: 'shownCategories',
                  render: (shown: string[]) => (
                    <span style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
                      {shown.length ? shown.map((one) => <Tag key={one}>{label('consent', one)}</Tag>) : NONE}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {query.data && (
        <Pager
          page={state.page}
          size={state.size}
          total={query.data.total}
          href={(page) => pageHref(params, page)}
        />
      )}
    </>
  );
}
