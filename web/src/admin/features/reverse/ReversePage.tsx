import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, useMe, type ReverseSummary } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  conditionText,
  longDate,
  NONE,
  numberText,
  StatusTag,
  Unverified,
  Uscc,
  useListUrlState,
} from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { useIndustries, useTowns } from '../../reference';
import { pageCss } from '../../ui/page';
import { Push } from './Push';
import css from './ReversePage.module.css';

const PATHS = {
  policies: '/api/match/reverse/policies',
  products: '/api/match/reverse/products',
} as const;
type Kind = keyof typeof PATHS;

const OUTCOMES = ['ELIGIBLE', 'NEARLY', 'UNKNOWN'] as const;

/** 反向匹配: from a policy or product to the enterprises that qualify, as far as the reader reaches into them. */
export function ReversePage({ kind }: { kind: Kind }) {
  const { can } = useMe();
  const policies = kind === 'policies';
  const what = policies ? '政策' : '贷款产品';
  const words = policies ? 'matchOutcome' : 'loanOutcome';
  const { filters } = useListUrlState<'/api/match/reverse/policies'>();
  const targets = useQuery({
    queryKey: ['reverse', kind, 'targets'],
    queryFn: ({ signal }) =>
      policies
        ? api.get('/api/match/reverse/policies/targets', { signal })
        : api.get('/api/match/reverse/products/targets', { signal }),
    staleTime: 5 * 60_000,
  });
  const towns = useTowns();
  const industries = useIndustries();
  // Of all outcomes, whichever is on the list.
  const query = {
    code: text(filters.code),
    townCode: text(filters.townCode),
    industry: text(filters.industry),
  };
  const summary = useQuery({
    queryKey: ['reverse', kind, 'summary', query],
    queryFn: ({ signal }) =>
      policies
        ? api.get('/api/match/reverse/policies/summary', { signal, query })
        : api.get('/api/match/reverse/products/summary', { signal, query }),
    enabled: !!query.code,
  });
  return (
    <ListPage
      title={policies ? '政策反向匹配' : '产品反向匹配'}
      intro={`选择${what}，查看数据权限内哪些企业${outcomeText(words, 'ELIGIBLE')}、差一项或待补充数据；不愿被推荐的企业不在其中`}
      queryKey={['reverse', kind, 'list']}
      path={PATHS[kind]}
      rowKey="enterpriseId"
      exportPath={policies ? '/api/match/reverse/policies/export' : '/api/match/reverse/products/export'}
      overview={
        query.code &&
        summary.data && (
          <div className={css.overview}>
            <Summary summary={summary.data} words={words} />
            {policies && <Push code={query.code} title={summary.data.title ?? query.code} />}
          </div>
        )
      }
      empty={
        query.code
          ? {
              title: '数据权限内没有可列出的企业',
              hint: policies
                ? '镇街只看本镇街；机构的数据范围由机构管理员在角色权限中设置。'
                : '数据权限由机构管理员在角色权限中设置；银行只看本行产品。',
            }
          : { title: `请先选择${what}`, hint: '选择后按结论列出企业和依据。' }
      }
      filters={[
        {
          kind: 'select',
          name: 'code',
          label: what,
          must: true,
          wide: true,
          loading: targets.isPending,
          options: (targets.data ?? []).map((one) => ({
            value: one.code,
            // A bank's products are called alike elsewhere; a policy's title says which it is.
            label: policies ? one.title : `${one.title}（${one.issuer}）`,
          })),
        },
        { kind: 'text', name: 'q', label: '企业', placeholder: '名称或信用代码' },
        {
          kind: 'select',
          name: 'outcome',
          label: '结论',
          // Of what begins later nobody qualifies yet; whom it asks for stays the same where another policy is chosen.
          options: OUTCOMES.map((value) => ({
            value,
            label: outcomeText(words, value === 'ELIGIBLE' && summary.data?.beginsOn ? 'UPCOMING' : value),
          })),
        },
        {
          kind: 'select',
          name: 'townCode',
          label: '所属镇街',
          loading: towns.isPending,
          options: (towns.data ?? []).map((town) => ({ value: town.code, label: town.name })),
        },
        {
          kind: 'select',
          name: 'industry',
          label: '行业门类',
          loading: industries.isPending,
          options: (industries.data ?? []).map((one) => ({
            value: one.code,
            label: `${one.code} ${one.name}`,
          })),
        },
      ]}
      columns={[
        {
          key: 'name',
          title: '企业名称',
          sorter: true,
          render: (_, row) => (
            <>
              {can('user.enterprise.read') ? (
                <Link to={`/enterprises/${row.enterpriseId}`}>{row.name}</Link>
              ) : (
                row.name
              )}
              <span className={pageCss.sub}>
                <Uscc of={row.uscc} />
              </span>
            </>
          ),
        },
        {
          key: 'status',
          title: '结论',
          width: 112,
          render: (_, row) => <StatusTag of={tagOf(words, row.outcome)} value={row.outcome} />,
        },
        {
          key: 'degree',
          title: '匹配度',
          sorter: true,
          align: 'right',
          width: 108,
          render: (_, row) => <span className="zq-num">{row.degree}%</span>,
        },
        {
          key: 'completeness',
          title: '数据完整度',
          sorter: true,
          align: 'right',
          width: 130,
          render: (_, row) => <span className="zq-num">{row.completeness}%</span>,
        },
        {
          key: 'reasons',
          title: '依据',
          render: (_, row) => (
            <ul className={css.reasons}>
              {row.reasons.map((reason) => (
                <li key={reason}>{conditionText(reason)}</li>
              ))}
            </ul>
          ),
        },
        { key: 'townName', title: '镇街', width: 104, render: (_, row) => row.townName ?? NONE },
        { key: 'industryName', title: '行业', width: 144, render: (_, row) => row.industryName ?? NONE },
      ]}
      scrollX={1080}
    />
  );
}

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

