import { useEffect, useId, useRef, useState } from 'react';
import { isProblem, problemText, useMe, type FactRef, type SelfCheckForm } from '../api';
import type { FactValues } from '../match';
import type { Elsewhere } from '../match/Gist';
import { Icon, Loaded, Skeleton } from '../ui';
import { changedIn, factOfField, takeKept, withKept, type Answers } from './answers';
import { CHECK_NOTE, type CheckKind } from './checks';
import { Keep } from './Keep';
import type { CheckLinks } from './links';
import { fieldOf, Question } from './Question';
import { useCheck, useCheckForm, type Answer } from './queries';
import { Result } from './Result';
import css from './SelfCheck.module.css';
import { statedOf } from './stated';

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
  const [begun] = useState(() => withKept(facts, kept));
  const [answers, setAnswers] = useState<Answers>(begun.answers);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [at, setAt] = useState(0);
  // Another object for each wish, so that the same field can be gone to again.
  const [wanted, setWanted] = useState<{ fact: string }>();
  const [day, setDay] = useState('');
  const [dayRefused, setDayRefused] = useState('');
  // The last that came out: a refusal takes nothing away.
  const [shown, setShown] = useState<{ answer: Answer; facts: FactValues }>();
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
  /** @param on the day whose field the person is in, where that is why it is reckoned anew: they stay there */
  const run = (on?: string) => {
    const wrong = facts.find((fact) => errors[fact.name]);
    if (wrong) {
      goTo(wrong.name);
      return;
    }
    setRefused({});
    setDayRefused('');
    check.mutate(
      { facts: values, day: on ?? day },
      {
        onSuccess: (answer) => {
          setShown({ answer, facts: values });
          if (on === undefined) requestAnimationFrame(() => result.current?.focus());
        },
        onError: (failure) => {
          const told = isProblem(failure)
            ? failure.fields.map((one) => [factOfField(one.field), one.message] as const)
            : [];
          setDayRefused(told.find(([field]) => field === 'day')?.[1] ?? '');
          setRefused(Object.fromEntries(told.filter(([field]) => field !== 'day')));
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
  const placed = dayRefused !== '' || Object.keys(refused).some((fact) => stepOf(fact) >= 0);
  const failure = placed ? null : check.error;

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
              overruled={begun.overruled[fact.name]}
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
            {check.isPending ? '正在计算' : shown ? '重新计算' : '查看结果'}
          </button>
        </div>
      </form>
      {shown && (
        <div ref={result} tabIndex={-1} className={css.result} aria-label="自查结果" role="region">
          <Result
            answer={shown.answer}
            links={links}
            fill={fill}
            elsewhere={elsewhere}
            stated={(label) => statedOf(label, facts, shown.facts)}
            day={day}
            dayRefused={dayRefused}
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
