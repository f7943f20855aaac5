import { Link } from 'react-router';
import type { PlanningReport } from '../api';
import { label } from '../i18n';
import { BANK_DECIDES, rateLine } from '../loans';
import { Unverified, wan, Words } from '../ui';
import { Fold } from '../ui/Fold';
import { estimateText, loanFit, NO_PROMISE } from '.';
import { Few } from './Few';
import css from './Report.module.css';
import { Part } from './ReportPart';
import type { ReportPaths } from './reportPaths';

/** Products to consider, as far as their conditions are published; how an amount comes about is told on each one's own page. */
export function Loans({ loans, paths }: { loans: PlanningReport['loans']; paths: ReportPaths }) {
  if (!loans.length) return null;
  return (
    <Part
      id="loans"
      title="可考虑的贷款产品"
      intro={`按公布的准入条件对照。${label('matchGroupHint', 'LOAN')}。额度为${NO_PROMISE}；没有公布计算方法的，按公布的最高额度列出，依据见产品详情。`}
    >
      <Few of={loans.length}>
        {(beyond) => (
          <ul className={css.loans}>
            {loans.map((match, index) => (
              <li key={match.code} className={beyond(index)}>
                <div>
                  <Link to={paths.loan(match.code)}>
                    <Words>{match.title}</Words>
                  </Link>
                  <span className={css.bank}>
                    {match.bankName} {!match.verified && <Unverified />}
                  </span>
                </div>
                <p className={css.terms}>
                  <b className="zq-num">{amountText(match)}</b>
                  <span>{rateLine(match.rateText)}</span>
                </p>
                <span className="zq-num zq-whole">{loanFit(match).text}</span>
                {!!match.estimate?.missing.length && (
                  <p className={css.narrower}>
                    填写后区间会变窄：
                    {match.estimate.missing.map((fact) => (
                      <Link key={fact.name} to={paths.fact(fact.name)}>
                        {fact.label}
                      </Link>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </Few>
    </Part>
  );
}

/** How much there might be, or what the bank publishes, or that it decides. */
function amountText({ estimate, maxAmountWan }: PlanningReport['loans'][number]): string {
  if (estimate?.highWan !== undefined) return estimateText(estimate);
  return maxAmountWan ? `最高 ${wan(maxAmountWan)}` : `额度${BANK_DECIDES}`;
}

/** Products that would fit and that their banks do not have matched any more. */
export function StoppedLoans({ report, paths }: { report: PlanningReport; paths: ReportPaths }) {
  const stopped = report.stoppedLoans;
  if (!stopped.length) return null;
  return (
    <Part
      id="stopped-loans"
      title="已停止匹配的贷款产品"
      intro="公布的准入条件均已满足，但银行设定的匹配日期已过，现不接受新申请。"
    >
      <ul className={css.loans}>
        {stopped.map((match) => (
          <li key={match.code}>
            <div>
              <Link to={paths.loan(match.code)}>
                <Words>{match.title}</Words>
              </Link>
              <span className={css.bank}>{match.bankName}</span>
            </div>
            <span>{match.notice}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What the report goes by. */
export function Sources({ report, paths }: { report: PlanningReport; paths: ReportPaths }) {
  return (
    <Part id="sources" title="来源" intro="本报告对照的文件，和所用的企业数据。">
      <Fold title={`${report.sources.length} 份文件`} className={css.more}>
        <ul>
          {report.sources.map((source) => (
            <li key={source.code}>
              <Link to={paths.policy(source.code)}>《{source.title}》</Link>
              {source.docNumber} {!source.verified && <Unverified />}
            </li>
          ))}
        </ul>
      </Fold>
      <Fold title={`${report.facts.length} 项企业数据`} className={css.more}>
        <ul>
          {report.facts.map((fact) => (
            <li key={fact.name}>
              {fact.label}：{fact.value}
              {fact.tax && '（涉税数据，经企业授权）'}
            </li>
          ))}
        </ul>
      </Fold>
    </Part>
  );
}
