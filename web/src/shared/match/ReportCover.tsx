import { Link } from 'react-router';
import type { PlanningReport } from '../api';
import { useBrand } from '../brand';
import { label } from '../i18n';
import { BrandMark, longDate, Motif, wan } from '../ui';
import { shortNumber, wanRange } from '.';
import css from './Report.module.css';
import type { ReportPaths } from './reportPaths';
import { Unmatched } from './Unmatched';

/** Whose report it is, as of when, and what it comes to in figures. */
export function ReportCover({ report, paths }: { report: PlanningReport; paths: ReportPaths }) {
  const { name } = useBrand();
  const { summary } = report;
  const number = shortNumber(report.resultId);
  return (
    <header className={css.cover}>
      <div className={css.title}>
        <Motif className={css.motif} ground="#ffffff" stroke="#d5deee" />
        <p className={css.letterhead}>
          <BrandMark size={28} /> {name}
        </p>
        <h2>{report.enterpriseName}</h2>
        <p>政策申报规划报告</p>
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
        <Figure
          name={label('matchOutcome', 'ELIGIBLE')}
          value={summary.eligible}
          href="#eligible"
          className={css.good}
        />
        <Figure name="差一项" value={summary.nearly} href="#nearly" className={css.near} />
        <Figure name="待补充" value={summary.unknown} href="#unknown" className={css.open} />
        <Figure name="不符合" value={summary.ineligible} to={paths.ineligible} />
        <Expected total={report.total} />
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
  );
}

/** What the four figures leave out, so that they add up to all that was held against the enterprise. */
function Rest({ summary }: { summary: PlanningReport['summary'] }) {
  const rest = (
    [
      [label('matchOutcome', 'UPCOMING'), summary.upcoming],
      [label('matchOutcome', 'HELD'), summary.held],
      [label('matchOutcome', 'UNCLEAR'), summary.unclear],
      [label('matchOutcome', 'PERIOD_OVER'), summary.allPeriodOver],
    ] as const
  ).filter(([, count]) => count > 0);
  return (
    <p>
      {rest.length > 0 && `另有${rest.map(([name, count]) => `${name} ${count} 条`).join('、')}；`}合计{' '}
      {summary.matched} 条。
    </p>
  );
}

/** What can be had now may bring so much in all, and of how many of it nothing can be reckoned. */
function Expected({ total }: Pick<PlanningReport, 'total'>) {
  if (total.counted === 0) return null;
  return (
    <div className={css.expected}>
      <dt>预计合计</dt>
      <dd className="zq-num zq-whole">
        {total.lowWan === total.highWan ? wan(total.highWan) : wanRange(total.lowWan, total.highWan)}
      </dd>
      <dd className={css.reckoned}>
        估算，非承诺；未考虑政策之间的叠加影响。可享的政策中，{total.counted} 条可以折算金额
        {total.uncounted > 0 &&
          `，其余 ${total.uncounted} 条未载明可折算的金额，或与已计入的只能择一，未计入`}
        。
      </dd>
    </div>
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
