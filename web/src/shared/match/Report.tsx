import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BenefitRange, PlanningReport, PolicyMatch } from '../api';
import { useBrand } from '../brand';
import { label } from '../i18n';
import { BANK_DECIDES, rateLine } from '../loans';
import {
  BrandMark,
  Deadline,
  editionText,
  Empty,
  Exclusions,
  figuresIn,
  Icon,
  longDate,
  Motif,
  numberText,
  PolicyCertainty,
  Tag,
  Unverified,
  wan,
  Words,
} from '../ui';
import { certaintyOf, loanFit, shortNumber } from '.';
import { EstimateLine } from './Estimate';
import { wanRange } from './estimate';
import { NEXT_FACTS_INTRO, NextFactsList } from './NextFacts';
import css from './Report.module.css';
import { isTax, taskDay, taxesIn, whenText } from './taking';
import { Unmatched } from './Unmatched';

/** Where the report's links lead, which differs from app to app. */
export interface ReportPaths {
  policy: (code: string) => string;
  loan: (code: string) => string;
  fact: (name: string) => string;
  /** What is not met, which the report leaves out. */
  ineligible: string;
  /** The result that it was made of; absent where there is no page of it. */
  result?: (id: string) => string;
}

/** The planning report: what can be had now, what is nearly met, which facts to fill in first, which loans to consider. */
export function Report({ report, paths }: { report: PlanningReport; paths: ReportPaths }) {
  const { name } = useBrand();
  const { summary } = report;
  const current = report.eligible.filter((match) => !match.periodOver);
  const over = report.eligible.filter((match) => match.periodOver);
  const { loans } = report;
  // What to fill in first is told once, step by step; the other lists lead there.
  const stepwise = report.nextFacts.steps.length > 0;
  const tasks = report.tasks.filter((task) => !stepwise || task.kind !== 'FILL');
  const toFill =
    report.tasks.length > tasks.length ? report.nextFacts.steps.flatMap((step) => step.facts).length : 0;
  const number = shortNumber(report.resultId);
  const taxes = taxesIn(report);
  return (
    <article className={css.report}>
      <header className={css.cover}>
        <div className={css.title}>
          <Motif className={css.motif} ground="#ffffff" stroke="#d5deee" />
          <p className={css.letterhead}>
            <BrandMark size={28} /> {name}
          </p>
          <h2>{report.enterpriseName}</h2>
          <p>规划报告</p>
          <p className={css.meta}>
            <span>数据截至 {longDate(report.asOf)}</span>
            <span>
              结果编号{' '}
              {paths.result ? (
                <Link to={paths.result(report.resultId)} title={report.resultId}>
                  {number}
                </Link>
              ) : (
                number
              )}
            </span>
          </p>
        </div>
        <dl className={css.summary}>
          <Figure name="现在可享" value={summary.eligible} href="#eligible" className={css.good} />
          <Figure name="差一项" value={summary.nearly} href="#nearly" className={css.near} />
          <Figure name="待补充" value={summary.unknown} href="#unknown" className={css.open} />
          <Figure name="不符合" value={summary.ineligible} to={paths.ineligible} />
        </dl>
        <div className={css.total}>
          <Rest summary={summary} />
          <Unmatched
            matched={summary.matched}
            policies={report.unmatched}
            link={(code, text) => <Link to={paths.policy(code)}>{text}</Link>}
          />
        </div>
      </header>

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

      {over.length > 0 && (
        <Part
          id="over"
          title="已过有效期，是否延续待核实"
          intro="条件均已满足，但记载的有效期已过。申报前请向主管部门核实是否延续。"
        >
          <ol>
            {over.map((match) => (
              <Item key={match.code} match={match} paths={paths} />
            ))}
          </ol>
        </Part>
      )}

      {report.held.length > 0 && (
        <Part id="held" title="已获得" intro="贵企业已持有的资质，到期前请按办法复核。">
          <ol>
            {report.held.map((match) => (
              <Item key={match.code} match={match} paths={paths} />
            ))}
          </ol>
        </Part>
      )}

      {report.unclear.length > 0 && (
        <Part
          id="unclear"
          title={label('matchOutcome', 'UNCLEAR')}
          intro={`${label('matchGroupHint', 'UNCLEAR_POLICY')}。`}
        >
          <ol>
            {report.unclear.map((match) => (
              <Item key={match.code} match={match} paths={paths} />
            ))}
          </ol>
        </Part>
      )}

      {loans.length > 0 && (
        <Part
          id="loans"
          title="可考虑的贷款产品"
          intro={`按公布的准入条件对照。${label('matchGroupHint', 'LOAN')}。`}
        >
          <ul className={css.loans}>
            {loans.map((match) => (
              <li key={match.code}>
                <div>
                  <Link to={paths.loan(match.code)}>
                    <Words>{match.title}</Words>
                  </Link>
                  <span className={css.bank}>
                    {match.bankName} {!match.verified && <Unverified />}
                  </span>
                </div>
                <span>
                  {match.maxAmountWan ? `最高 ${wan(match.maxAmountWan)}` : `额度${BANK_DECIDES}`}
                  <br />
                  {rateLine(match.rateText)}
                </span>
                <b className="zq-num zq-whole">{loanFit(match).brief}</b>
                {match.estimate && (
                  <div className={css.estimate}>
                    <EstimateLine estimate={match.estimate} marked={!match.verified} />
                    <p>{match.estimate.basis.join('；')}</p>
                    {match.estimate.missing.length > 0 && (
                      <p>
                        填写后区间会变窄：
                        {match.estimate.missing.map((fact) => (
                          <Link key={fact.name} to={paths.fact(fact.name)}>
                            {fact.label}
                          </Link>
                        ))}
                      </p>
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part id="sources" title="来源" intro="本报告对照的文件，和所用的企业数据。">
        <details className={css.more}>
          <summary>
            <Icon name="right" size={16} />
            {report.sources.length} 份文件
          </summary>
          <ul>
            {report.sources.map((source) => (
              <li key={source.code}>
                <Link to={paths.policy(source.code)}>《{source.title}》</Link>
                {source.docNumber} {!source.verified && <Unverified />}
              </li>
            ))}
          </ul>
        </details>
        <details className={css.more}>
          <summary>
            <Icon name="right" size={16} />
            {report.facts.length} 项企业数据
          </summary>
          <ul>
            {report.facts.map((fact) => (
              <li key={fact.name}>
                {fact.label}：{fact.value}
                {fact.tax && '（涉税数据，经企业授权）'}
              </li>
            ))}
          </ul>
        </details>
      </Part>
      <p className={css.note}>
        本报告依据平台收录的政策条款和企业提供的数据生成，用于自查和规划，不代替主管部门的认定和银行的审批。标注“待核实”的条款，请以发文机关公布的文本为准。
      </p>
    </article>
  );
}

/** What the four figures leave out, so that they add up to all that was held against the enterprise. */
function Rest({ summary }: { summary: PlanningReport['summary'] }) {
  const rest = (
    [
      [label('matchOutcome', 'HELD'), summary.held],
      [label('matchOutcome', 'UNCLEAR'), summary.unclear],
      [label('matchOutcome', 'PERIOD_OVER'), summary.allPeriodOver],
    ] as const
  ).filter(([, count]) => count > 0);
  return (
    <p>
      以上{rest.length > 0 && `和${rest.map(([name, count]) => `${name} ${count} 条`).join('、')}`}，合计{' '}
      {summary.matched} 条。
    </p>
  );
}

function Figure({
  name,
  value,
  href,
  to,
  className,
}: {
  name: string;
  value: number;
  /** In the report itself. */
  href?: string;
  /** On a page of its own. */
  to?: string;
  className?: string;
}) {
  return (
    <div className={className}>
      <dt>
        {value > 0 && href ? <a href={href}>{name}</a> : value > 0 && to ? <Link to={to}>{name}</Link> : name}
      </dt>
      <dd className="zq-num">
        {value}
        <small>条</small>
      </dd>
    </div>
  );
}

function Part({
  id,
  title,
  intro,
  children,
}: {
  id: string;
  title: string;
  intro: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className={css.part} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className={css.intro}>{intro}</p>
      {children}
    </section>
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

/** The range of a benefit and how it comes about; nothing where none can be reckoned. */
function Reckoned({ benefit }: { benefit?: BenefitRange }) {
  if (benefit?.low === undefined || benefit.high === undefined) return null;
  const share = benefit.unit.startsWith('%');
  return (
    <details className={css.more}>
      <summary>
        <Icon name="right" size={16} />
        {share ? '估算比例' : '估算'}{' '}
        <b className="zq-num">
          {benefit.low === benefit.high
            ? numberText(benefit.high)
            : `${numberText(benefit.low)}—${numberText(benefit.high)}`}
          {share ? '' : ' '}
          {benefit.unit}
        </b>
      </summary>
      <ul aria-label="估算依据">
        {benefit.basis.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** What to do about a gap and until when: a qualification is got by another policy, a figure is raised or lowered. */
function Next({ match, paths }: { match: PlanningReport['nearly'][number]; paths: ReportPaths }) {
  return (
    <dl className={css.next}>
      {match.firstSteps.length + match.steps.length > 0 && (
        <div>
          <dt>怎么办</dt>
          <dd>
            {match.firstSteps.map((step) => (
              <p key={`${step.code} ${step.qualification}`}>
                先申报{step.qualification}，见
                <Link to={paths.policy(step.code)}>《{step.title}》</Link>
              </p>
            ))}
            {match.steps.map((step) => (
              <p key={step}>{step}</p>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>{isTax(match) ? '怎样享受' : '何时'}</dt>
        <dd>{whenText(match)}</dd>
      </div>
    </dl>
  );
}

function Item({
  match,
  paths,
  benefits,
  children,
}: {
  match: PolicyMatch;
  paths: ReportPaths;
  /** What was reckoned of those that can be had now or nearly. */
  benefits?: BenefitRange[];
  children?: ReactNode;
}) {
  return (
    <li className={css.item}>
      <h4>
        <Link to={paths.policy(match.code)}>{match.title}</Link>
      </h4>
      <p className={css.itemMeta}>
        <span>{editionText(match.docNumber, match.edition)}</span>
        <Tag tone="info">{label('policyLevel', match.level)}</Tag>
        {match.validTo && <span className="zq-whole">有效期至 {longDate(match.validTo)}</span>}
        {!match.periodOver && <Deadline day={match.validTo} />}
        <PolicyCertainty of={certaintyOf(match)} />
      </p>
      {match.benefit && (
        <p className={css.benefit}>
          <b>预计优惠</b> {figuresIn(match.benefit)}
        </p>
      )}
      <Reckoned benefit={benefits?.find((one) => one.code === match.code)} />
      {match.notice && <p className={css.notice}>{match.notice}</p>}
      <Exclusions match={match} link={(other, text) => <Link to={paths.policy(other.code)}>{text}</Link>} />
      {children}
    </li>
  );
}
