import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Collapse } from 'antd-mobile';
import { Link, useSearchParams } from 'react-router';
import {
  api,
  isProblem,
  type LoanMatch,
  type MatchOutcome,
  type MatchResult,
  type PolicyMatch,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  dateTimeText,
  Degree,
  Empty,
  ErrorState,
  MatchConditions,
  Skeleton,
  State,
  StatusTag,
  Unverified,
} from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import css from './MatchPage.module.css';

const LATEST = ['match', 'latest'];
const order: MatchOutcome[] = ['ELIGIBLE', 'NEARLY', 'UNKNOWN', 'INELIGIBLE'];

export default function MatchPage() {
  const queries = useQueryClient();
  const problems = useProblems();
  const query = useQuery({
    queryKey: LATEST,
    queryFn: ({ signal }) => api.get<MatchResult>('/api/match/my/match/latest', { signal }),
    retry: false,
  });
  const run = useMutation({
    mutationFn: () => api.post<MatchResult>('/api/match/my/match', {}),
    onSuccess: (result) => queries.setQueryData(LATEST, result),
    onError: (error) => problems(error),
  });
  if (query.data) return <Result result={query.data} onAgain={() => run.mutate()} busy={run.isPending} />;
  if (isProblem(query.error) && query.error.status === 404) {
    return (
      <State pose="search" title="还没有匹配过" hint="按企业画像逐条对照在库政策和贷款产品的条件">
        <Button color="primary" loading={run.isPending} onClick={() => run.mutate()}>
          开始匹配
        </Button>
      </State>
    );
  }
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={14} />;
}

function Result({ result, onAgain, busy }: { result: MatchResult; onAgain: () => void; busy: boolean }) {
  const [params, setParams] = useSearchParams();
  const kind = params.get('kind') === 'LOAN' ? 'LOAN' : 'POLICY';
  const open = params.get('open');
  const matches: (PolicyMatch | LoanMatch)[] = kind === 'LOAN' ? result.loans : result.policies;
  const asked = matches.find((match) => match.code === open)?.outcome;
  const outcome = (params.get('outcome') as MatchOutcome | null) ?? asked ?? 'ELIGIBLE';
  const shown = matches.filter((match) => match.outcome === outcome);
  const count = (one: MatchOutcome) => matches.filter((match) => match.outcome === one).length;
  const set = (change: Record<string, string>) => {
    const next = new URLSearchParams(params);
    next.delete('open');
    for (const [name, value] of Object.entries(change)) next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <Body>
      <Section>
        <div className={css.basis}>
          <p>
            数据完整度 <b className="zq-num">{Math.round(result.profileCompleteness)}%</b>{' '}
            <Link to="/my/profile">补充数据</Link>
          </p>
          <p>
            <time dateTime={result.createdAt}>{dateTimeText(result.createdAt)}</time>
          </p>
          <Button size="small" loading={busy} onClick={onAgain}>
            重新匹配
          </Button>
        </div>
      </Section>
      <Choice
        name="匹配对象"
        chosen={kind}
        options={[
          ['POLICY', `政策 ${result.policies.length}`],
          ['LOAN', `贷款产品 ${result.loans.length}`],
        ]}
        onChoose={(next) => set({ kind: next, outcome: 'ELIGIBLE' })}
      />
      <Choice
        name="按结论筛选"
        chosen={outcome}
        options={order.map((one) => [one, `${label('matchOutcome', one)} ${count(one)}`])}
        onChoose={(next) => set({ outcome: next })}
      />
      {shown.length ? (
        <Section flush>
          <Collapse accordion defaultActiveKey={open}>
            {shown.map((match) => (
              <Collapse.Panel key={match.code} title={<Head match={match} />}>
                <Conditions match={match} />
              </Collapse.Panel>
            ))}
          </Collapse>
        </Section>
      ) : (
        <Empty title={`没有“${label('matchOutcome', outcome)}”的结果`} />
      )}
    </Body>
  );
}

/** A few choices side by side, which the keyboard reaches too. */
function Choice<T extends string>({
  name,
  chosen,
  options,
  onChoose,
}: {
  name: string;
  chosen: T;
  options: [T, string][];
  onChoose: (next: T) => void;
}) {
  return (
    <div className={css.choice} role="group" aria-label={name}>
      {options.map(([value, text]) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {text}
        </button>
      ))}
    </div>
  );
}

function Head({ match }: { match: PolicyMatch | LoanMatch }) {
  return (
    <div className={css.match}>
      <h3>{match.title}</h3>
      <p className={css.meta}>
        {'bankName' in match ? match.bankName : match.docNumber} {!match.verified && <Unverified short />}
      </p>
      <div className={css.degree}>
        <StatusTag of="matchOutcome" value={match.outcome} />
        <Degree degree={match.degree} completeness={match.completeness} />
      </div>
    </div>
  );
}

function Conditions({ match }: { match: PolicyMatch | LoanMatch }) {
  const loan = 'bankName' in match;
  return (
    <>
      {match.notice && <p className={css.notice}>{match.notice}</p>}
      {!loan && match.benefit && <p className={css.benefit}>{match.benefit}</p>}
      <MatchConditions
        conditions={match.conditions}
        fill={(fact) => <Link to={`/my/profile?fact=${fact.name}`}>填写{fact.label}</Link>}
      />
      <p className={css.next}>
        <Link to={loan ? `/loans/${match.code}` : `/policies/${match.code}`}>查看详情</Link>
        {loan && <Link to={`/loans/${match.code}/apply`}>立即申请</Link>}
      </p>
    </>
  );
}
