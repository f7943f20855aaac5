import type { KindOfNextLoan, LoanProductDetail } from '@/shared/api';
import { OPEN_ALREADY, openAlreadyText } from '@/shared/loans';
import { Empty, usePageTitle } from '@/shared/ui';
import { ButtonLink, PageHead, Wrap } from '../../ui';

/** Said before anything is filled in. */
export function OpenAlready({
  product,
  application,
}: {
  product: LoanProductDetail;
  application: NonNullable<KindOfNextLoan['openApplication']>;
}) {
  usePageTitle(`申请${product.title}`);
  return (
    <>
      <PageHead title={`申请${product.title}`} last="申请" intro={product.bankName} />
      <Wrap>
        <Empty title={openAlreadyText(application)} hint={OPEN_ALREADY}>
          <ButtonLink to={`/center/applications/${application.applicationId}`}>查看这笔申请</ButtonLink>
          <ButtonLink look="outline" to="/loans">
            返回贷款产品
          </ButtonLink>
        </Empty>
      </Wrap>
    </>
  );
}
