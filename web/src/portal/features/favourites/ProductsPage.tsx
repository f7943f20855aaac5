import { Link } from 'react-router';
import { FavouriteButton, favourites } from '@/shared/favourites';
import { limitText, rateText } from '@/shared/loans/product';
import { dateTimeText, StatusTag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { buttonClass, ButtonLink } from '../../ui';

/** 我的收藏: loan products that the enterprise keeps, as they are now. */
export default function ProductsPage() {
  return (
    <ListPage
      title="我的收藏：贷款产品"
      intro="本企业收藏的贷款产品，同事共用；暂停受理时在此注明"
      queryKey={favourites('product')}
      path="/api/finance/my/favourites"
      rowKey="id"
      exportPath="/api/finance/my/favourites/export"
      defaultSort="addedAt,desc"
      filters={[{ kind: 'text', name: 'q', label: '关键词', placeholder: '产品、银行、类型' }]}
      bare
      empty={{ title: '还没有收藏贷款产品', hint: '在产品详情页点“收藏”，需要时在这里找到' }}
      toolbar={() => (
        <ButtonLink look="outline" small to="/center/favourites">
          收藏的政策
        </ButtonLink>
      )}
      scrollX={760}
      columns={[
        {
          key: 'title',
          title: '产品',
          sorter: true,
          render: (_, row) => <Link to={`/loans/${row.code}`}>{row.title}</Link>,
        },
        { key: 'bankName', title: '银行', dataIndex: 'bankName' },
        {
          key: 'maxAmountWan',
          title: '最高额度',
          sorter: true,
          render: (_, row) => (row.maxAmountWan ? limitText(row.maxAmountWan) : '银行核定'),
        },
        { key: 'rate', title: '利率', render: (_, row) => rateText(row.rateText) },
        {
          key: 'status',
          title: '状态',
          render: (_, row) => <StatusTag of="productStatus" value={row.status} />,
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
            <FavouriteButton of="product" id={row.id} listed className={buttonClass('plain')} />
          ),
        },
      ]}
    />
  );
}
