import { Button } from 'antd-mobile';
import { Link, useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { Empty, Icon, type IconName } from '@/shared/ui';
import { CompareBar, CompareChoice } from '@/shared/loans/Comparing';
import { Body, Section } from '../../ui';
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
  const q = params.get('q') ?? '';
  const query = useGrowing(['products', q], (page, signal) =>
    api.get('/api/finance/products', { signal, query: { q: q || undefined, page, size: 10 } }),
  );
  const search = (value: string) => setParams(value ? { q: value } : {}, { replace: true });
  return (
    <Body>
      <Search key={q} label="搜索贷款产品" placeholder="产品、银行、担保方式" value={q} onSearch={search} />
      <nav className={css.tools} aria-label="融资服务">
        {tools.map(({ to, title, icon, name }) => (
          <Link key={to} to={to} aria-label={name}>
            <Icon name={icon} size={24} />
            {title}
          </Link>
        ))}
      </nav>
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
