import { useLoanDrafts } from '@/shared/loans/useKeptDraft';
import { dateTimeText, ErrorState } from '@/shared/ui';
import { Row, Section } from '../../ui';

/** What was begun and not handed in, above what was; nothing where there is none. */
export function LoanDrafts() {
  const query = useLoanDrafts();
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />;
  if (!query.data?.items.length) return null;
  return (
    <Section title="草稿" flush>
      {query.data.items.map((draft) => (
        <Row
          key={draft.productId}
          to={`/loans/${draft.productCode}/apply`}
          title={draft.productTitle}
          note={
            <>
              {draft.bankName}
              <br />
              <span className="zq-whole">{draft.savedBy} 保存于</span>{' '}
              <time dateTime={draft.savedAt}>{dateTimeText(draft.savedAt)}</time>
              {draft.productSuspended && (
                <>
                  <br />
                  产品已暂停受理，暂不能提交
                </>
              )}
            </>
          }
          aside="继续填写"
        />
      ))}
    </Section>
  );
}
