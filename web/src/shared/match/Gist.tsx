import type { ReactNode } from 'react';
import type { FactRef, LoanMatch, PolicyMatch } from '../api';
import { conditionText, dateText, Icon, Whole } from '../ui';
import css from './Gist.module.css';
import { degreeOf, degreeText, gapLines, groupOf, knownText, loanFit, tally, untoldText } from '.';

/** More would no longer be the gist of it: the conditions are one step away. */
const SHOWN = 2;

/** Of a page that does not ask for everything: what it does not ask for, and where that is said instead. */
export interface Elsewhere {
  has: (fact: FactRef) => boolean;
  words: string;
}

/** What decides a match, on its closed card: what is not met, which facts are missing, or that nothing is. */
export function Gist({
  match,
  fill,
  elsewhere,
}: {
  match: PolicyMatch | LoanMatch;
  /** Link to where a missing fact can be filled in. */
  fill: (fact: FactRef) => ReactNode;
  elsewhere?: Elsewhere;
}) {
  const gaps = gapLines(match.conditions);
  if (gaps.length) {
    return (
      <ul className={`${css.gist} ${css.gaps}`} aria-label="未满足的条件">
        {gaps.slice(0, SHOWN).map((gap) => (
          <li key={gap}>
            <Icon name="minus" size={16} />{' '}
            <span>
              <Whole>{conditionText(gap)}</Whole>
            </span>
          </li>
        ))}
        {gaps.length > SHOWN && <li className={css.rest}>另有 {gaps.length - SHOWN} 项条件未满足</li>}
      </ul>
    );
  }
  if (match.missing.length) {
    const here = match.missing.filter((fact) => !elsewhere?.has(fact));
    const there = match.missing.length - here.length;
    return (
      <p className={`${css.gist} ${css.fill}`}>
        {here.length > 0 && '去填写：'}
        {here.slice(0, SHOWN).map((fact) => (
          <span key={fact.name}>{fill(fact)}</span>
        ))}
        {here.length > SHOWN && <span className={css.rest}>等 {here.length} 项</span>}
        {there > 0 && (
          <span className={css.rest}>
            {here.length > 0 && '另有 '}
            {there} 项{elsewhere!.words}
          </span>
        )}
      </p>
    );
  }
  // Of a loan product its fit tells the rest: how much the bank has published, and how much of that is met.
  if ('bankName' in match) return null;
  const { published, met } = tally(match);
  if (published && met === published && match.outcome === 'ELIGIBLE') {
    return (
      <p className={`${css.gist} ${css.met}`}>
        <Icon name="check" size={16} /> {published} 项条件全部满足
      </p>
    );
  }
  if (match.outcome === 'INELIGIBLE' && match.validTo) {
    return <p className={`${css.gist} ${css.open}`}>政策已于 {dateText(match.validTo)} 到期</p>;
  }
  const reasons = match.conditions.flatMap((one) => (one.outcome === 'UNKNOWN' && one.gapText) || []);
  return reasons.length ? (
    <p className={`${css.gist} ${css.open}`}>
      <Whole>{conditionText(reasons.join('；'))}</Whole>
    </p>
  ) : null;
}

/**
 * How well it fits, alike in both apps and in one line: of a policy the degree and how many of its conditions are met, of a loan product what was
 * published, for the bank looks at more. Where everything is met there is nothing to draw a bar of.
 */
export function Fit({ match }: { match: PolicyMatch | LoanMatch }) {
  const untold = untoldText(match);
  if (untold !== undefined) {
    return <div className={css.fit}>{untold && <p className={css.published}>{untold}</p>}</div>;
  }
  const degree = degreeOf(match);
  const { published, met } = tally(match);
  const loan = 'bankName' in match;
  const text = loan ? loanFit(match).text : published > 0 && `满足 ${met}/${published} 项`;
  const counted = degreeText(match);
  const data = groupOf(match) !== 'UNCLEAR' && knownText(match);
  return (
    <div className={css.fit}>
      {degree !== undefined && (
        <p className={css.degree}>
          匹配度 <b>{degree}%</b>
        </p>
      )}
      {degree !== undefined && degree < 100 && (
        <span className={css.track} aria-hidden="true">
          <span style={{ width: `${Math.max(0, degree)}%` }} />
        </span>
      )}
      {text && <p className={css.published}>{text}</p>}
      {counted && <p className={css.data}>{counted}</p>}
      {data && <p className={css.data}>{data}</p>}
    </div>
  );
}
