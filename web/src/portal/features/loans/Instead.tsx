import type { ReactNode } from 'react';
import type { KindOfNextLoan, LoanProductDetail } from '@/shared/api';
import { OPEN_ALREADY, openAlreadyText } from '@/shared/loans';
import { notTaken } from '@/shared/loans/suspended';
import { Empty, usePageTitle } from '@/shared/ui';
import { ButtonLink, PageHead, Wrap } from '../../ui';

/** What is said in place of the form, before anything is filled in. */
function Instead({
  product,
  title,
  hint,
  children,
}: {
  product: LoanProductDetail;
  title: string;
  hint: string;
  children: ReactNode;
}) {
  usePageTitle(`申请${product.title}`);
  return (
    <>
      <PageHead title={`申请${product.title}`} last="申请" intro={product.bankName} />
      <Wrap>
        <Empty title={title} hint={hint}>
          {children}
        </Empty>
      </Wrap>
    </>
  );
}

/** While an earlier application for it is open. */
export function OpenAlready({
  product,
  application,
}: {
  product: LoanProductDetail;
  application: NonNullable<KindOfNextLoan['openApplication']>;
}) {
  return (
    <Instead product={product} title={openAlreadyText(application)} hint={OPEN_ALREADY}>
      <ButtonLink to={`/center/applications/${application.applicationId}`}>查看这笔申请</ButtonLink>
      <ButtonLink look="outline" to="/loans">
        返回贷款产品
      </ButtonLink>
    </Instead>
  );
}

/** While no new applications are taken for it. */
export function NoneTaken({ product }: { product: LoanProductDetail }) {
  return (
    <Instead product={product} {...notTaken(product)!}>
      <ButtonLink to="/loans">看看其他贷款产品</ButtonLink>
    </Instead>
  );
}
