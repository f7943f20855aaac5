import { Button } from 'antd-mobile';
import { Link, useSearchParams } from 'react-router';
import { api, type PolicyCategory } from '@/shared/api';
import { Empty } from '@/shared/ui';
import { Body, Facets, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import { PolicyRow } from './PolicyRow';

export default function PoliciesPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  // Whatever stands in the address bar: the server refuses what it does not know.
  const category = (params.get('category') ?? '') as PolicyCategory | '';
  const query = useGrowing(['policies', q, category], (page, signal) =>
    api.get('/api/policy/policies', {
      signal,
      query: { q: q || undefined, category: category || undefined, page, size: 10 },
    }),
  );
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const categories = query.data?.pages[0]?.facets.categories;
  return (
    <Body>
      <Search
        label="搜索政策"
        placeholder="名称、文号、关键词"
        key={q}
        value={q}
        onSearch={(text) => set('q', text)}
      />
      <p>
        <Link to="/express">政策直通车：现在可以申报、兑现的项目</Link>
      </p>
      {categories && (
        <Facets
          name="政策类别"
          chosen={category}
          items={categories}
          onChoose={(next) => set('category', next)}
        />
      )}
      <Growing
        query={query}
        empty={
          <Empty title="没有找到相关政策" hint="换个关键词，或去掉筛选条件">
            <Button onClick={() => setParams({}, { replace: true })}>清除条件</Button>
          </Empty>
        }
      >
        {(items, { total }) => (
          <Section title={`共 ${total} 条`} flush>
            {items.map((policy) => (
              <PolicyRow key={policy.id} policy={policy} />
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
