import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type LoanApplication } from '../api';
import { everyPage } from '../api/pages';
import { useMatchResult, useOutdated } from '../match/queries';
import { dateText, wan } from '../ui/format';
import { ErrorState } from '../ui/States';
import { betterFits, type Fit } from './again';
import css from './ChooseAgain.module.css';
import { notTaken } from './suspended';

/** What the enterprise has asked for already, and what there is to be asked for. */
function useStillOpen() {
  return useQuery({
    queryKey: ['applications', 'again'],
    queryFn: async ({ signal }) => {
      const [applications, products] = await Promise.all([
        everyPage((query) => api.get('/api/finance/my/applications', { query, signal })),
        everyPage((query) => api.get('/api/finance/products', { query, signal })),
      ]);
      return {
        applications,
        offered: new Set(products.filter((one) => !notTaken(one)).map((one) => one.id)),
      };
    },
  });
}

/** After a refusal: the products that fit better, each with a form that has begun with what was asked for. */
export function ChooseAgain({ refused, by }: { refused: LoanApplication; by: 'match' | 'result' }) {
  const match = useMatchResult();
  const outdated = useOutdated();
  const open = useStillOpen();
  const broken = [match, open].find((query) => query.isError && !query.data);
  if (broken) return <ErrorState error={broken.error} onRetry={() => void broken.refetch()} />;
  if (match.isPending || !open.data) return null;
  const result = match.data;
  const toMatch = (text: string) => <Link to="/match?kind=LOAN">{text}</Link>;
  const goAndMatch = (text: string) => (
    <Link className={css.main} to="/match?kind=LOAN">
      {text}
    </Link>
  );
  if (!result)
    return (
      <>
        <p>匹配本企业后，可在这里看到更合适的产品。</p>
        {goAndMatch('去匹配')}
      </>
    );
  const { met, unknown } = betterFits(result.loans, refused, open.data.applications, open.data.offered);
  const none = !met.length && !unknown.length;
  const list = (fits: Fit[]) => (
    <ul className={css.fits}>
      {fits.map(({ loan, why }) => (
        <li key={loan.code}>
          <div>
            <Link to={`/loans/${loan.code}`}>{loan.title}</Link>
            <small>
              {[loan.bankName, loan.maxAmountWan && `最高 ${wan(loan.maxAmountWan)}`]
                .filter(Boolean)
                .join(' · ')}
            </small>
            <small>{why}</small>
          </div>
          <Link
            className={css.apply}
            to={`/loans/${loan.code}/apply?${by}=${result.id}&from=${refused.id}`}
            aria-label={`改申请：${loan.title}`}
          >
            改申请
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {outdated && (
        <p>
          上次匹配后，{outdated}有更新，以下是更新前的结果。
          {toMatch('重新匹配')}后可看到最新结果。
        </p>
      )}
      {none ? (
        <>
          <p>
            {dateText(result.createdAt)}{' '}
            的匹配里，没有符合公布条件、还能申请的其他产品。更新企业画像后，可以重新匹配。
          </p>
          {goAndMatch('重新匹配')}
        </>
      ) : (
        <p>
          按 {dateText(result.createdAt)}{' '}
          的匹配，还可以申请下列产品；申请时会带入这笔申请的金额、期限和用途，可修改。
        </p>
      )}
      {met.length > 0 && (
        <section aria-label="符合公布条件">
          <h3 className={css.group}>符合公布条件</h3>
          {list(met)}
        </section>
      )}
      {unknown.length > 0 && (
        <section aria-label="部分条件尚不清楚">
          <h3 className={css.group}>部分条件尚不清楚</h3>
          <p className={css.hint}>已知的条件比未通过的产品满足得多，其余条件补充企业画像后才能判断。</p>
          {list(unknown)}
        </section>
      )}
      {!none && <p>{toMatch('查看全部匹配结果')}</p>}
    </>
  );
}
