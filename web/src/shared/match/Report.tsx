import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PlanningReport, PolicyMatch } from '../api';
import { label } from '../i18n';
import { useOpenProjects } from '../redemptions/openProjects';
import { Empty, Icon, SectionNav } from '../ui';
import { Fold } from '../ui/Fold';
import { saidOfAll } from '.';
import { NEXT_FACTS_INTRO, NextFactsList } from './NextFacts';
import css from './Report.module.css';
import { Loans, Sources, StoppedLoans } from './ReportAnnexes';
import { ReportCover } from './ReportCover';
import { Calendar, Tasks } from './ReportDiary';
import { Item, Next } from './ReportItem';
import { Part } from './ReportPart';
import type { ReportPaths } from './reportPaths';
import { SaidOfAll } from './SaidOfAll';

type Nearly = PlanningReport['nearly'][number];

/**
 * The planning report: what can be had now, what is nearly met, what to do until when, which facts to fill in first, which loans to
 * consider. `top` is the height of what stands above it.
 */
export function Report({ report, paths, top }: { report: PlanningReport; paths: ReportPaths; top?: string }) {
  const current = report.eligible.filter((match) => !match.periodOver);
  const oneAway = report.nearly.filter((match) => !match.beginsOn);
  const upcoming = report.nearly.filter((match) => match.beginsOn);
  const over = report.eligible.filter((match) => match.periodOver);
  const stepwise = report.nextFacts.steps.length > 0;
  const stepsOf = useOpenProjects(current.length > 0);
  const said = saidOfAll(current);
  const saidOfUnknown = saidOfAll(report.unknown);
  const toDo = (match: Nearly) => <ToDo of={match} report={report} paths={paths} />;
  const parts: [id: string, title: string, shown: boolean][] = [
    ['eligible', label('matchOutcome', 'ELIGIBLE'), true],
    ['nearly', '差一项', oneAway.length > 0],
    ['upcoming', label('matchOutcome', 'UPCOMING'), upcoming.length > 0],
    ['tasks', '要做的事', report.tasks.length > 0],
    ['calendar', '日历', report.calendar.length > 0 || !!report.windowsNote],
    ['next-facts', '再填几项', stepwise],
    ['unknown', '待补充', report.factsToFill.length > 0],
    ['loans', '贷款产品', report.loans.length > 0],
    ['held', label('matchOutcome', 'HELD'), report.held.length > 0],
    ['over', label('matchOutcome', 'PERIOD_OVER'), over.length > 0],
    ['unclear', label('matchOutcome', 'UNCLEAR'), report.unclear.length > 0],
    ['sources', '来源', true],
  ];
  return (
    <div className={css.framed}>
      <SectionNav
        beside
        label="报告目录"
        top={top}
        parts={parts.filter(([, , shown]) => shown).map(([id, title]) => ({ id, title }))}
      />
      <article className={css.report}>
        <ReportCover report={report} paths={paths} />

        <Part
          id="eligible"
          title={label('matchOutcome', 'ELIGIBLE')}
          intro="现有数据下全部条件均已满足。申报或享受前请核对材料与期限。"
        >
          {current.length ? (
            <>
              <SaidOfAll said={said} className={css.intro} />
              <ol>
                {current.map((match) => (
                  <Item
                    key={match.code}
                    match={match}
                    paths={paths}
                    benefits={report.benefits}
                    said={said}
                    steps={stepsOf(match)}
                  />
                ))}
              </ol>
            </>
          ) : (
            <Empty compact title="暂无条件全部满足的政策" hint="先看“差一项”和“待补充”" />
          )}
        </Part>

        <Listed
          id="nearly"
          title="差一项"
          intro="只差一项条件，补上即可享受。"
          matches={oneAway}
          paths={paths}
          benefits={report.benefits}
          more={toDo}
        />
        <Listed
          id="upcoming"
          title={label('matchOutcome', 'UPCOMING')}
          intro={`${label('matchGroupHint', 'UPCOMING')}。`}
          matches={upcoming}
          paths={paths}
          benefits={report.benefits}
          more={toDo}
        />

        <Tasks report={report} paths={paths} />
        <Calendar report={report} paths={paths} />

        {stepwise && (
          <Part id="next-facts" title="再填几项" intro={NEXT_FACTS_INTRO}>
            <NextFactsList next={report.nextFacts} path={paths.fact} />
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
                  <span>用于 {fact.decides} 项</span>
                </li>
              ))}
            </ul>
            <Fold title={`${report.unknown.length} 条政策待补充数据后判定`} className={css.more}>
              <SaidOfAll said={saidOfUnknown} className={css.intro} />
              <ol>
                {report.unknown.map((match) => (
                  <Item key={match.code} match={match} paths={paths} said={saidOfUnknown}>
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
            </Fold>
          </Part>
        )}

        <Loans loans={report.loans} paths={paths} />
        <StoppedLoans report={report} paths={paths} />
        <Listed
          id="held"
          title="已获得"
          intro="贵企业已持有的资质，到期前请按办法复核。"
          matches={report.held}
          paths={paths}
        />
        <Listed
          id="over"
          title="已过有效期，是否延续待核实"
          intro="条件均已满足，但记载的有效期已过。申报前请向主管部门核实是否延续。"
          matches={over}
          paths={paths}
        />
        <Listed
          id="unclear"
          title={label('matchOutcome', 'UNCLEAR')}
          intro={`${label('matchGroupHint', 'UNCLEAR_POLICY')}。`}
          matches={report.unclear}
          paths={paths}
        />
        <Sources report={report} paths={paths} />
        <p className={css.note}>
          本报告依据平台收录的政策条款和企业提供的数据生成，用于自查和规划，不代替主管部门的认定和银行的审批。标注“待核实”的条款，请以发文机关公布的文本为准。
        </p>
      </article>
    </div>
  );
}

/** Some of the policies, with what else is to be said of each; nothing where there are none. */
function Listed<T extends PolicyMatch>({
  id,
  title,
  intro,
  matches,
  paths,
  benefits,
  more,
}: {
  id: string;
  title: string;
  intro: string;
  matches: T[];
  paths: ReportPaths;
  benefits?: PlanningReport['benefits'];
  more?: (match: T) => ReactNode;
}) {
  if (!matches.length) return null;
  const said = saidOfAll(matches);
  return (
    <Part id={id} title={title} intro={intro}>
      <SaidOfAll said={said} className={css.intro} />
      <ol>
        {matches.map((match) => (
          <Item key={match.code} match={match} paths={paths} benefits={benefits} said={said}>
            {more?.(match)}
          </Item>
        ))}
      </ol>
    </Part>
  );
}

/** Of what is not had yet: what is missing, what to do, and when. */
function ToDo({ of, report, paths }: { of: Nearly; report: PlanningReport; paths: ReportPaths }) {
  return (
    <>
      <ul className={css.todo}>
        {of.todo.map((one) => (
          <li key={one}>
            <Icon name="arrow" size={16} /> {one}
          </li>
        ))}
      </ul>
      <Next match={of} calendar={report.calendar} paths={paths} />
    </>
  );
}
