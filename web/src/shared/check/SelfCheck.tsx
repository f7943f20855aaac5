import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import {
  isProblem,
  problemText,
  signInUrl,
  useMe,
  type Fact,
  type FactRef,
  type LoanMatch,
  type PolicyMatch,
  type SelfCheckForm,
} from '../api';
import { GENERAL_ORDER } from '../consents';
import {
  certaintyOf,
  detailsLabel,
  groupHint,
  groupLabel,
  groupOf,
  groupsIn,
  NO_DEGREE,
  openGroups,
  wordsOf,
  type MatchGroup,
} from '../match';
import { EstimateLine } from '../match/Estimate';
import { Fit, Gist, type Elsewhere } from '../match/Gist';
import { NEXT_FACTS_INTRO } from '../match/NextFacts';
import {
  editionText,
  Empty,
  figuresIn,
  Icon,
  Loaded,
  longDate,
  MatchConditions,
  PolicyCertainty,
  Skeleton,
  StatusTag,
  Unverified,
  Words,
} from '../ui';
import { answersOf, changedIn, factOfField, keepForSignIn, takeKept, type Answers } from './answers';
import { CHECK_NOTE, type CheckKind } from './checks';
import { fieldOf, Question } from './Question';
import { useCheck, useCheckForm, useSaveChecked, type Answer } from './queries';
import css from './SelfCheck.module.css';
import { GradeCard } from './Sheet';
import { reckonedIn, statedOf, type Stated } from './stated';

/** How one app links to its own pages. */
export interface CheckLinks {
  /** Where the page itself is, to come back to after the sign-in. */
  here: string;
  policy: (code: string, text: ReactNode) => ReactNode;
  loan: (code: string, text: ReactNode) => ReactNode;
  match: (text: ReactNode) => ReactNode;
  /** Where an enterprise is claimed. */
  claim: (text: ReactNode) => ReactNode;
}

/** One of the three self-checks: asked in steps, answered on the same page, kept nowhere. */
export function SelfCheck({ kind, links }: { kind: CheckKind; links: CheckLinks }) {
  const { me, loading } = useMe();
  const query = useCheckForm(kind, me?.enterprise?.id ?? me?.accountId);
  if (loading) return <Skeleton lines={10} />;
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {(form) => (
        <Check
          // Another profile, or the same after a save, starts anew.
          key={`${form.enterpriseName ?? ''} ${form.version ?? ''}`}
          kind={kind}
          form={form as SelfCheckForm}
          links={links}
        />
      )}
    </Loaded>
  );
}

