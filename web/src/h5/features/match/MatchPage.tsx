import { Button } from 'antd-mobile';
import { Link, useParams, useSearchParams } from 'react-router';
import type { LoanMatch, MatchResult, PolicyMatch } from '@/shared/api';
import { GENERAL_ORDER } from '@/shared/consents';
import {
  groupHint,
  NO_DEGREE,
  groupLabel,
  groupOf,
  groupsIn,
  saidOfAll,
  shortNumber,
  useMatchResult,
  useMatchRun,
  useRenewed,
  type MatchGroup,
} from '@/shared/match';
import { EndedResult, hasEnded, isNoResult, NO_RESULT } from '@/shared/match/EndedResult';
import { NextFactsCard } from '@/shared/match/NextFacts';
import { SaidOfAll } from '@/shared/match/SaidOfAll';
import { Unmatched } from '@/shared/match/Unmatched';
import { WhatChanged, type SubjectPaths } from '@/shared/match/WhatChanged';
import { useOpenProjects } from '@/shared/redemptions/openProjects';
import { dateTimeText, Empty, ErrorState, Skeleton, State } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Choice, LinkButton, Notice, Section } from '../../ui';
import css from './MatchPage.module.css';
import { MatchRow } from './MatchRow';

const paths: SubjectPaths = {
  policy: (code) => `/policies/${code}`,
  loan: (code) => `/loans/${code}`,
};

/** The latest match of the own enterprise, or an earlier one by its result id. */
export default function MatchPage() {
  const { resultId } = useParams();
  const problems = useProblems();
  const query = useMatchResult(resultId);
  const run = useMatchRun((error) => problems(error));
  if (query.error && hasEnded(query.error))
    return (
      <EndedResult page error={query.error} latest={!resultId}>
        {resultId ? (
          <LinkButton look="main" to="/match">
            智能匹配
          </LinkButton>
        ) : (
          <Button color="primary" loading={run.isPending} onClick={() => run.mutate()}>
            重新匹配
          </Button>
        )}
      </EndedResult>
    );
  if (query.data)
    return <Result result={query.data} old={!!resultId} onAgain={() => run.mutate()} busy={run.isPending} />;
  if (query.data === null) {
    return (
      <State pose="search" title="还没有匹配结果" hint="按企业画像逐条对照在库政策和贷款产品的条件">
        <Button color="primary" loading={run.isPending} onClick={() => run.mutate()}>
          开始匹配
        </Button>
      </State>
    );
  }
  if (resultId && isNoResult(query.error))
    return (
      <State page pose="search" {...NO_RESULT}>
        <LinkButton look="main" to="/match">
          智能匹配
        </LinkButton>
      </State>
    );
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={14} />;
}

function Result({
  result,
  old,
  onAgain,
  busy,
}: {
  result: MatchResult;
  old: boolean;
  onAgain: () => void;
  busy: boolean;
}) {
  const [params, setParams] = useSearchParams();
  const kind = params.get('kind') === 'LOAN' ? 'LOAN' : 'POLICY';
  const open = params.get('open');
  const matches: (PolicyMatch | LoanMatch)[] = kind === 'LOAN' ? result.loans : result.policies;
  const asked = matches.find((match) => match.code === open);
  const outcome = (params.get('outcome') as MatchGroup | null) ?? (asked ? groupOf(asked) : 'ELIGIBLE');
  const general = result.order === 'GENERAL';
  const { renewing, words, before } = useRenewed(!old);
  const shown = general ? matches : matches.filter((match) => groupOf(match) === outcome);
  const said = general ? undefined : saidOfAll(shown);
  const stepsOf = useOpenProjects(kind === 'POLICY');
  const hint = general ? undefined : groupHint(outcome, kind === 'LOAN');
  const count = (one: MatchGroup) => matches.filter((match) => groupOf(match) === one).length;
  const set = (change: Record<string, string>) => {
    const next = new URLSearchParams(params);
    next.delete('open');
    for (const [name, value] of Object.entries(change)) next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <Body>
      {words &&
        (renewing ? <Notice>{words}</Notice> : <Notice tone="wait">{words}请点击“重新匹配”。</Notice>)}
      <WhatChanged before={before} after={result} paths={paths} />
      {!old && <NextFactsCard path={(fact) => `/my/profile?fact=${fact}`} />}
      {old && (
        <Notice>
          这是 {dateTimeText(result.createdAt)} 的匹配结果，按当时的数据和条款计算。
          <Link to="/match">查看最新结果</Link>
        </Notice>
      )}
      <Section>
        <div className={css.basis}>
          <p>
            完整度 <b className="zq-num">{Math.round(result.profileCompleteness)}%</b>{' '}
            <Link to="/my/profile" aria-label="补充数据">
              补充
            </Link>
          </p>
          <p className={css.which}>
            <time dateTime={result.createdAt}>{dateTimeText(result.createdAt)}</time>
          </p>
          <p className={css.which}>
            结果编号{' '}
            <Link to={`/match/results/${result.id}`} className="zq-num">
              {shortNumber(result.id)}
            </Link>
          </p>
          {!old && (
            <div className={css.ways}>
              <Button
                size="small"
                color={words && !renewing ? 'primary' : 'default'}
                loading={busy || renewing}
                onClick={onAgain}
              >
                重新匹配
              </Button>
              <Link to="/match/report">规划报告</Link>
              <Link to="/match/on">按日期匹配</Link>
            </div>
          )}
        </div>
      </Section>
      <Choice
        name="匹配对象"
        tabs
        chosen={kind}
        options={[
          ['POLICY', `政策 ${result.policies.length}`],
          ['LOAN', `贷款产品 ${result.loans.length}`],
        ]}
        onChoose={(next) => set({ kind: next, outcome: 'ELIGIBLE' })}
      />
      {general ? (
        <Notice>{GENERAL_ORDER}可在“我的 · 数据授权”中重新开启。</Notice>
      ) : (
        <Choice
          name="按结论筛选"
          chosen={outcome}
          options={groupsIn(matches, outcome).map((one) => [
            one,
            `${groupLabel(one, kind === 'LOAN')} ${count(one)}`,
          ])}
          onChoose={(next) => set({ outcome: next })}
        />
      )}
      {shown.length ? (
        <Section flush>
          {/* The rows are headings of the third rank; which list they are in is to be seen above, and is to be heard here. */}
          <h2 className="zq-hidden">
            {general ? (kind === 'LOAN' ? '贷款产品' : '政策') : groupLabel(outcome, kind === 'LOAN')}
          </h2>
          {hint && <p className={css.hint}>{hint}</p>}
          {said && <SaidOfAll said={said} className={css.hint} />}
          {shown.map((match) => (
            <MatchRow
              key={match.code}
              match={match}
              said={said}
              open={match.code === open}
              resultId={result.id}
              steps={'policyId' in match ? stepsOf(match) : undefined}
            />
          ))}
        </Section>
      ) : (
        <Empty title={`没有“${groupLabel(outcome, kind === 'LOAN')}”的结果`} />
      )}
      {kind === 'LOAN' && (
        <p className={css.unmatched}>
          {NO_DEGREE} {!old && <Link to="/loans/advice">信贷建议</Link>}
        </p>
      )}
      {kind === 'POLICY' && (
        <Unmatched
          matched={result.policies.length}
          policies={result.unmatched}
          className={css.unmatched}
          link={(code, text) => <Link to={`/policies/${code}`}>{text}</Link>}
        />
      )}
    </Body>
  );
}
