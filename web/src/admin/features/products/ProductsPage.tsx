import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, useMe, useSubmit, type ManagedProduct } from '@/shared/api';
import { label } from '@/shared/i18n';
import { typesOf } from '@/shared/loans';
import { figuresIn, Tag, termText, Unverified, wan, Words } from '@/shared/ui';
import { ACTIONS, ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { RowActions } from '../../ui/RowActions';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { ProductDrawer } from './ProductDrawer';
import { ProductState } from './ProductState';
import { productActions, type ProductAction } from './actions';

/** What is done without a word. */
type Simple = Exclude<ProductAction, 'suspend'>;

const WORDS: Record<ProductAction, { title: string; ask: string; done: string }> = {
  pin: { title: '置顶', ask: '置顶后在门户首页“企融”展示，最多三个。', done: '已置顶' },
  unpin: { title: '取消置顶', ask: '取消后不再在门户首页展示。', done: '已取消置顶' },
  suspend: {
    title: '暂停受理',
    ask: '暂停后企业不能再申请该产品，已提交的申请继续办理。',
    done: '已暂停受理',
  },
  lift: {
    title: '撤销暂停',
    ask: '撤销的是本方的暂停。另一方的暂停仍然有效，企业暂时不能申请该产品。',
    done: '已撤销暂停，产品仍由另一方暂停受理',
  },
  resume: {
    title: '恢复受理',
    ask: '恢复后企业可继续申请该产品。暂停前在首页置顶的，不会自动恢复置顶。',
    done: '已恢复受理',
  },
};

/** 金融产品: a bank sees its own, the finance office all. */
export default function ProductsPage() {
  const { me, can } = useMe();
  const review = can('finance.product.review');
  const enters = can('finance.product.own');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const conflict = useThingConflict('这个产品', [['products']]);
  const [open, setOpen] = useState<ManagedProduct>();
  const [suspending, setSuspending] = useState<ManagedProduct>();
  const banks = useQuery({
    queryKey: ['reference', 'banks'],
    queryFn: ({ signal }) => api.get('/api/user/reference/institutions', { query: { type: 'BANK' }, signal }),
    staleTime: Infinity,
    enabled: review,
  });
  // What the published products are of: the filters name what there is.
  const facets = useQuery({
    queryKey: ['products', 'facets'],
    queryFn: ({ signal }) =>
      api.get('/api/finance/products', { query: { size: 1 }, signal }).then((page) => page.facets),
    staleTime: 5 * 60_000,
  });
  const optionsOf = (values: { value: string; label: string }[] | undefined) =>
    (values ?? []).map(({ value, label: text }) => ({ value, label: figuresIn(text) }));
  const act = useSubmit(
    ({ product, action }: { product: ManagedProduct; action: Simple }, idempotencyKey) =>
      api.post(`/api/finance/manage/products/{id}/${action === 'lift' ? 'resume' : action}`, {
        path: { id: product.id },
        body: { version: product.version },
        idempotencyKey,
      }),
    {
      about: ({ product, action }) => `${action} ${product.id} ${product.version}`,
      onSuccess: (_, { action }) => void message.success(WORDS[action].done),
      onError: (error) => void conflict(error),
      onSettled: () => queries.invalidateQueries({ queryKey: ['products'] }),
    },
  );
  const suspend = useSubmit(
    ({ product, reason }: { product: ManagedProduct; reason: string }, idempotencyKey) =>
      api.post('/api/finance/manage/products/{id}/suspend', {
        path: { id: product.id },
        body: { version: product.version, reason },
        idempotencyKey,
      }),
    {
      about: ({ product, reason }) => `${product.id} ${product.version} ${reason}`,
      onSettled: () => queries.invalidateQueries({ queryKey: ['products'] }),
    },
  );
  const takeOff = async (reason: string) => {
    if (!suspending) return;
    try {
      await suspend.mutateAsync({ product: suspending, reason });
      void message.success(WORDS.suspend.done);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
  };
  const ask = (product: ManagedProduct, action: Simple) =>
    modal.confirm({
      title: `${WORDS[action].title}“${product.title}”？`,
      content: WORDS[action].ask,
      okText: WORDS[action].title,
      onOk: () => act.mutateAsync({ product, action }).catch(() => undefined),
    });

  return (
    <>
      <ListPage
        title="金融产品"
        intro={
          review
            ? '各金融机构发布的产品，可置顶、暂停和恢复'
            : `${me?.institution?.name ?? '本机构'}发布的产品，可录入新产品、发布新版本，也可暂停和恢复受理`
        }
        toolbar={() =>
          enters && <MainButton onClick={() => void navigate('/product-entries/new')}>录入新产品</MainButton>
        }
        queryKey={['products', 'list']}
        path="/api/finance/manage/products"
        rowKey="id"
        exportPath="/api/finance/manage/products/export"
        filters={[
          { kind: 'text', name: 'q', label: '产品', placeholder: '产品名称' },
          {
            kind: 'select',
            name: 'status',
            label: '状态',
            options: ['PUBLISHED', 'SUSPENDED'].map((value) => ({
              value,
              label: label('productStatus', value),
            })),
          },
          {
            kind: 'select',
            name: 'productType',
            label: '类型',
            loading: facets.isPending,
            options: optionsOf(facets.data?.productTypes),
          },
          {
            kind: 'select',
            name: 'guarantee',
            label: '担保方式',
            loading: facets.isPending,
            options: optionsOf(facets.data?.guarantees),
          },
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
        columns={[
          {
            key: 'title',
            title: '产品',
            sorter: true,
            render: (_, product) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => setOpen(product)}>
                  {product.title}
                </Button>{' '}
                {product.pinned && <Tag tone="info">首页置顶</Tag>} {!product.verified && <Unverified />}
                {review && (
                  <span className={pageCss.sub}>
                    <Words>{product.bankName}</Words>
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'productType',
            title: '类型',
            render: (_, product) => typesOf(product.productType).join('、'),
          },
          {
            key: 'guarantee',
            title: '担保方式',
            render: (_, product) => product.guarantee && figuresIn(product.guarantee),
          },
          {
            key: 'maxAmountWan',
            title: '最高额度',
            align: 'right',
            sorter: true,
            className: pageCss.num,
            render: (_, product) => wan(product.maxAmountWan),
          },
          {
            key: 'termMonths',
            title: '最长期限',
            align: 'right',
            sorter: true,
            className: pageCss.num,
            // In one unit, for they are sorted and compared.
            render: (_, product) => termText(product.termMonths),
          },
          {
            key: 'status',
            title: '状态',
            sorter: true,
            render: (_, product) => <ProductState product={product} />,
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, product) => (
              <RowActions
                of={product.title}
                more={productActions(product, review).map((action) => ({
                  key: action,
                  label: WORDS[action].title,
                  danger: action === 'suspend',
                  run: () => (action === 'suspend' ? setSuspending(product) : ask(product, action)),
                }))}
              >
                <Button type="link" size="small" onClick={() => setOpen(product)}>
                  查看
                </Button>
                {enters && (
                  <Button
                    type="link"
                    size="small"
                    onClick={() => void navigate(`/product-entries/new?product=${product.id}`)}
                  >
                    新版本
                  </Button>
                )}
              </RowActions>
            ),
          },
        ]}
      />
      <ProductDrawer product={open} onClose={() => setOpen(undefined)} />
      <ReasonDrawer
        open={!!suspending}
        title={WORDS.suspend.title}
        intro={
          <>
            <b>{suspending?.title}</b>
            <p>
              {WORDS.suspend.ask}
              {suspending?.pinned && '首页置顶同时取消，恢复受理后须重新置顶。'}
              {review && '发布该产品的金融机构会收到消息和原因，且不能自行恢复受理。'}
            </p>
          </>
        }
        label="暂停原因"
        submitText={WORDS.suspend.title}
        danger
        onClose={() => setSuspending(undefined)}
        onSubmit={takeOff}
      />
    </>
  );
}
