import { Link } from 'react-router';
import type { LoanApplication } from '../api';
import { label } from '../i18n';
import { useMatchResult } from '../match/queries';
import { wan } from '../ui/format';
import { betterFits } from './again';
import css from './ChooseAgain.module.css';

/** After a refusal: the products that fit better, each with a form that has begun with what was asked for. */
export function ChooseAgain({ refused, by }: { refused: LoanApplication; by: 'match' | 'result' }) {
  const { data: result, isPending } = useMatchResult();
  if (isPending) return null;
  const fits = betterFits(result?.loans ?? [], refused);
  if (!result || !fits.length) {
    return (
      <p>
        {result ? '最近一次匹配里没有更合适的产品，' : '匹配本企业后，可在这里看到更合适的产品，'}
        <Link to="/match?kind=LOAN">{result ? '更新画像后重新匹配' : '去匹配'}</Link>。
      </p>
    );
  }
  return (
    <>
      <p>按最近一次匹配，下列产品更适合本企业；申请时会带入这笔申请的金额、期限和用途，可修改。</p>
      <ul className={css.fits}>
        {fits.map((one) => (
          <li key={one.code}>
            <div>
              <Link to={`/loans/${one.code}`}>{one.title}</Link>
              <small>
                {[
                  one.bankName,
                  label(one.outcome === 'ELIGIBLE' ? 'loanOutcome' : 'matchOutcome', one.outcome),
                  one.maxAmountWan && `最高 ${wan(one.maxAmountWan)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
            <Link
              className={css.apply}
              to={`/loans/${one.code}/apply?${by}=${result.id}&from=${refused.id}`}
              aria-label={`改申请：${one.title}`}
            >
              改申请
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/match?kind=LOAN">查看全部匹配结果</Link>
      </p>
    </>
  );
}
