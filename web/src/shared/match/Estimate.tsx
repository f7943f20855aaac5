import type { ReactNode } from 'react';
import type { AmountEstimate, FactRef } from '../api';
import { Unverified, Whole } from '../ui';
import css from './Estimate.module.css';
import { estimateText, NO_PROMISE } from './estimate';

/** How much an enterprise could have of a loan product, in one line that says what it is. */
export function EstimateLine({
  estimate,
  marked = false,
  named = '估算额度',
  disclaimed = false,
}: {
  estimate: AmountEstimate;
  named?: string;
  /** The page says once for all of its products that it is no promise. */
  disclaimed?: boolean;
  /** The product already says that it is not verified. */
  marked?: boolean;
}) {
  if (estimate.highWan === undefined) return <p className={css.line}>{estimateText(estimate)}</p>;
  return (
    <p className={css.line}>
      <span>
        {estimate.highWan > 0 && `${named} `}
        <b className="zq-num">{estimateText(estimate)}</b>
      </span>
      {!disclaimed && <span className={css.mark}>{NO_PROMISE}</span>}
      {!estimate.certain && !marked && <Unverified />}
    </p>
  );
}

interface Explained {
  estimate: AmountEstimate;
  /** Link to where a missing fact can be filled in. */
  fill: (fact: FactRef) => ReactNode;
}

/** How an estimate comes about, what to fill in to know more, and what the bank looks at besides. */
export function EstimateBasis({ estimate, fill }: Explained) {
  return (
    <div className={css.basis}>
      <ul aria-label="额度估算依据">
        {estimate.basis.map((line) => (
          <li key={line}>
            <Whole>{line}</Whole>
          </li>
        ))}
      </ul>
      {estimate.missing.length > 0 && (
        <p className={css.fill}>
          填写后区间会变窄：
          {estimate.missing.map((fact) => (
            <span key={fact.name}>{fill(fact)}</span>
          ))}
        </p>
      )}
      {estimate.considers.length > 0 && (
        <dl className={css.considers} aria-label="银行核定时看">
          {estimate.considers.map((one) => (
            <div key={one.label}>
              <dt>{one.label}</dt>
              <dd>
                {one.value ??
                  (one.missing.length
                    ? one.missing.map((fact) => <span key={fact.name}>待填写：{fill(fact)}</span>)
                    : '未知')}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Both. */
export function EstimateDetail(of: Explained) {
  return (
    <div className={css.detail}>
      <EstimateLine estimate={of.estimate} />
      <EstimateBasis {...of} />
    </div>
  );
}
