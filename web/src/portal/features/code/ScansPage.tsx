import { label } from '@/shared/i18n';
import { dateTimeText, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import css from './ReadingsPage.module.css';

const SOURCES = ['CAMERA', 'PICTURE', 'TYPED', 'WECHAT', 'SYSTEM'] as const;

/** 扫码记录: set as 数据查看记录, which stands beside it. */
export default function ScansPage() {
  return (
    <ListPage
      title="扫码记录"
      intro="谁、何时、在哪里扫了企业码，看到了哪些类别的信息"
      queryKey={['scans']}
      path="/api/code/my/scans"
      rowKey="id"
      exportPath="/api/code/my/scans/export"
      bare
      empty={{ title: '还没有人扫码', hint: '企业码被扫码核验时记在这里' }}
      defaultSort="at,desc"
      filters={[
        { kind: 'text', name: 'q', label: '扫码人', placeholder: '姓名、机构、地点' },
        {
          kind: 'select',
          name: 'source',
          label: '方式',
          options: SOURCES.map((value) => ({ value, label: label('scanSource', value) })),
        },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'scannerName',
          title: '扫码人',
          className: css.two,
          render: (_, scan) => (
            <>
              <b>{scan.scannerName}</b>
              {scan.scannerInstitution && <small>{scan.scannerInstitution}</small>}
            </>
          ),
        },
        {
          key: 'at',
          title: '扫码时间',
          sorter: true,
          className: css.num,
          render: (_, scan) => <time dateTime={scan.at}>{dateTimeText(scan.at)}</time>,
        },
        {
          key: 'place',
          title: '地点与方式',
          render: (_, scan) => [scan.place, label('scanSource', scan.source)].filter(Boolean).join('，'),
        },
        {
          key: 'shownCategories',
          title: '展示的信息',
          render: (_, scan) =>
            scan.shownCategories.length ? (
              <span className={css.tags}>
                {scan.shownCategories.map((one) => (
                  <Tag key={one}>{label('consent', one)}</Tag>
                ))}
              </span>
            ) : (
              '未展示信息'
            ),
        },
      ]}
    />
  );
}
