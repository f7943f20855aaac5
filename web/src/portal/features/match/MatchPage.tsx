import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  api,
  isProblem,
  problemText,
  type LoanMatch,
  type MatchOutcome,
  type MatchResult,
  type PolicyMatch,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Empty, ErrorState, Icon, Skeleton, State } from '@/shared/ui';
import { Button, ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import css from './MatchPage.module.css';
import { MatchRow } from './MatchRow';

const outcomes: MatchOutcome[] = ['ELIGIBLE', 'NEARLY', 'UNKNOWN', 'INELIGIBLE'];
const LATEST = ['match', 'latest'];

/** The latest match of the own enterprise, or an earlier one by its result id. */
export default function MatchPage() {
  const { resultId } = useParams();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: resultId ? ['match', resultId] : LATEST,
    queryFn: ({ signal }) =>
      api.get<MatchResult>(resultId ? `/api/match/results/${resultId}` : '/api/match/my/match/latest', {
        signal,
      }),
  });
  const run = useMutation({
    mutationFn: () => api.post<MatchResult>('/api/match/my/match', {}),
    onSuccess: (result) => queries.setQueryData(LATEST, result),
  });
  const never = isProblem(query.error) && query.error.status === 404 && !resultId;

  return (
    <>
      <PageHead
        title={resultId ? '匹配结果' : '智能匹配'}
        intro="逐条对照政策与贷款产品的条件。结果用于自查和规划，不代替主管部门认定和银行审批。"
        actions={
          query.data &&
          !resultId && (
            <>
              <ButtonLink look="outline" to="/match/report">
                <Icon name="report" /> 规划报告
              </ButtonLink>
              <Button look="main" onClick={() => run.mutate()} disabled={run.isPending}>
                <Icon name="refresh" /> {run.isPending ? '正在匹配' : '重新匹配'}
              </Button>
            </>
          )
        }
      />
      <Wrap>
        <div className={css.page} aria-busy={run.isPending}>
          {run.error && <Notice tone="bad">{problemText(run.error)}</Notice>}
          {query.data ? (
            <Result result={query.data} old={!!resultId} />
          ) : never ? (
            <State
              pose="search"
              title="还没有匹配过"
              hint="将按企业画像里的数据，对照全部在库政策和贷款产品的条件。数据越全，结论越准。"
            >
              <Button look="main" onClick={() => run.mutate()} disabled={run.isPending}>
                {run.isPending ? '正在匹配' : '开始匹配'}
              </Button>
              <ButtonLink look="outline" to="/center/profile">
                先补充企业画像
              </ButtonLink>
            </State>
          ) : query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Skeleton lines={12} />
          )}
        </div>
      </Wrap>
    </>
  );
}

function Result({ result, old }: { result: MatchResult; old: boolean }) {
  const [params] = useSearchParams();
  const loans = params.get('kind') === 'LOAN';
  const outcome = params.get('outcome');
  const open = params.get('open');
  const matches: (PolicyMatch | LoanMatch)[] = loans ? result.loans : result.policies;
  const shown = matches.filter((match) => !outcome || match.outcome === outcome || match.code === open);
  const wanted = useRef<HTMLLIElement>(null);

  useEffect(() => {
    wanted.current?.scrollIntoView({ block: 'start' });
  }, [open, loans]);

  const href = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams(params);
    next.delete('open');
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return `?${next.toString()}`;
  };

  return (
    <>
      {old && (
        <Notice tone="info">
          这是 {dateTimeText(result.createdAt)} 的匹配结果，按当时的数据和条款计算。
          <Link to="/match">查看最新结果</Link>
        </Notice>
      )}
      <section className={css.basis} aria-label="匹配依据">
        <p>
          <span>企业数据完整度</span>
          <b className="zq-num">{Math.round(result.profileCompleteness)}%</b>
          <Link to="/center/profile">补充数据</Link>
        </p>
        <p>
          <span>匹配时间</span>
          <time dateTime={result.createdAt}>{dateTimeText(result.createdAt)}</time>
        </p>
        <p>
          <span>结果编号</span>
          <Link to={`/match/results/${result.id}`} className={css.id}>
            {result.id.slice(0, 8)}…{result.id.slice(-4)}
          </Link>
        </p>
      </section>
      <nav className={css.kinds} aria-label="匹配对象">
        <Link to={href({ kind: undefined, outcome: undefined })} aria-current={loans ? undefined : 'page'}>
          惠企政策 <span className="zq-num">{result.policies.length}</span>
        </Link>
        <Link to={href({ kind: 'LOAN', outcome: undefined })} aria-current={loans ? 'page' : undefined}>
          贷款产品 <span className="zq-num">{result.loans.length}</span>
        </Link>
      </nav>
      <nav className={css.outcomes} aria-label="按结论筛选">
        <Link
          to={href({ outcome: undefined })}
          preventScrollReset
          aria-current={outcome ? undefined : 'true'}
        >
          全部
        </Link>
        {outcomes.map((one) => {
          const count = matches.filter((match) => match.outcome === one).length;
          return (
            <Link
              key={one}
              to={href({ outcome: one })}
              preventScrollReset
              aria-current={outcome === one ? 'true' : undefined}
            >
              {label('matchOutcome', one)} <span className="zq-num">{count}</span>
            </Link>
          );
        })}
      </nav>
      {shown.length ? (
        <ul className={css.matches}>
          {shown.map((match) => (
            <li key={match.code} ref={match.code === open ? wanted : undefined}>
              <MatchRow match={match} open={match.code === open} resultId={result.id} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={label('state', 'emptyFiltered')} compact />
      )}
    </>
  );
}
