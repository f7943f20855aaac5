import { Button } from 'antd-mobile';
import { useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { Empty } from '@/shared/ui';
import { CompareBar, CompareChoice } from '@/shared/loans/Comparing';
import { Body, LinkButton, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import { ProductRow } from './ProductRow';
import css from './products.module.css';

export default function ProductsPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const query = useGrowing(['products', q], (page, signal) =>
    api.get('/api/finance/products', { signal, query: { q: q || undefined, page, size: 10 } }),
  );
  const search = (value: string) => setParams(value ? { q: value } : {}, { replace: true });
  return (
    <Body>
      <Search key={q} label="搜索贷款产品" placeholder="产品、银行、担保方式" value={q} onSearch={search} />
      <div className={css.tools}>
        <LinkButton to="/loans/calculator">还款计算器</LinkButton>
        <LinkButton to="/loans/advice">信贷建议</LinkButton>
        <LinkButton to="/my/demands/new">发布融资需求</LinkButton>
        <LinkButton to="/finance/activities">金融活动</LinkButton>
        <LinkButton to="/finance/news">金融资讯</LinkButton>
      </div>
      <Growing
        query={query}
        empty={
          <Empty title="没有找到相关产品">
            <Button onClick={() => search('')}>清除条件</Button>
          </Empty>
        }
      >
        {(items, { total }) => (
          <Section title={`共 ${total} 个产品`} flush>
            {items.map((product) => (
              <div key={product.id}>
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
