import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemText, type LoanMatch, type MatchResult, type PolicyMatch } from '@/shared/api';
import { GENERAL_ORDER } from '@/shared/consents';
import { label } from '@/shared/i18n';
import {
  NO_DEGREE,
  groupLabel,
  groupOf,
  groupsIn,
  openGroups,
  shortNumber,
  useMatchResult,
  useMatchRun,
  useRenewed,
} from '@/shared/match';
import { EndedResult, hasEnded, isNoResult, NO_RESULT } from '@/shared/match/EndedResult';
import { GroupFold } from '@/shared/match/GroupFold';
import { KindStrip } from '@/shared/match/KindStrip';
import { NextFactsCard } from '@/shared/match/NextFacts';
import { Unmatched } from '@/shared/match/Unmatched';
import { WhatChanged, type SubjectPaths } from '@/shared/match/WhatChanged';
import { useOpenProjects } from '@/shared/redemptions/openProjects';
import { dateTimeText, Empty, ErrorState, Icon, Skeleton, State } from '@/shared/ui';
import { useCentred } from '@/shared/ui/useCentred';
import { useMedia } from '@/shared/ui/useMedia';
import { Button, buttonClass, ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import css from './MatchPage.module.css';
import { MatchRow } from './MatchRow';
import { PaperHead } from './PaperHead';

const ABOUT = '逐条对照政策与贷款产品的条件。结果用于自查和规划，不代替主管部门认定和银行审批。';

const paths: SubjectPaths = {
  policy: (code) => `/policies/${code}`,
  loan: (code) => `/loans/${code}`,
};

/** The latest match of the own enterprise, or an earlier one by its result id. */
export default function MatchPage() {
  const { resultId } = useParams();
  const query = useMatchResult(resultId);
  const run = useMatchRun();
  const { renewing, words, before } = useRenewed(!resultId && !!query.data);
  const busy = run.isPending || renewing;
  const outdated = !!words && !renewing;
  const never = query.data === null;
  // On a phone the first results come first, and what is told and offered besides after them.
  const narrow = useMedia('(max-width: 639px)');
  const next = <NextFactsCard path={(fact) => `/center/profile/edit?fact=${fact}`} />;

  return (
    <>
      <PaperHead />
      <PageHead
        title={resultId ? '匹配结果' : '智能匹配'}
        short
        intro={(!narrow || !query.data) && ABOUT}
        actions={
          !narrow &&
          query.data &&
          !hasEnded(query.error) &&
          !resultId && (
            <>
              <ButtonLink look="outline" to="/match/report">
                <Icon name="report" /> 规划报告
              </ButtonLink>
              <Button look={outdated ? 'main' : 'outline'} onClick={() => run.mutate()} disabled={busy}>
                <Icon name="refresh" /> {busy ? '正在匹配' : '重新匹配'}
              </Button>
            </>
          )
        }
      />
      <Wrap>
        <div className={css.page} aria-busy={busy}>
          {run.error && (
            <div className={css.before}>
              <Notice tone="bad">{problemText(run.error)}</Notice>
            </div>
          )}
          {query.error && hasEnded(query.error) ? (
            <EndedResult error={query.error} latest={!resultId}>
              {resultId ? (
                <ButtonLink look="main" to="/match">
                  智能匹配
                </ButtonLink>
              ) : (
                <Button look="main" onClick={() => run.mutate()} disabled={run.isPending}>
                  {run.isPending ? '正在匹配' : '重新匹配'}
                </Button>
              )}
            </EndedResult>
          ) : query.data ? (
            <>
              {!resultId && (
                <div className={`${css.before} zq-no-print`}>
                  <Outdated words={words} renewing={renewing} />
                  <WhatChanged before={before} after={query.data} paths={paths} />
                  {!narrow && next}
                </div>
              )}
              <Result
                result={query.data}
                old={!!resultId}
                narrow={narrow}
                ways={
                  narrow &&
                  !resultId && (
                    <>
                      <button
                        type="button"
                        className={outdated ? buttonClass('main', true) : css.again}
                        disabled={busy}
                        onClick={() => run.mutate()}
                      >
                        {outdated && <Icon name="refresh" size={18} />} 重新匹配
                      </button>
                      <Link to="/match/report">规划报告</Link>
                    </>
                  )
                }
                afterFirst={
                  narrow && (
                    <div className={css.before}>
                      {!resultId && next}
                      <p className={css.hint}>{ABOUT}</p>
                    </div>
                  )
                }
              />
            </>
          ) : never ? (
            <State
              pose="search"
              title="还没有匹配结果"
              hint={
                <>
                  将按企业画像里的数据，对照在库政策和贷款产品的条件。
                  <span className="zq-whole">数据越全，结论越准。</span>
                </>
              }
            >
              <Button look="main" onClick={() => run.mutate()} disabled={run.isPending}>
                {run.isPending ? '正在匹配' : '开始匹配'}
              </Button>
              <ButtonLink look="outline" to="/center/profile">
                先补充企业画像
              </ButtonLink>
            </State>
          ) : resultId && isNoResult(query.error) ? (
            <State pose="search" {...NO_RESULT}>
              <ButtonLink look="main" to="/match">
                智能匹配
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

function Outdated({ words, renewing }: { words?: string; renewing: boolean }) {
  if (!words) return null;
  return renewing ? (
    <Notice tone="info">{words}</Notice>
  ) : (
    <Notice tone="wait">{words}请点击“重新匹配”。</Notice>
  );
}

function Result({
  result,
  old,
  narrow,
  ways,
  afterFirst,
}: {
  result: MatchResult;
  old: boolean;
  narrow: boolean;
  /** What can be done with it, the main thing first, where the head of the page has no room for that. */
  ways: ReactNode;
  /** Stands after the first group that holds anything, or alone where none does. */
  afterFirst: ReactNode;
}) {
  const [params] = useSearchParams();
  const loans = params.get('kind') === 'LOAN';
  const outcome = params.get('outcome');
  const open = params.get('open');
  const matches: (PolicyMatch | LoanMatch)[] = loans ? result.loans : result.policies;
  const asked = matches.find((match) => match.code === open);
  const shown = groupsIn(matches, outcome).filter(
    (group) => !outcome || group === outcome || (asked && groupOf(asked) === group),
  );
  const firstFilled = shown.find((group) => matches.some((match) => groupOf(match) === group));
  const unfolded = outcome ? shown : openGroups(matches);
  const projects = useOpenProjects(!loans);
  const stepsOf = (match: PolicyMatch | LoanMatch) => ('policyId' in match ? projects(match) : []);
  const wanted = useRef<HTMLLIElement>(null);
  const strip = useCentred<HTMLElement>(`${loans} ${outcome}`);

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

  const ofLoans = loans && (
    <p className={css.hint}>
      {NO_DEGREE}
      {!old && (
        <Link to="/loans/advice" className="zq-no-print">
          怎样提高估算额度：信贷建议
        </Link>
      )}
    </p>
  );
  const fillIn = (
    <Link to="/center/profile" className="zq-no-print">
      补充数据
    </Link>
  );
  const byDate = (
    <Link to="/match/on" className="zq-no-print">
      按日期匹配
    </Link>
  );
  const after = (
    <>
      {narrow && ofLoans}
      {afterFirst}
    </>
  );

  return (
    <>
      {old && (
        <Notice tone="info">
          这是 {dateTimeText(result.createdAt)} 的匹配结果，按当时的数据和条款计算。
          <Link to="/match" className="zq-no-print">
            查看最新结果
          </Link>
        </Notice>
      )}
      <section className={css.basis} aria-label="匹配依据">
        <p>
          <span>
            <span className={css.wide}>企业数据</span>完整度
          </span>
          <b className="zq-num">{Math.round(result.profileCompleteness)}%</b>
          {!narrow && fillIn}
        </p>
        <p>
          <span className={css.wide}>匹配时间</span>
          <time dateTime={result.createdAt}>{dateTimeText(result.createdAt)}</time>
          {!narrow && byDate}
        </p>
        <p>
          <span>
            <span className={css.wide}>结果</span>编号
          </span>
          <Link to={`/match/results/${result.id}`} className={css.id} title={result.id}>
            {shortNumber(result.id)}
          </Link>
        </p>
        {narrow && (
          <div className={`${css.ways} zq-no-print`}>
            {ways}
            {fillIn}
            {byDate}
          </div>
        )}
      </section>
      <KindStrip
        of={result}
        chosen={loans ? 'LOAN' : 'POLICY'}
        to={{
          POLICY: href({ kind: undefined, outcome: undefined }),
          LOAN: href({ kind: 'LOAN', outcome: undefined }),
        }}
      />
      {!narrow && ofLoans}
      {result.order === 'GENERAL' ? (
        <>
          <Notice>
            {GENERAL_ORDER}可在<Link to="/code/consents">数据授权</Link>中重新开启。
          </Notice>
          <div className={css.groups}>
            <section>
              <h2 className="zq-hidden">{loans ? '贷款产品' : '惠企政策'}</h2>
              <ul className={css.matches} aria-label={loans ? '贷款产品' : '惠企政策'}>
                {matches.map((match) => (
                  <li key={match.code} ref={match === asked ? wanted : undefined}>
                    <MatchRow
                      match={match}
                      open={match === asked}
                      resultId={result.id}
                      steps={stepsOf(match)}
                    />
                  </li>
                ))}
              </ul>
            </section>
            {after}
          </div>
        </>
      ) : (
        <>
          <nav ref={strip} className={css.outcomes} aria-label="按结论筛选">
            <Link
              to={href({ outcome: undefined })}
              preventScrollReset
              aria-current={outcome ? undefined : 'true'}
            >
              全部
            </Link>
            {groupsIn(matches, outcome).map((one) => (
              <Link
                key={one}
                to={href({ outcome: one })}
                preventScrollReset
                aria-current={outcome === one ? 'true' : undefined}
              >
                {groupLabel(one, loans)}{' '}
                <span className="zq-num">{matches.filter((match) => groupOf(match) === one).length}</span>
              </Link>
            ))}
          </nav>
          <div className={css.groups} key={loans ? 'LOAN' : 'POLICY'}>
            {shown.map((group) => {
              const some = matches.filter((match) => groupOf(match) === group);
              if (!some.length)
                return outcome && <Empty key={group} title={label('state', 'emptyFiltered')} compact />;
              return (
                <Fragment key={group}>
                  <GroupFold
                    group={group}
                    loans={loans}
                    matches={some}
                    open={unfolded.includes(group) || (!!asked && groupOf(asked) === group)}
                  >
                    {(said) =>
                      some.map((match) => (
                        <li key={match.code} ref={match === asked ? wanted : undefined}>
                          <MatchRow
                            grouped
                            match={match}
                            open={match === asked}
                            resultId={result.id}
                            said={said}
                            steps={stepsOf(match)}
                          />
                        </li>
                      ))
                    }
                  </GroupFold>
                  {group === firstFilled && after}
                </Fragment>
              );
            })}
            {!firstFilled && after}
          </div>
        </>
      )}
      {!loans && (
        <Unmatched
          matched={result.policies.length}
          policies={result.unmatched}
          className={css.hint}
          link={(code, text) => <Link to={`/policies/${code}`}>{text}</Link>}
        />
      )}
    </>
  );
}