function Check({ kind, form, links }: { kind: CheckKind; form: SelfCheckForm; links: CheckLinks }) {
  const facts = form.steps.flatMap((step) => step.facts);
  const [kept] = useState(() => takeKept(kind));
  const [answers, setAnswers] = useState<Answers>(() => ({ ...answersOf(facts), ...kept }));
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [at, setAt] = useState(0);
  // Another object for each wish, so that the same field can be gone to again.
  const [wanted, setWanted] = useState<{ fact: string }>();
  const [day, setDay] = useState('');
  const check = useCheck(kind);
  const result = useRef<HTMLDivElement>(null);
  const heading = useId();
  const { values, errors } = changedIn(facts, answers);
  const mistakes = { ...refused, ...errors };
  const stepOf = (fact: string) =>
    form.steps.findIndex((step) => step.facts.some((one) => one.name === fact));

  useEffect(() => {
    if (!wanted) return;
    const field = document.getElementById(fieldOf(wanted.fact));
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [wanted]);

  const goTo = (fact: string) => {
    const step = stepOf(fact);
    if (step < 0) return;
    setAt(step);
    setWanted({ fact });
  };
  const run = (on = day) => {
    const wrong = facts.find((fact) => errors[fact.name]);
    if (wrong) {
      goTo(wrong.name);
      return;
    }
    setRefused({});
    check.mutate(
      { facts: values, day: on },
      {
        onSuccess: () => requestAnimationFrame(() => result.current?.focus()),
        onError: (failure) => {
          const told = isProblem(failure)
            ? failure.fields.map((one) => [factOfField(one.field), one.message] as const)
            : [];
          setRefused(Object.fromEntries(told));
          const first = told.find(([fact]) => stepOf(fact) >= 0);
          if (first) goTo(first[0]);
        },
      },
    );
  };
  const elsewhere: Elsewhere = {
    has: (fact) => stepOf(fact.name) < 0,
    words: form.enterpriseName ? '在企业画像中补充' : '登录后在企业画像中补充',
  };
  const fill = (fact: FactRef) =>
    elsewhere.has(fact) ? (
      <span className={css.muted}>
        {fact.label}（{elsewhere.words}）
      </span>
    ) : (
      <button type="button" className={css.fill} onClick={() => goTo(fact.name)}>
        {fact.label}
      </button>
    );
  const last = at === form.steps.length - 1;
  const step = form.steps[at]!;
  // What is told of a field stands at the field; the rest above the steps.
  const failure = check.error && !Object.keys(refused).some((fact) => stepOf(fact) >= 0) ? check.error : null;

  return (
    <div className={css.check}>
      <p className={css.note}>
        <Icon name="shield" size={18} />
        <span>
          {form.enterpriseName
            ? `已从“${form.enterpriseName}”的企业画像带入数据，每项下方写明来源。在这里改动只影响本页的计算，点“保存到企业画像”才会保存。`
            : CHECK_NOTE}
        </span>
      </p>
      {kept && <p className={css.note}>已带入您登录前填写的数据。</p>}
      {failure && (
        <p className={css.bad} role="alert">
          {problemText(failure)}
        </p>
      )}
      <form
        aria-labelledby={heading}
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (last) run();
          else setAt(at + 1);
        }}
      >
        <ol className={css.steps}>
          {form.steps.map((one, index) => (
            <li key={one.name}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => setAt(index)}
              >
                <span className="zq-num">{index + 1}</span>
                {one.name}
                {one.facts.some((fact) => mistakes[fact.name]) && <span className={css.error}>有误</span>}
              </button>
            </li>
          ))}
        </ol>
        <h2 id={heading} className={css.heading}>
          {step.name}
          <small>
            第 {at + 1} 步，共 {form.steps.length} 步；都可留空，填得越全结论越准
          </small>
        </h2>
        <div className={css.grid} key={at}>
          {step.facts.map((fact) => (
            <Question
              key={fact.name}
              fact={fact}
              choices={form.choices.find((one) => one.fact === fact.name)?.choices}
              typed={answers[fact.name] ?? []}
              error={mistakes[fact.name]}
              onType={(typed) => {
                setAnswers((before) => ({ ...before, [fact.name]: typed }));
                setRefused(({ [fact.name]: _told, ...others }) => others);
              }}
            />
          ))}
        </div>
        <div className={css.bar}>
          {at > 0 && (
            <button type="button" className={css.plain} onClick={() => setAt(at - 1)}>
              上一步
            </button>
          )}
          {!last && (
            <button type="submit" className={css.plain}>
              下一步
            </button>
          )}
          <button type="button" className={css.main} disabled={check.isPending} onClick={() => run()}>
            {check.isPending ? '正在计算' : check.data ? '重新计算' : '查看结果'}
          </button>
        </div>
      </form>
      {check.data && (
        <div ref={result} tabIndex={-1} className={css.result} aria-label="自查结果" role="region">
          <Result
            answer={check.data}
            links={links}
            fill={fill}
            elsewhere={elsewhere}
            stated={(label) => statedOf(label, facts, check.variables?.facts ?? {})}
            day={day}
            onDay={(next) => {
              setDay(next);
              run(next);
            }}
          />
          <Keep kind={kind} form={form} facts={facts} answers={answers} links={links} />
        </div>
      )}
    </div>
  );
}

