import { Link } from 'react-router';
import { consentCategories } from '@/shared/consents';
import { label } from '@/shared/i18n';
import { readingOrigin, readingPath } from '@/shared/readings';
import { dateTimeText, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import css from './ReadingsPage.module.css';

const sources = ['SCAN', 'APPLICATION', 'CLAIM', 'DECLARATION', 'REDEMPTION', 'SYSTEM'] as const;

/** 数据查看记录: who saw which data of the enterprise, when, what for, and what led there. */
export default function ReadingsPage() {
  return (
    <ListPage
      title="数据查看记录"
      intro="谁在什么时间、为了什么、通过哪次扫码或哪笔申请，查看了企业的哪些信息"
      queryKey={['readings']}
      path="/api/code/my/readings"
      rowKey="id"
      exportPath="/api/code/my/readings/export"
      bare
      empty={{ title: '还没有人查看', hint: '部门、银行等查看企业信息时记在这里' }}
      defaultSort="at,desc"
      filters={[
        { kind: 'text', name: 'q', label: '查看人', placeholder: '姓名、机构、编号' },
        {
          kind: 'select',
          name: 'source',
          label: '来源',
          options: sources.map((value) => ({ value, label: label('readingSource', value) })),
        },
        {
          kind: 'select',
          name: 'category',
          label: '查看的信息',
          options: ([...consentCategories, 'REPORT', 'MATCHES'] as const)
            .filter((value) => value !== 'TAX')
            .map((value) => ({ value, label: label('consent', value) })),
        },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      scrollX={680}
      columns={[
        {
          key: 'readerName',
          title: '查看人',
          render: (_, row) => (
            <>
              <b>{row.readerName}</b>
              {row.institutionName && <small>{row.institutionName}</small>}
            </>
          ),
          className: css.two,
        },
        {
          key: 'at',
          title: '查看时间',
          sorter: true,
          className: css.num,
          render: (_, row) => <time dateTime={row.at}>{dateTimeText(row.at, true)}</time>,
        },
        {
          key: 'source',
          title: '来源和用途',
          className: css.two,
          render: (_, row) => {
            const path = readingPath(row);
            return (
              <>
                {path ? <Link to={path}>{readingOrigin(row)}</Link> : <span>{readingOrigin(row)}</span>}
                <small>{row.purpose}</small>
              </>
            );
          },
        },
        {
          key: 'categories',
          title: '查看的信息',
          render: (_, row) =>
            row.revealed ? (
              <Tag icon="eye">{row.revealed}（明文）</Tag>
            ) : row.document ? (
              <Tag icon="eye">{row.document}</Tag>
            ) : row.categories.length ? (
              <span className={css.tags}>
                {row.categories.map((one) => (
                  <Tag key={one}>{label('consent', one)}</Tag>
                ))}
              </span>
            ) : (
              '仅名称、代码和企业码状态'
            ),
        },
      ]}
    />
  );
}
