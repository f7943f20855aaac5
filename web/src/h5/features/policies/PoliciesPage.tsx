import { Button } from 'antd-mobile';
import { Link, useSearchParams } from 'react-router';
import { api, type Facet } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Empty } from '@/shared/ui';
import { Body, Facets, Pick, Section, SortBy } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import { PolicyRow } from './PolicyRow';
import css from './policies.module.css';

const soon: [string, string] = ['deadline', '即将截止'];

export default function PoliciesPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const asked = (name: string) => params.get(name) ?? '';
  const filter = Object.fromEntries(
    ['q', 'category', 'level', 'status', 'sort'].map((name) => [name, asked(name) || undefined]),
  );
  const query = useGrowing(['policies', filter], (page, signal) =>
    // Whatever stands in the address bar: the server refuses what it does not know.
    api.get('/api/policy/policies', { signal, query: { ...filter, page, size: 10 } }),
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
        label="搜索政策"
        placeholder="名称、文号、关键词"
        key={q}
        value={q}
        onSearch={(text) => set('q', text)}
      />
      <p>
        <Link to="/express">政策直通车：现在可以申报、兑现的项目</Link>
      </p>
      {facets && (
        <>
          <Facets
            name="政策类别"
            chosen={asked('category')}
            items={facets.categories}
            onChoose={(next) => set('category', next)}
          />
          <div className={css.narrow}>
            <Pick
              name="级别"
              all="全部级别"
              chosen={asked('level')}
              items={translated(facets.levels, 'policyLevel')}
              onChoose={(next) => set('level', next)}
            />
            <Pick
              name="效力"
              all="全部"
              chosen={asked('status')}
              items={translated(facets.statuses, 'policyStatus')}
              onChoose={(next) => set('status', next)}
            />
            <SortBy
              chosen={asked('sort')}
              sorts={
                q ? [['', '按相关度'], ['publishDate,desc', '按发布时间'], soon] : [['', '按发布时间'], soon]
              }
              onChoose={(next) => set('sort', next)}
            />
          </div>
        </>
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

function translated(items: Facet[], group: 'policyLevel' | 'policyStatus'): Facet[] {
  return items.map((item) => ({ ...item, label: label(group, item.value) }));
}