function Result({
  answer,
  links,
  fill,
  elsewhere,
  stated,
  day,
  onDay,
}: {
  answer: Answer;
  links: CheckLinks;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
  stated: Stated;
  day: string;
  onDay: (day: string) => void;
}) {
  if (answer.kind === 'srdi') {
    const next = answer.next.filter((fact) => !elsewhere.has(fact));
    const reckoned = reckonedIn(answer.grades);
    return (
      <>
        <div className={css.title}>
          <h2>自查结果</h2>
          <label className={css.day}>
            按哪一天的版本
            <input
              type="date"
              value={day || answer.asOf}
              onChange={(event) => event.target.value && onDay(event.target.value)}
            />
          </label>
        </div>
        <p className={css.counts}>以 {longDate(answer.asOf)} 的版本对照。</p>
        {next.length > 0 && (
          <div className={css.next}>
            <p>接下来填写这些，可以把更多项算清楚：</p>
            <p className={css.facts}>
              {next.slice(0, 8).map((fact) => (
                <span key={fact.name}>{fill(fact)}</span>
              ))}
              {next.length > 8 && <span className={css.muted}>等 {next.length} 项</span>}
            </p>
          </div>
        )}
        {answer.grades.length ? (
          answer.grades.map((grade) => (
            <GradeCard
              key={grade.code + grade.edition}
              grade={grade}
              fill={fill}
              elsewhere={elsewhere}
              stated={stated}
              reckoned={reckoned}
              policy={links.policy}
            />
          ))
        ) : (
          <Empty compact title="政策库中没有优质中小企业的认定政策" />
        )}
      </>
    );
  }
  return <Matches answer={answer} links={links} fill={fill} elsewhere={elsewhere} />;
}

/** More at once is a wall of cards. */
const AT_ONCE = 10;

