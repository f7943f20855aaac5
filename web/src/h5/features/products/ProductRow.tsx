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
          <dd>{product.maxAmountWan ? limitText(product.maxAmountWan) : <Open />}</dd>
        </div>
        <div>
          <dt>最长期限</dt>
          <dd>{product.termMonths ? longestText(product.termMonths) : <Open />}</dd>
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

/** In place of a figure that the bank does not publish: no figure, and no louder than one. */
function Open() {
  return <span className={css.open}>银行核定</span>;
}
