import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, type Facet, type PolicySummary } from '@/shared/api';
import { figuresIn, Icon, longDate, useListUrlState, Words } from '@/shared/ui';
import { docNumberText } from '@/shared/ui/sources';
import { label } from '@/shared/i18n';
import { ButtonLink, PageHead, Wrap } from '../../ui';
import { ListItem, SearchList } from '../../ui/List';
import { Facets } from '../../ui/Facets';
import { PolicyTags } from './PolicyCard';

const sorts = [
  { value: 'publishDate,desc', label: '按发布时间' },
  { value: 'deadline', label: '即将截止' },
];

export default function PoliciesPage() {
  const [params] = useSearchParams();
  const asked = !!params.get('q');
  const state = useListUrlState<'/api/policy/policies'>({
    size: 10,
    sort: asked ? 'relevance' : 'publishDate,desc',
  });
  const query = useQuery({
    queryKey: ['policies', 'list', state.query],
    queryFn: ({ signal }) => api.get('/api/policy/policies', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });

  return (
    <>
      <PageHead
        title="惠企政策"
        intro={
          <>
            国家级、市级和区级惠企政策的原文信息、适用条件与通俗解读。未能逐字核对原文的内容标注
            <span className="zq-whole">“待核实”。</span>
          </>
        }
        actions={
          <>
            <ButtonLink look="outline" to="/express">
              政策直通车
            </ButtonLink>
            <ButtonLink look="outline" to="/redemptions">
              政策兑现
            </ButtonLink>
            <ButtonLink look="outline" to="/notices">
              公示窗口
            </ButtonLink>
            <ButtonLink look="main" to="/match">
              <Icon name="match" /> 匹配本企业
            </ButtonLink>
          </>
        }
      />
      <Wrap>
        <SearchList
          state={state}
          query={query}
          placeholder="名称、文号、发文机关"
          filters={
            query.data && (
              <Facets
                groups={[
                  {
                    name: 'level',
                    title: '级别',
                    items: translated(query.data.facets.levels, 'policyLevel'),
                  },
                  {
                    name: 'category',
                    title: '类别',
                    items: translated(query.data.facets.categories, 'policyCategory'),
                  },
                  {
                    name: 'status',
                    title: '效力',
                    items: translated(query.data.facets.statuses, 'policyStatus'),
                  },
                  { name: 'tag', title: '标签', items: query.data.facets.tags },
                ]}
              />
            )
          }
          sorts={asked ? [{ value: 'relevance', label: '按相关度' }, ...sorts] : sorts}
          home="/policies"
          row={(policy) => <PolicyRow policy={policy} />}
        />
      </Wrap>
    </>
  );
}

export function PolicyRow({ policy }: { policy: PolicySummary }) {
  return (
    <ListItem
      tags={<PolicyTags brief policy={policy} />}
      title={
        <Link to={`/policies/${policy.code}`}>
          <Words>{policy.title}</Words>
        </Link>
      }
      highlight={policy.benefit && figuresIn(policy.benefit)}
      facts={[
        ['文号', docNumberText(policy.docNumber)],
        ['发文机关', policy.issuer],
        ['发布', longDate(policy.publishDate)],
        ['有效期至', policy.validTo && longDate(policy.validTo)],
      ]}
    />
  );
}

function translated(items: Facet[], group: 'policyLevel' | 'policyCategory' | 'policyStatus'): Facet[] {
  return items.map((item) => ({ ...item, label: label(group, item.value) }));
}
