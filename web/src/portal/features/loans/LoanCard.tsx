import { Link } from 'react-router';
import type { LoanProduct } from '@/shared/api';
import { BANK_DECIDES, longestText, rateText, typesOf } from '@/shared/loans';
import { notTaken } from '@/shared/loans/suspended';
import { figuresIn, numberText, Tag, Unverified, Words } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import css from './LoanCard.module.css';

export function LoanCard({ product }: { product: LoanProduct }) {
  return (
    <article className={css.card}>
      <p className={css.bank}>
        <Words>{product.bankName}</Words>
      </p>
      <h3>
        <Link to={`/loans/${product.code}`}>
          <Words>{product.title}</Words>
        </Link>
      </h3>
      <LoanTags product={product} />
      <LoanFigures product={product} />
      <p className={css.summary}>{figuresIn(product.summary)}</p>
      <p className={css.actions}>
        <ButtonLink
          look="outline"
          small
          to={`/loans/${product.code}`}
          aria-label={`产品详情：${product.title}`}
        >
          产品详情
        </ButtonLink>
        {!notTaken(product) && (
          <ButtonLink
            look="primary"
            small
            to={`/loans/${product.code}/apply`}
            aria-label={`立即申请：${product.title}`}
          >
            立即申请
          </ButtonLink>
        )}
      </p>
    </article>
  );
}

export function LoanTags({
  product,
  bank = false,
}: {
  product: Pick<LoanProduct, 'productType' | 'verified' | 'bankName'>;
  /** With the bank's name in front. */
  bank?: boolean;
}) {
  return (
    <p className={css.tags}>
      {bank && <span>{product.bankName}</span>}
      {typesOf(product.productType).map((type) => (
        <Tag key={type} tone="info">
          {type}
        </Tag>
      ))}
      {!product.verified && <Unverified head={bank} />}
    </p>
  );
}

/** The three figures that people compare. */
function LoanFigures({
  product,
}: {
  product: Pick<LoanProduct, 'maxAmountWan' | 'termMonths' | 'rateText' | 'guarantee'>;
}) {
  return (
    <dl className={css.figures}>
      <div>
        <dt>最高额度</dt>
        <dd>
          {product.maxAmountWan ? (
            <>
              <b className="zq-num">{numberText(product.maxAmountWan)}</b> 万元
            </>
          ) : (
            BANK_DECIDES
          )}
        </dd>
      </div>
      <div>
        <dt>最长期限</dt>
        <dd>{longestText(product.termMonths)}</dd>
      </div>
      <div className={css.wide}>
        <dt>利率</dt>
        <dd>{rateText(product.rateText)}</dd>
      </div>
      <div className={css.wide}>
        <dt>担保方式</dt>
        <dd>{product.guarantee && figuresIn(product.guarantee)}</dd>
      </div>
    </dl>
  );
}
