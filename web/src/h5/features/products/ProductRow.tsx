import { Link } from 'react-router';
import type { LoanProduct } from '@/shared/api';
import { limitText, longestText, rateNeedsMark, rateText } from '@/shared/loans/product';
import { figuresIn, Unverified, Words } from '@/shared/ui';
import css from './products.module.css';

export function ProductRow({ product }: { product: LoanProduct }) {
  return (
    <Link to={`/loans/${product.code}`} className={css.row}>
      <p className={css.bank}>
        <Words>{product.bankName}</Words>
      </p>
      <h3>
        <Words>{product.title}</Words>
      </h3>
      <dl className={css.figures}>
        <div>
          <dt>最高额度</dt>
          <dd className={product.maxAmountWan ? undefined : css.open}>{limitText(product.maxAmountWan)}</dd>
        </div>
        <div>
          <dt>最长期限</dt>
          <dd className={product.termMonths ? undefined : css.open}>{longestText(product.termMonths)}</dd>
        </div>
        <div>
          <dt>担保方式</dt>
          <dd>{product.guarantee && figuresIn(product.guarantee)}</dd>
        </div>
      </dl>
      <p className={css.rate}>
        利率 {rateText(product.rateText)} {rateNeedsMark(product) && <Unverified />}
      </p>
    </Link>
  );
}
