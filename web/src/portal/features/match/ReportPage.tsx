import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, type PlanningReport, type PolicyMatch } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { label } from '@/shared/i18n';
import { BrandMark, Empty, Icon, Loaded, longDate, Motif, Skeleton, Tag, Unverified, wan } from '@/shared/ui';
import { Button, ButtonLink, PageHead, Wrap } from '../../ui';
import { rate } from '../loans/LoanCard';
import css from './ReportPage.module.css';

export default function ReportPage() {
  const query = useQuery({
    queryKey: ['match', 'report'],
    queryFn: ({ signal }) => api.get<PlanningReport>('/api/match/my/report', { signal }),
  });
  return (
    <>
      <div className="zq-no-print">
        <PageHead
          title="政策申报规划报告"
          intro="现在能报什么、差在哪里、先补哪项数据。"
          actions={
            query.data && (
              <>
                <ButtonLink look="outline" to="/match">
                  逐条结果
                </ButtonLink>
                <Button look="main" onClick={() => print()}>
                  <Icon name="print" /> 打印或存为 PDF
                </Button>
              </>
            )
          }
        />
      </div>
      <Wrap>
        <Loaded query={query} skeleton={<Skeleton lines={14} />}>
          {(report) => <Report report={report} />}
        </Loaded>
      </Wrap>
    </>
  );
}

function Report({ report }: { report: PlanningReport }) {
  const { name } = useBrand();
  const { summary } = report;
  return (
    <article className={css.report}>
      <header className={css.cover}>
        <Motif className={css.motif} ground="#ffffff" stroke="#d5deee" />
        <p className={css.letterhead}>
          <BrandMark size={28} /> {name}
        </p>
        <h2>{report.enterpriseName}</h2>
        <p>政策申报规划报告</p>
        <p className={css.meta}>
          数据截至 {longDate(report.asOf)}
          <span>
            结果编号 <Link to={`/match/results/${report.resultId}`}>{report.resultId}</Link>
          </span>
        </p>
        <dl className={css.summary}>
          <Figure name="现在可享" value={summary.eligible} href="#eligible" className={css.good} />
          <Figure name="差一项" value={summary.nearly} href="#nearly" className={css.near} />
          <Figure name="待补充数据" value={summary.unknown} href="#unknown" className={css.open} />
          <Figure name="暂不符合" value={summary.ineligible} />
        </dl>
      </header>

      <Part id="eligible" title="现在可享" intro="现有数据下全部条件均已满足。申报前请核对材料与窗口期。">
        {report.eligible.length ? (
          <ol>
            {report.eligible.map((match) => (
              <Item key={match.code} match={match} />
            ))}
          </ol>
        ) : (
          <Empty compact title="暂无条件全部满足的政策" hint="先看“差一项”和“待补充数据”" />
        )}
      </Part>

      {report.nearly.length > 0 && (
        <Part id="nearly" title="差一项" intro="只差一项条件，补上即可享受。">
          <ol>
            {report.nearly.map((match) => (
              <Item key={match.code} match={match}>
                <ul className={css.todo}>
                  {match.todo.map((one) => (
                    <li key={one}>
                      <Icon name="arrow" size={16} /> {one}
                    </li>
                  ))}
                </ul>
              </Item>
            ))}
          </ol>
        </Part>
      )}

      {report.factsToFill.length > 0 && (
        <Part id="unknown" title="先补这些数据" intro="按能判定的政策和产品数量排序，从上往下填最划算。">
          <ul className={css.facts}>
            {report.factsToFill.map((fact) => (
              <li key={fact.name}>
                <Link to={`/center/profile/edit?fact=${fact.name}`}>{fact.label}</Link>
                <span>可判定 {fact.decides} 项</span>
              </li>
            ))}
          </ul>
          <details className={css.more}>
            <summary>{report.unknown.length} 条政策待补充数据后判定</summary>
            <ol>
              {report.unknown.map((match) => (
                <Item key={match.code} match={match}>
                  <p className={css.fill}>
                    还需：
                    {match.fill.map((fact) => (
                      <Link key={fact.name} to={`/center/profile/edit?fact=${fact.name}`}>
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

      {report.loans.length > 0 && (
        <Part id="loans" title="可考虑的贷款产品" intro="按匹配度排列，额度与利率以银行核定为准。">
          <ul className={css.loans}>
            {report.loans.map((match) => (
              <li key={match.code}>
                <Link to={`/loans/${match.code}`}>{match.title}</Link>
                <span>{match.bankName}</span>
                <span>{match.maxAmountWan ? `最高 ${wan(match.maxAmountWan)}` : '额度以银行核定为准'}</span>
                <span>{rate(match.rateText)}</span>
                <b className="zq-num">匹配度 {Math.round(match.degree)}%</b>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <p className={css.note}>
        本报告依据平台收录的政策条款和企业提供的数据生成，用于自查和规划，不代替主管部门的认定和银行的审批。标注“待核实”的条款，请以发文机关公布的文本为准。
      </p>
    </article>
  );
}

function Figure({
  name,
  value,
  href,
  className,
}: {
  name: string;
  value: number;
  href?: string;
  className?: string;
}) {
  return (
    <div className={className}>
      <dt>{href && value > 0 ? <a href={href}>{name}</a> : name}</dt>
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
  intro: string;
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

function Item({ match, children }: { match: PolicyMatch; children?: ReactNode }) {
  return (
    <li className={css.item}>
      <h4>
        <Link to={`/policies/${match.code}`}>{match.title}</Link>
      </h4>
      <p className={css.itemMeta}>
        <span>{match.docNumber}</span>
        <Tag>{label('policyLevel', match.level)}</Tag>
        {match.validTo && <span>有效期至 {longDate(match.validTo)}</span>}
        {!match.verified && <Unverified />}
      </p>
      {match.benefit && <p className={css.benefit}>{match.benefit}</p>}
      {match.notice && <p className={css.notice}>{match.notice}</p>}
      {children}
    </li>
  );
}