/** Of a loan product nobody but the bank can say that it can be had, and it is matched from a day on where a policy comes into force. */
const tagOf = (words: 'matchOutcome' | 'loanOutcome', outcome: string) =>
  outcome === 'ELIGIBLE' || outcome === 'UPCOMING' ? words : 'matchOutcome';
const outcomeText = (words: 'matchOutcome' | 'loanOutcome', outcome: string) =>
  label(tagOf(words, outcome), outcome);

function Summary({ summary, words }: { summary: ReverseSummary; words: 'matchOutcome' | 'loanOutcome' }) {
  const count = (name: string, value: number) => (
    <span key={name}>
      {name} <b className="zq-num">{numberText(value)}</b>
    </span>
  );
  const left = summary.switchedOff + summary.taxWithdrawn;
  return (
    <div className={css.summary} role="status">
      <p>
        {summary.beginsOn
          ? count(
              `${outcomeText(words, 'UPCOMING')}（${words === 'loanOutcome' ? '开始' : '施行'}后符合）`,
              summary.upcoming,
            )
          : count(outcomeText(words, 'ELIGIBLE'), summary.eligible)}
        {count('差一项', summary.nearly)}
        {count('待补充', summary.unknown)}
        {count('不符合', summary.ineligible)}
        {summary.held > 0 && count('已获得', summary.held)}
        {!summary.verified && <Unverified />}
      </p>
      <p className={css.note}>
        按 {longDate(summary.asOf)} 的条款和数据
        {left > 0 &&
          `；另有 ${numberText(left)} 家不列出（关闭个性化推荐 ${numberText(summary.switchedOff)} 家${
            summary.taxWithdrawn ? `，收回涉税数据授权 ${numberText(summary.taxWithdrawn)} 家` : ''
          }）`}
        {summary.notice && `。${summary.notice}`}
      </p>
    </div>
  );
}
