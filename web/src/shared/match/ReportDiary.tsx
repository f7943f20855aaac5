import { Link } from 'react-router';
import type { PlanningReport } from '../api';
import { daysLeft, Deadline, longDate } from '../ui';
import { Few } from './Few';
import css from './Report.module.css';
import { Part } from './ReportPart';
import type { ReportPaths } from './reportPaths';
import { taskDay } from './taking';

interface Shown {
  report: PlanningReport;
  paths: ReportPaths;
}

/** What is to be done; what to fill in first is told once, step by step, and this leads there. */
export function Tasks({ report, paths }: Shown) {
  const stepwise = report.nextFacts.steps.length > 0;
  const tasks = report.tasks.filter((task) => !stepwise || task.kind !== 'FILL');
  const toFill =
    report.tasks.length > tasks.length ? report.nextFacts.steps.flatMap((step) => step.facts).length : 0;
  if (!report.tasks.length) return null;
  return (
    <Part id="tasks" title="要做的事" intro="有截止日期的在前；文件没有载明日期的，以主管部门通知为准。">
      <Few of={tasks.length + (toFill > 0 ? 1 : 0)}>
        {(beyond) => (
          <ul className={css.tasks}>
            {tasks.map((task, index) => (
              <li key={`${task.kind} ${task.words}`} className={beyond(index)}>
                <span>
                  <Linked words={task.words} named={report.sources} paths={paths} />
                </span>
                <span className="zq-whole">{taskDay(task)}</span>
              </li>
            ))}
            {toFill > 0 && (
              <li className={beyond(tasks.length)}>
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
        )}
      </Few>
    </Part>
  );
}

/** Words with the policies that they name as links; a title may hold another in its own marks. */
function Linked({
  words,
  named,
  paths,
}: {
  words: string;
  named: PlanningReport['sources'];
  paths: ReportPaths;
}) {
  const next = named
    .map((one) => ({ ...one, text: `《${one.title}》` }))
    .filter((one) => words.includes(one.text))
    .sort((one, other) => words.indexOf(one.text) - words.indexOf(other.text))[0];
  if (!next) return words;
  const at = words.indexOf(next.text);
  return (
    <>
      {words.slice(0, at)}
      <Link to={paths.policy(next.code)} className={css.within}>
        {next.text}
      </Link>
      <Linked words={words.slice(at + next.text.length)} named={named} paths={paths} />
    </>
  );
}

type Entry = PlanningReport['calendar'][number];

/** Days by which something has to be handed in. */
const closes = ({ kind }: Entry) =>
  kind === 'ENDS' || kind === 'DECLARATION_CLOSES' || kind === 'REDEMPTION_CLOSES';

/** From so many days on a day of the calendar is said to be near. */
const SOON = 31;

/** The days of the report by their months. */
export function Calendar({ report: { calendar, windowsNote }, paths }: Shown) {
  if (!calendar.length && !windowsNote) return null;
  const entries = calendar.map((entry, index) => ({ entry, index }));
  const months = [...new Set(calendar.map(({ day }) => day.slice(0, 7)))];
  return (
    <Part
      id="calendar"
      title="日历"
      intro="列出文件载明的日期、申报和兑付项目的起止日期，和随时间推移条件达到要求的日期。"
    >
      {windowsNote && <p>{windowsNote}。</p>}
      <Few of={calendar.length}>
        {(beyond) =>
          months.map((month) => {
            const within = entries.filter(({ entry }) => entry.day.startsWith(month));
            const [year, number] = month.split('-').map(Number);
            return (
              <section key={month} className={beyond(within[0]!.index)}>
                <h4 className={css.month}>
                  {year}年{number}月
                </h4>
                <ul className={css.tasks}>
                  {within.map(({ entry, index }) => (
                    <li
                      key={`${entry.code} ${entry.kind} ${entry.day} ${entry.link ?? ''}`}
                      className={beyond(index)}
                    >
                      <span>
                        <Link to={paths.policy(entry.code)}>《{entry.title}》</Link>
                        {entry.link ? <Link to={entry.link}>{entry.words}</Link> : entry.words}
                      </span>
                      <span className={css.when}>
                        {closes(entry) && daysLeft(entry.day) <= SOON && <Deadline day={entry.day} />}
                        <time dateTime={entry.day} className="zq-whole">
                          {longDate(entry.day)}
                        </time>
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })
        }
      </Few>
    </Part>
  );
}
