import { Link } from 'react-router';
import { useLoanDrafts } from '@/shared/loans/useKeptDraft';
import { dateTimeText, ErrorState } from '@/shared/ui';
import { Panel } from '../../ui/Panel';
import own from './LoanDrafts.module.css';
import css from './OverviewPage.module.css';

/** What was begun and not handed in, above what was; nothing where there is none. */
export function LoanDrafts() {
  const query = useLoanDrafts();
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />;
  if (!query.data?.items.length) return null;
  return (
    <Panel title="草稿" flush className={own.drafts}>
      <ul className={css.rows}>
        {query.data.items.map((draft) => (
          <li key={draft.productId}>
            <Link to={`/loans/${draft.productCode}/apply`}>
              <span className={css.main}>
                <b>{draft.productTitle}</b>
                <small className={css.facts}>
                  <span>{draft.bankName}</span>
                  <span className="zq-whole">
                    {draft.savedBy} 保存于 {dateTimeText(draft.savedAt)}
                  </span>
                  {draft.productSuspended && <span>产品已暂停受理，暂不能提交</span>}
                </small>
              </span>
              <span className={`${css.status} ${own.on}`}>继续填写</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
