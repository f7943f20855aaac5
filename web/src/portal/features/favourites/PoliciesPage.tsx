import { Link } from 'react-router';
import { FavouriteButton, favourites } from '@/shared/favourites';
import { dateTimeText, longDate, StatusTag, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { buttonClass, ButtonLink } from '../../ui';

/** 我的收藏: policies that the enterprise keeps, as they are now. */
export default function PoliciesPage() {
  return (
    <ListPage
      title="我的收藏：政策"
      intro="本企业收藏的惠企政策，同事共用；政策到期、被替代或撤下时在此注明"
      queryKey={favourites('policy')}
      path="/api/policy/my/favourites"
      rowKey="id"
      exportPath="/api/policy/my/favourites/export"
      defaultSort="addedAt,desc"
      filters={[{ kind: 'text', name: 'q', label: '关键词', placeholder: '政策名称、文号、发文机关' }]}
      bare
      empty={{ title: '还没有收藏政策', hint: '在政策详情页点“收藏”，需要时在这里找到' }}
      toolbar={() => (
        <ButtonLink look="outline" small to="/center/favourites/products">
          收藏的贷款产品
        </ButtonLink>
      )}
      scrollX={760}
      columns={[
        {
          key: 'title',
          title: '政策',
          sorter: true,
          width: '40%',
          render: (_, row) =>
            row.status ? <Link to={`/policies/${row.code}`}>{row.title}</Link> : <span>{row.title}</span>,
        },
        { key: 'issuer', title: '发文机关', dataIndex: 'issuer' },
        {
          key: 'status',
          title: '效力',
          render: (_, row) =>
            row.status ? <StatusTag of="policyStatus" value={row.status} /> : <Tag>已撤下</Tag>,
        },
        {
          key: 'validTo',
          title: '有效期至',
          sorter: true,
          render: (_, row) => (row.validTo ? longDate(row.validTo) : '未载明'),
        },
        {
          key: 'addedAt',
          title: '收藏时间',
          sorter: true,
          render: (_, row) => <time dateTime={row.addedAt}>{dateTimeText(row.addedAt)}</time>,
        },
        {
          key: 'actions',
          title: '操作',
          render: (_, row) => (
            <FavouriteButton of="policy" id={row.id} listed className={buttonClass('plain')} />
          ),
        },
      ]}
    />
  );
}
