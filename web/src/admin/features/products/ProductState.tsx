import type { ManagedProduct } from '@/shared/api';
import { dateTimeText, StatusTag } from '@/shared/ui';
import { pageCss } from '../../ui/page';

const BY = { BANK: '金融机构', FINANCE_OFFICE: '金融办' };

/** How a product stands; of a suspended one by whom and why, where that is known. */
export function ProductState({ product: { status, suspension } }: { product: ManagedProduct }) {
  return (
    <>
      <StatusTag of="productStatus" value={status} />
      {suspension && (
        <span className={pageCss.sub}>
          {BY[suspension.by]} {dateTimeText(suspension.at)} 暂停：{suspension.reason}
        </span>
      )}
    </>
  );
}
