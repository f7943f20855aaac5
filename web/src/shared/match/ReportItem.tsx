import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BenefitRange, PlanningReport, PolicyMatch } from '../api';
import { label } from '../i18n';
import {
  Deadline,
  editionText,
  Exclusions,
  figuresIn,
  longDate,
  numberText,
  PolicyCertainty,
  Tag,
  type Certain,
  Whole,
} from '../ui';
import { Fold } from '../ui/Fold';
import { leftToSay } from '.';
import css from './Report.module.css';
import type { ReportPaths } from './reportPaths';
import { isTax, whenText } from './taking';

/** The range of a benefit and how it comes about; nothing where none can be reckoned. */
function Reckoned({ benefit }: { benefit?: BenefitRange }) {
  if (benefit?.low === undefined || benefit.high === undefined) return null;
  const share = benefit.unit.startsWith('%');
  return (
    <Fold
      className={css.more}
      title={
        <span>
          {share ? '估算比例' : '估算'}{' '}
          <b className="zq-num">
            {benefit.low === benefit.high
              ? numberText(benefit.high)
              : `${numberText(benefit.low)}—${numberText(benefit.high)}`}
            {share ? '' : ' '}
            {benefit.unit}
          </b>
        </span>
      }
    >
      <ul aria-label="估算依据">
        {benefit.basis.map((line) => (
          <li key={line}>
            <Whole>{line}</Whole>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Words in which the policies that they name lead to their pages. */
function Linked({
  text,
  to,
  path,
}: {
  text: string;
  to: PlanningReport['nearly'][number]['firstSteps'];
  path: (code: string) => string;
}) {
  return text.split(/(《[^》]*》)/).map((part, index) => {
    const named = to.find((step) => part === `《${step.title}》`);
    return named ? (
      <Link key={index} to={path(named.code)}>
        {part}
      </Link>
    ) : (
      part
    );
  });
}

/** What to do about a gap and until when: a qualification is got by another policy, a figure is raised or lowered. */
export function Next({
  match,
  calendar,
  paths,
}: {
  match: PlanningReport['nearly'][number];
  calendar: PlanningReport['calendar'];
  paths: ReportPaths;
}) {
  return (
    <dl className={css.next}>
      {match.firstSteps.length + match.steps.length > 0 && (
        <div>
          <dt>怎么办</dt>
          <dd>
            {match.firstSteps
              .filter((first) => !match.steps.some((step) => step.includes(`《${first.title}》`)))
              .map((step) => (
                <p key={`${step.code} ${step.qualification}`}>
                  先申报{step.qualification}，见
                  <Link to={paths.policy(step.code)}>《{step.title}》</Link>
                </p>
              ))}
            {match.steps.map((step) => (
              <p key={step}>
                <Linked text={step} to={match.firstSteps} path={paths.policy} />
              </p>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>{isTax(match) ? '怎样享受' : '何时'}</dt>
        <dd>{whenText(match, calendar)}</dd>
      </div>
    </dl>
  );
}

/** One policy of the report, and below it what is to be done. */
export function Item({
  match,
  paths,
  benefits,
  said,
  steps = [],
  children,
}: {
  match: PolicyMatch;
  paths: ReportPaths;
  /** What was reckoned of those that can be had now or nearly. */
  benefits?: BenefitRange[];
  /** What was said above of all of them is not said of each. */
  said?: Certain;
  /** What can be handed in under the policy now. */
  steps?: { act: string; to: string }[];
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
        {!match.periodOver && !match.beginsOn && <Deadline day={match.validTo} />}
        <PolicyCertainty of={leftToSay(match, said)} />
      </p>
      {match.benefit && (
        <p className={css.benefit}>
          <b>预计优惠</b> {figuresIn(match.benefit)}
        </p>
      )}
      <Reckoned benefit={benefits?.find((one) => one.code === match.code)} />
      {match.notice && <p className={css.notice}>{match.notice}</p>}
      <Exclusions match={match} link={(other, text) => <Link to={paths.policy(other.code)}>{text}</Link>} />
      {steps.length > 0 && (
        <div className={`${css.steps} zq-no-print`}>
          {steps.map(({ act, to }) => (
            <Link key={to} to={to} aria-label={`${act} ${match.title}`}>
              {act}
            </Link>
          ))}
        </div>
      )}
      {children}
    </li>
  );
}
