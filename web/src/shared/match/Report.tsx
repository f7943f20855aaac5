import { Link } from 'react-router';
import type { PlanningReport, PolicyMatch } from '../api';
import { label } from '../i18n';
import { Empty, Icon, longDate, wan } from '../ui';
import { wanRange } from './estimate';
import { NEXT_FACTS_INTRO, NextFactsList } from './NextFacts';
import css from './Report.module.css';
import { Loans, Sources, StoppedLoans } from './ReportAnnexes';
import { ReportCover } from './ReportCover';
import { Item, Next } from './ReportItem';
import { Part } from './ReportPart';
import type { ReportPaths } from './reportPaths';
import { taskDay, taxesIn } from './taking';

/** The planning report: what can be had now, what is nearly met, which facts to fill in first, which loans to consider. */
export function Report({ report, paths }: { report: PlanningReport; paths: ReportPaths }) {
  const current = report.eligible.filter((match) => !match.periodOver);
  const over = report.eligible.filter((match) => match.periodOver);
  // What to fill in first is told once, step by step; the other lists lead there.
  const stepwise = report.nextFacts.steps.length > 0;
  const tasks = report.tasks.filter((task) => !stepwise || task.kind !== 'FILL');
  const toFill =
    report.tasks.length > tasks.length ? report.nextFacts.steps.flatMap((step) => step.facts).length : 0;
  const taxes = taxesIn(report);
  return (
    <article className={css.report}>
      <ReportCover report={report} paths={paths} />

      <Expected report={report} />

      {stepwise && (
        <Part id="next-facts" title="再填几项" intro={NEXT_FACTS_INTRO}>
          <NextFactsList next={report.nextFacts} path={paths.fact} />
        </Part>
      )}

      {report.tasks.length > 0 && (
        <Part id="tasks" title="要做的事" intro="有截止日期的在前；文件没有载明日期的，以主管部门通知为准。">
          <ul className={css.tasks}>
            {tasks.map((task) => (
              <li key={`${task.kind} ${task.words}`}>
                <span>{task.words}</span>
                <span className="zq-whole">{taskDay(task, taxes)}</span>
              </li>
            ))}
            {toFill > 0 && (
              <li>
                <span>
                  填写 {toFill} 项企业数据，先后见
                  <a href="#next-facts" className={css.within}>
                    再填几项
                  </a>
                </span>
                <span className="zq-whole">随时可办</span>
              </li>
            )}
          </ul>
        </Part>
      )}

      {(report.calendar.length > 0 || report.windowsNote) && (
        <Part
          id="calendar"
          title="日历"
          intro="列出文件载明的日期、申报和兑付项目的起止日期，和随时间推移条件达到要求的日期。"
        >
          {report.windowsNote && <p>{report.windowsNote}。</p>}
          <ul className={css.tasks}>
            {report.calendar.map((entry) => (
              <li key={`${entry.code} ${entry.kind} ${entry.day} ${entry.link ?? ''}`}>
                <span>
                  <Link to={paths.policy(entry.code)}>《{entry.title}》</Link>
                  {entry.link ? <Link to={entry.link}>{entry.words}</Link> : entry.words}
                </span>
                <time dateTime={entry.day} className="zq-whole">
                  {longDate(entry.day)}
                </time>
              </li>
            ))}
          </ul>
        </Part>
      )}

      <Part id="eligible" title="现在可享" intro="现有数据下全部条件均已满足。申报或享受前请核对材料与期限。">
        {current.length ? (
          <ol>
            {current.map((match) => (
              <Item key={match.code} match={match} paths={paths} benefits={report.benefits} />
            ))}
          </ol>
        ) : (
          <Empty compact title="暂无条件全部满足的政策" hint="先看“差一项”和“待补充”" />
        )}
      </Part>

      {report.nearly.length > 0 && (
        <Part id="nearly" title="差一项" intro="只差一项条件，补上即可享受。">
          <ol>
            {report.nearly.map((match) => (
              <Item key={match.code} match={match} paths={paths} benefits={report.benefits}>
                <ul className={css.todo}>
                  {match.todo.map((one) => (
                    <li key={one}>
                      <Icon name="arrow" size={16} /> {one}
                    </li>
                  ))}
                </ul>
                <Next match={match} paths={paths} />
              </Item>
            ))}
          </ol>
        </Part>
      )}

      {report.factsToFill.length > 0 && (
        <Part
          id="unknown"
          title="待补充的数据"
          intro={
            stepwise ? (
              <>
                每项数据用在几条政策和产品上；先填哪几项见<a href="#next-facts">再填几项</a>。
              </>
            ) : (
              '按能判定的政策和产品数量排序，从上往下填最划算。'
            )
          }
        >
          <ul className={css.facts}>
            {report.factsToFill.map((fact) => (
              <li key={fact.name}>
                <Link to={paths.fact(fact.name)}>{fact.label}</Link>
                <span>可判定 {fact.decides} 项</span>
              </li>
            ))}
          </ul>
          <details className={css.more}>
            <summary>
              <Icon name="right" size={16} />
              {report.unknown.length} 条政策待补充数据后判定
            </summary>
            <ol>
              {report.unknown.map((match) => (
                <Item key={match.code} match={match} paths={paths}>
                  <p className={css.fill}>
                    还需：
                    {match.fill.map((fact) => (
                      <Link key={fact.name} to={paths.fact(fact.name)}>
                        {fact.label}
                      </Link>
                    ))}
                  </p>
                </Item>
              ))}
            </ol>
          </details>
        </Part>
      )}

      <Listed
        id="over"
        title="已过有效期，是否延续待核实"
        intro="条件均已满足，但记载的有效期已过。申报前请向主管部门核实是否延续。"
        matches={over}
        paths={paths}
      />
      <Listed
        id="held"
        title="已获得"
        intro="贵企业已持有的资质，到期前请按办法复核。"
        matches={report.held}
        paths={paths}
      />
      <Listed
        id="unclear"
        title={label('matchOutcome', 'UNCLEAR')}
        intro={`${label('matchGroupHint', 'UNCLEAR_POLICY')}。`}
        matches={report.unclear}
        paths={paths}
      />
      <Loans loans={report.loans} paths={paths} />
      <StoppedLoans report={report} paths={paths} />
      <Sources report={report} paths={paths} />
      <p className={css.note}>
        本报告依据平台收录的政策条款和企业提供的数据生成，用于自查和规划，不代替主管部门的认定和银行的审批。标注“待核实”的条款，请以发文机关公布的文本为准。
      </p>
    </article>
  );
}

/** Policies that there is nothing more to say of; nothing where there are none. */
function Listed({
  id,
  title,
  intro,
  matches,
  paths,
}: {
  id: string;
  title: string;
  intro: string;
  matches: PolicyMatch[];
  paths: ReportPaths;
}) {
  if (!matches.length) return null;
  return (
    <Part id={id} title={title} intro={intro}>
      <ol>
        {matches.map((match) => (
          <Item key={match.code} match={match} paths={paths} />
        ))}
      </ol>
    </Part>
  );
}

/** What can be had now may bring so much in all, and of how many of it nothing can be reckoned. */
function Expected({ report: { total } }: { report: PlanningReport }) {
  if (total.counted === 0) return null;
  return (
    <p className={css.expected}>
      现在可享的政策中，{total.counted} 条可以折算金额，预计合计{' '}
      <b className="zq-num">
        {total.lowWan === total.highWan ? wan(total.highWan) : wanRange(total.lowWan, total.highWan)}
      </b>
      （估算，非承诺；未考虑政策之间的叠加影响）
      {total.uncounted > 0 && `，其余 ${total.uncounted} 条未载明可折算的金额，或与已计入的只能择一，未计入`}
      。
    </p>
  );
}