function Matches({
  answer,
  links,
  fill,
  elsewhere,
}: {
  answer: Extract<Answer, { kind: 'policies' | 'loans' }>;
  links: CheckLinks;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
}) {
  const loans = answer.kind === 'loans';
  const matches: (PolicyMatch | LoanMatch)[] = answer.kind === 'loans' ? answer.loans : answer.policies;
  const [chosen, setChosen] = useState<MatchGroup>();
  const [most, setMost] = useState(AT_ONCE);
  const general = answer.order === 'GENERAL';
  const groups = groupsIn(matches);
  const group = chosen ?? openGroups(matches)[0] ?? 'ELIGIBLE';
  const shown = general ? matches : matches.filter((match) => groupOf(match) === group);
  const hint = general ? undefined : groupHint(group, loans);
  const { steps } = answer.next;
  const choose = (next: MatchGroup) => {
    setChosen(next);
    setMost(AT_ONCE);
  };
  return (
    <>
      <div className={css.title}>
        <h2>自查结果</h2>
        <p className={css.counts}>
          对照 {matches.length} {loans ? '个产品' : '条政策'}，{longDate(answer.asOf)}
        </p>
      </div>
      {steps.length > 0 && (
        <details className={css.next} open>
          <summary>
            <Icon name="right" size={16} />
            接下来填什么
          </summary>
          <p className={css.muted}>{NEXT_FACTS_INTRO}</p>
          <ol>
            {steps.map((one) => (
              <li key={one.facts.map((fact) => fact.name).join()}>
                填 <b className="zq-num">{one.facts.length}</b> 项可再判定{' '}
                <b className="zq-num">{one.decides.length}</b> {loans ? '个产品' : '条政策'}：
                <span className={css.facts}>
                  {one.facts.map((fact) => (
                    <span key={fact.name}>{fill(fact)}</span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {loans && <p className={css.muted}>{NO_DEGREE}</p>}
      {general ? (
        <p className={css.note}>{GENERAL_ORDER}</p>
      ) : (
        <div className={css.outcomes} role="group" aria-label="按结论筛选">
          {groups.map((one) => (
            <button key={one} type="button" aria-pressed={one === group} onClick={() => choose(one)}>
              {groupLabel(one, loans)}{' '}
              <span className="zq-num">{matches.filter((match) => groupOf(match) === one).length}</span>
            </button>
          ))}
        </div>
      )}
      {hint && <p className={css.muted}>{hint}</p>}
      {shown.length ? (
        <>
          <ul className={css.matches}>
            {shown.slice(0, most).map((match) => (
              <li key={match.code}>
                <MatchCard match={match} links={links} fill={fill} elsewhere={elsewhere} />
              </li>
            ))}
          </ul>
          {shown.length > most && (
            <button
              type="button"
              className={`${css.plain} ${css.more}`}
              onClick={() => setMost(most + AT_ONCE)}
            >
              再显示 {Math.min(AT_ONCE, shown.length - most)} 条（还有 {shown.length - most} 条）
            </button>
          )}
        </>
      ) : (
        <Empty compact title={`没有“${groupLabel(group, loans)}”的结果`} />
      )}
    </>
  );
}

function MatchCard({
  match,
  links,
  fill,
  elsewhere,
}: {
  match: PolicyMatch | LoanMatch;
  links: CheckLinks;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
}) {
  const policy = 'policyId' in match;
  const group = groupOf(match);
  return (
    <article className={css.match}>
      <p className={css.tags}>
        <StatusTag of={wordsOf(group, !policy)} value={group} />
        {policy ? <PolicyCertainty of={certaintyOf(match)} /> : !match.verified && <Unverified />}
      </p>
      <h3>{(policy ? links.policy : links.loan)(match.code, <Words>{match.title}</Words>)}</h3>
      <p className={css.muted}>{editionText(policy ? match.docNumber : match.bankName, match.edition)}</p>
      <Fit line match={match} />
      {policy && match.benefit && <p>{figuresIn(match.benefit)}</p>}
      {!(policy && group === 'ELIGIBLE') && <Gist match={match} fill={fill} elsewhere={elsewhere} />}
      {!policy && match.estimate && <EstimateLine estimate={match.estimate} marked={!match.verified} />}
      {match.notice && <p className={css.warn}>{match.notice}</p>}
      {match.conditions.length > 0 && (
        <details>
          <summary>
            {detailsLabel(match)}
            <Icon name="down" size={16} />
          </summary>
          <MatchConditions conditions={match.conditions} fill={fill} />
        </details>
      )}
    </article>
  );
}

/** What can be done with what was typed: saved by who acts for an enterprise, taken to the sign-in by who does not. */
function Keep({
  kind,
  form,
  facts,
  answers,
  links,
}: {
  kind: CheckKind;
  form: SelfCheckForm;
  facts: Fact[];
  answers: Answers;
  links: CheckLinks;
}) {
  const { me } = useMe();
  const save = useSaveChecked(kind);
  const { values, errors } = changedIn(facts, answers);
  const changed = facts.filter((fact) => fact.name in values);
  const own = changed.filter((fact) => fact.editable);
  const fixed = changed.filter((fact) => !fact.editable);
  if (!form.enterpriseName) {
    return (
      <aside className={css.keep} aria-label="登录后">
        <p>
          <b>{me ? '领取企业码后' : '登录后'}</b>
          可以把这些数据保存到企业画像、出具规划报告、直接申报政策和申请贷款。
        </p>
        {me ? (
          links.claim('领取企业码')
        ) : (
          <a className={css.plain} href={signInUrl(links.here)} onClick={() => keepForSignIn(kind, answers)}>
            登录并带上已填的数据
          </a>
        )}
      </aside>
    );
  }
  return (
    <aside className={css.keep} aria-label="保存">
      {own.length > 0 ? (
        <>
          <p>
            有 <b className="zq-num">{own.length}</b> 项与企业画像不同（
            {own.map((fact) => fact.label).join('、')}
            ），目前只在本页有效。
          </p>
          <button
            type="button"
            className={css.plain}
            disabled={save.isPending || Object.keys(errors).length > 0}
            onClick={() =>
              save.mutate({
                facts: Object.fromEntries(own.map((fact) => [fact.name, values[fact.name]!])),
                version: form.version,
              })
            }
          >
            {save.isPending ? '正在保存' : '保存到企业画像'}
          </button>
        </>
      ) : (
        <p>本页数据与企业画像一致。{links.match('智能匹配')}会保存结果，并可出具规划报告。</p>
      )}
      {fixed.length > 0 && (
        <p className={css.muted}>
          {fixed.map((fact) => fact.label).join('、')}以登记信息为准，不能在这里保存。
        </p>
      )}
      {save.error && (
        <p className={css.bad} role="alert">
          {isProblem(save.error) && save.error.fields.length
            ? save.error.fields.map((one) => one.message).join('；')
            : problemText(save.error)}
        </p>
      )}
    </aside>
  );
}
