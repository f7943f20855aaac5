import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, type Facet, type PolicyPage, type PolicySummary } from '@/shared/api';
import { Empty, Icon, Loaded, longDate, Skeleton, useListUrlState } from '@/shared/ui';
import { label } from '@/shared/i18n';
import { ButtonLink, PageHead, Pager, Wrap } from '../../ui';
import { List, ListItem } from '../../ui/List';
import { Facets } from '../../ui/Facets';
import { SearchBox } from '../../ui/SearchBox';
import { pageHref } from '../../ui/pageHref';
import { PolicyTags } from './PolicyCard';

const sorts = [
  { value: 'publishDate,desc', label: '按发布时间' },
  { value: 'validTo,asc', label: '按截止时间' },
];

export default function PoliciesPage() {
  const [params] = useSearchParams();
  const asked = !!params.get('q');
  const state = useListUrlState({ size: 10, sort: asked ? 'relevance' : 'publishDate,desc' });
  const query = useQuery({
    queryKey: ['policies', 'list', state.query],
    queryFn: ({ signal }) => api.get<PolicyPage>('/api/policy/policies', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  const q = text(state.filters.q);

  return (
    <>
      <PageHead
        title="惠企政策"
        intro="国家、市、区三级惠企政策原文信息、适用条件与通俗解读。未能逐字核对原文的内容标注“待核实”。"
        actions={
          <ButtonLink look="main" to="/match">
            <Icon name="match" /> 匹配本企业
          </ButtonLink>
        }
      />
      <Wrap>
        <List
          search={
            <SearchBox
              value={q}
              placeholder="搜政策名称、文号、发文机关"
              onSearch={(next) => state.setFilters({ q: next })}
            />
          }
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
          sort={{
            options: asked ? [{ value: 'relevance', label: '按相关度' }, ...sorts] : sorts,
            value: state.sort,
            onChange: state.setSort,
          }}
          total={query.data?.total}
          busy={query.isFetching}
        >
          <Loaded query={query} skeleton={<Skeleton lines={12} />}>
            {(data) =>
              data.items.length ? (
                <>
                  <ul>
                    {data.items.map((policy) => (
                      <li key={policy.id}>
                        <PolicyRow policy={policy} />
                      </li>
                    ))}
                  </ul>
                  <Pager
                    page={state.page}
                    size={state.size}
                    total={data.total}
                    href={(page) => pageHref(params, page)}
                  />
                </>
              ) : (
                <Empty title={label('state', 'emptyFiltered')}>
                  <ButtonLink look="outline" to="/policies">
                    清除条件
                  </ButtonLink>
                </Empty>
              )
            }
          </Loaded>
        </List>
      </Wrap>
    </>
  );
}

export function PolicyRow({ policy }: { policy: PolicySummary }) {
  return (
    <ListItem
      tags={<PolicyTags policy={policy} />}
      title={<Link to={`/policies/${policy.code}`}>{policy.title}</Link>}
      highlight={policy.benefit}
      facts={[
        ['文号', policy.docNumber],
        ['发文机关', policy.issuer],
        ['发布', longDate(policy.publishDate)],
        ['有效期至', policy.validTo && longDate(policy.validTo)],
      ]}
    />
  );
}

/** The first value of a filter that the page uses as single. */
function text(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function translated(items: Facet[], group: 'policyLevel' | 'policyCategory' | 'policyStatus'): Facet[] {
  return items.map((item) => ({ ...item, label: label(group, item.value) }));
}
