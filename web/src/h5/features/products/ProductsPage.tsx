import { Button } from 'antd-mobile';
import { Link, useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { Empty, Icon, type IconName } from '@/shared/ui';
import { CompareBar, CompareChoice } from '@/shared/loans/Comparing';
import { Body, Facets, Pick, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import { ProductRow } from './ProductRow';
import css from './products.module.css';

const tools: { to: string; title: string; icon: IconName; name?: string }[] = [
  { to: '/loans/calculator', title: '还款计算', icon: 'loan', name: '还款计算器' },
  { to: '/loans/advice', title: '信贷建议', icon: 'report' },
  { to: '/my/demands/new', title: '融资需求', icon: 'edit', name: '发布融资需求' },
  { to: '/finance/activities', title: '金融活动', icon: 'calendar' },
  { to: '/finance/news', title: '金融资讯', icon: 'file' },
];

export default function ProductsPage() {
  const [params, setParams] = useSearchParams();
  const asked = (name: string) => params.get(name) ?? '';
  const filter = {
    q: asked('q') || undefined,
    productType: asked('productType') || undefined,
    guarantee: asked('guarantee') || undefined,
    bankId: asked('bankId') || undefined,
  };
  const query = useGrowing(['products', filter], (page, signal) =>
    api.get('/api/finance/products', { signal, query: { ...filter, page, size: 10 } }),
  );
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const facets = query.data?.pages[0]?.facets;
  return (
    <Body>
      <Search
        key={asked('q')}
        label="搜索贷款产品"
        placeholder="产品、银行、担保方式"
        value={asked('q')}
        onSearch={(text) => set('q', text)}
      />
      <nav className={css.tools} aria-label="融资服务">
        {tools.map(({ to, title, icon, name }) => (
          <Link key={to} to={to} aria-label={name}>
            <Icon name={icon} size={24} />
            {title}
          </Link>
        ))}
      </nav>
      {facets && (
        <>
          <Facets
            name="产品类型"
            chosen={asked('productType')}
            items={facets.productTypes}
            onChoose={(next) => set('productType', next)}
          />
          <Facets
            name="担保方式"
            chosen={asked('guarantee')}
            items={facets.guarantees}
            onChoose={(next) => set('guarantee', next)}
          />
          <Pick
            name="银行"
            all="全部银行"
            chosen={asked('bankId')}
            items={facets.banks}
            onChoose={(next) => set('bankId', next)}
          />
        </>
      )}
      <Growing
        query={query}
        empty={
          <Empty title="没有找到相关产品" hint="换个关键词，或去掉筛选条件">
            <Button onClick={() => setParams({}, { replace: true })}>清除条件</Button>
          </Empty>
        }
      >
        {(items, { total }) => (
          <Section title={`共 ${total} 个产品`} flush>
            {items.map((product) => (
              <div key={product.id} className={css.item}>
                <ProductRow product={product} />
                <div className={css.choice}>
                  <CompareChoice product={product} />
                </div>
              </div>
            ))}
          </Section>
        )}
      </Growing>
      <CompareBar />
    </Body>
  );
}
