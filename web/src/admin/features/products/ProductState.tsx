import type { ManagedProduct, Suspension } from '@/shared/api';
import { dateTimeText, StatusTag } from '@/shared/ui';
import { pageCss } from '../../ui/page';

const BY = { BANK: '金融机构', FINANCE_OFFICE: '金融办' };

/** How a product stands; of a suspended one by whom and why, where that is known, and by both where both did. */
export function ProductState({
  product: { status, suspension, bankSuspension },
}: {
  product: ManagedProduct;
}) {
  return (
    <>
      <StatusTag of="productStatus" value={status} />
      {suspension && <Why suspension={suspension} />}
      {bankSuspension && <Why suspension={bankSuspension} />}
    </>
  );
}

function Why({ suspension: { by, at, reason } }: { suspension: Suspension }) {
  return (
    <span className={pageCss.sub}>
      {BY[by]} {dateTimeText(at)} 暂停：{reason}
    </span>
  );
}
