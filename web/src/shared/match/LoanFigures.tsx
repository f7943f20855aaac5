import type { LoanMatch } from '../api';
import { BANK_DECIDES, longestText, rateText } from '../loans';
import { Tag, Unverified, wan } from '../ui';
import { estimateText, isCertain, NO_PROMISE, type Said } from '.';
import css from './LoanFigures.module.css';

/** Whether the figures of a product were checked: said of each only where it was not said above of the most. */
export function LoanCertainty({ match, said }: { match: LoanMatch; said?: Said }) {
  if (said?.unchecked) return isCertain(match) && <Tag tone="good">参数已核对</Tag>;
  return !isCertain(match) && <Unverified />;
}

/** What products are compared by: how much there might be, at which rate, for how long. */
export function LoanFigures({ match, said }: { match: LoanMatch; said?: Said }) {
  const { estimate } = match;
  const estimated = estimate?.highWan !== undefined;
  return (
    <>
      <dl className={css.figures}>
        <div>
          <dt>{estimated ? '估算额度' : '最高额度'}</dt>
          <dd className={css.amount}>
            <Amount match={match} />
          </dd>
        </div>
        <div>
          <dt>利率</dt>
          <dd>{rateText(match.rateText)}</dd>
        </div>
        <div>
          <dt>最长期限</dt>
          <dd>{longestText(match.termMonths)}</dd>
        </div>
      </dl>
      {estimated && !said?.estimated && <p className={css.promise}>{NO_PROMISE}</p>}
    </>
  );
}

function Amount({ match: { estimate, maxAmountWan } }: { match: LoanMatch }) {
  if (estimate?.highWan === undefined)
    return maxAmountWan ? <b className="zq-num">{wan(maxAmountWan)}</b> : BANK_DECIDES;
  return estimate.highWan > 0 ? <b className="zq-num">{estimateText(estimate)}</b> : '无可贷额度';
}
