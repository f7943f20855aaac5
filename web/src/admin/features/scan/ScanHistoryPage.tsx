import { label } from '@/shared/i18n';
import { dateTimeText, NONE, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';

/** 扫码记录 of the person who is signed in. */
export default function ScanHistoryPage() {
  return (
    <ListPage
      title="扫码记录"
      intro="您核验过的企业码，以及当时企业出示的内容"
      queryKey={['scans', 'list']}
      path="/api/code/scans"
      rowKey="id"
      columns={[
        { key: 'enterpriseName', title: '企业', render: (_, record) => record.enterpriseName },
        {
          key: 'at',
          title: '核验时间',
          className: pageCss.num,
          render: (_, record) => dateTimeText(record.at, true),
        },
        { key: 'source', title: '方式', render: (_, record) => label('scanSource', record.source) },
        { key: 'place', title: '地点', render: (_, record) => record.place ?? NONE },
        {
          key: 'shownCategories',
          title: '出示的信息',
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
