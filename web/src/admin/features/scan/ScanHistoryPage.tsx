import { label } from '@/shared/i18n';
import { dateTimeText, NONE, Tag, Uscc } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';

const SOURCES = ['CAMERA', 'PICTURE', 'TYPED', 'WECHAT'] as const;

/** 扫码记录: those of the person who is signed in, and of others as far as their roles reach. */
export default function ScanHistoryPage() {
  return (
    <ScopedListPage
      title="扫码记录"
      intro="您可以查看的扫码记录，以及当时企业出示的内容"
      queryKey={['scans', 'list']}
      path="/api/code/scans"
      rowKey="id"
      empty={{ title: '还没有扫码记录', hint: '核验企业码后记在这里' }}
      defaultSort="at,desc"
      exportPath="/api/code/scans/export"
      filters={[
        { kind: 'text', name: 'q', label: '企业', placeholder: '名称或信用代码' },
        {
          kind: 'select',
          name: 'source',
          label: '方式',
          options: SOURCES.map((value) => ({ value, label: label('scanSource', value) })),
        },
        { kind: 'dates', name: 'at', label: '核验日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'enterpriseName',
          title: '企业',
          sorter: true,
          render: (_, record) => (
            <>
              {record.enterpriseName}
              <span className={pageCss.sub}>
                <Uscc of={record.uscc} />
              </span>
            </>
          ),
        },
        {
          key: 'at',
          title: '核验时间',
          sorter: true,
          className: pageCss.num,
          render: (_, record) => dateTimeText(record.at, true),
        },
        {
          key: 'scannerName',
          title: '核验人',
          render: (_, record) => (
            <>
              {record.scannerName}
              <span className={pageCss.sub}>{record.institutionName}</span>
            </>
          ),
        },
        { key: 'source', title: '方式', render: (_, record) => label('scanSource', record.source) },
        { key: 'place', title: '地点', render: (_, record) => record.place ?? NONE },
        {
          key: 'shownCategories',
          title: '出示的信息',
          // Four of them stand in two rows.
          width: 220,
          render: (_, record) => (
            <span className={pageCss.tags}>
              {record.shownCategories.map((category) => (
                <Tag key={category}>{label('consent', category)}</Tag>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
