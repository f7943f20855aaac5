import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, NONE, StatusTag, Words } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';
import { Reason } from '../../ui/Reason';

/** 产品录入与审核: a bank sees what it works at, the finance office what it was given. */
export default function EntriesPage() {
  const { can } = useMe();
  const review = can('finance.product.review');
  const navigate = useNavigate();
  const banks = useQuery({
    queryKey: ['reference', 'banks'],
    queryFn: ({ signal }) => api.get('/api/user/reference/institutions', { query: { type: 'BANK' }, signal }),
    staleTime: Infinity,
    enabled: review,
  });
  const states = review
    ? (['SUBMITTED', 'RETURNED', 'APPROVED'] as const)
    : (['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'DISCARDED'] as const);
  return (
    <ListPage
      title="产品录入与审核"
      intro={
        review
          ? '金融机构提交的产品和新版本，审核通过后对外发布'
          : '录入新产品或新版本，经金融办审核后对外发布；审核通过前，现行版本继续有效'
      }
      queryKey={['entries', 'list']}
      path="/api/finance/manage/product-entries"
      rowKey="id"
      tabs={{
        name: 'status',
        label: '状态',
        options: states.map((value) => ({ value, label: label('entryStatus', value) })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '产品', placeholder: '产品或金融机构名称' },
        ...(review
          ? [
              {
                kind: 'select' as const,
                name: 'bankId' as const,
                label: '金融机构',
                loading: banks.isPending,
                options: (banks.data ?? []).map((bank) => ({ value: bank.id, label: bank.name })),
              },
            ]
          : []),
      ]}
      toolbar={() =>
        can('finance.product.own') && (
          <MainButton onClick={() => void navigate('/product-entries/new')}>录入新产品</MainButton>
        )
      }
      empty={{ title: review ? '没有待审核的产品' : '还没有录入产品' }}
      columns={[
        {
          key: 'title',
          title: '产品',
          render: (_, row) => (
            <>
              <Link to={`/product-entries/${row.id}`}>{row.title || '（未填写名称）'}</Link>
              {review && (
                <span className={pageCss.sub}>
                  <Words>{row.bankName}</Words>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'edition',
          title: '版本',
          render: (_, row) =>
            row.edition ? `第 ${row.edition} 版` : row.productId ? '现有产品的新版本' : '新产品',
        },
        {
          key: 'status',
          title: '状态',
          render: (_, row) => (
            <>
              <StatusTag of="entryStatus" value={row.status} />
              {row.status === 'RETURNED' && row.returnReason && <Reason>{row.returnReason}</Reason>}
            </>
          ),
        },
        { key: 'enteredBy', title: '录入人', render: (_, row) => row.enteredBy },
        {
          key: 'submittedAt',
          title: '提交时间',
          className: pageCss.num,
          render: (_, row) => (row.submittedAt ? dateTimeText(row.submittedAt) : NONE),
        },
        {
          key: 'changedAt',
          title: '更新时间',
          className: pageCss.num,
          render: (_, row) => dateTimeText(row.changedAt),
        },
      ]}
    />
  );
}
