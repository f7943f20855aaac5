import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, type AdvisedProduct, type CreditAdvice as Advice, type CreditStep } from '../api';
import { GENERAL_ORDER } from '../consents';
import {
  conditionText,
  editionText,
  Empty,
  figuresIn,
  Loaded,
  longDate,
  Skeleton,
  StatusTag,
  Unverified,
  wan,
  Words,
  Whole,
} from '../ui';
import { Fold } from '../ui/Fold';
import { wordsOf } from '.';
import css from './CreditAdvice.module.css';
import { EstimateBasis, EstimateLine } from './Estimate';
import { wanRange } from './estimate';

/** What differs from app to app. */
export interface AdviceParts {
  loan: (code: string) => string;
  fact: (name: string) => string;
  /** Where the products are told that cannot be had. */
  ineligible: string;
  apply: (product: AdvisedProduct) => ReactNode;
  notice: (content: ReactNode) => ReactNode;
}

/** What would raise the loans that the own enterprise could have; reckoned anew at each visit. */
export function CreditAdvice(parts: AdviceParts) {
  const query = useQuery({
    queryKey: ['match', 'credit-advice'],
    queryFn: ({ signal }) => api.get('/api/match/my/credit-advice', { signal }),
    staleTime: 0,
  });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(advice) => <Told advice={advice} {...parts} />}
    </Loaded>
  );
}

function Told({ advice, ...parts }: AdviceParts & { advice: Advice }) {
  const rising = advice.products.filter((product) => product.steps.length > 0);
  const settled = advice.products.filter((product) => product.steps.length === 0);
  const any = advice.products.length + advice.unpublished.length > 0;
  return (
    <div className={css.advice}>
      {parts.notice(
        <>
          <b>{advice.disclaimer}。</b>按 {longDate(advice.asOf)}{' '}
          各产品公布的规则和企业画像计算，只用产品自己写明的限额和条件，不保存。
        </>,
      )}
      {advice.nothingFilledIn &&
        parts.notice(
          <>
            企业画像里还没有填写数据，目前只按登记信息估算。<Link to={parts.fact('')}>填写企业画像</Link>
          </>,
        )}
      {advice.order === 'GENERAL' && <p className={css.muted}>{GENERAL_ORDER}</p>}
      {!any && (
        <Empty
          title="没有可以估算的贷款产品"
          hint="各产品公布的条件，本企业目前都不符合一项以上，或改变不了。"
        />
      )}
      {any && rising.length === 0 && (
        <p className={css.nothing} role="status">
          按各产品公布的规则，目前没有能提高估算额度的事项。
        </p>
      )}
      <Products title="可以提高的产品" products={rising} {...parts} />
      <Products
        title="没有可提高事项的产品"
        hint="按公布的规则，估算额度已经是最高，或者没有公布怎样才能提高。"
        products={settled}
        folds
        {...parts}
      />
      <Products
        title="银行未公布额度的产品"
        hint="没有公布最高额度，无法估算，由银行核定。"
        products={advice.unpublished}
        folds
        {...parts}
      />
      {advice.leftOut > 0 && (
        <p className={css.muted}>
          另有 {advice.leftOut} 个产品，本企业不符合公布的准入条件，没有列出。
          <Link to={parts.ineligible}>看差在哪里</Link>
        </p>
      )}
    </div>
  );
}

/** More than these are folded where they are only to be known of. */
const FEW = 3;

function Products({
  title,
  hint,
  products,
  folds = false,
  ...parts
}: AdviceParts & {
  title: string;
  hint?: string;
  products: AdvisedProduct[];
  /** Nothing is to be done about them: many are asked for. */
  folds?: boolean;
}) {
  if (!products.length) return null;
  const list = (
    <ul className={css.products}>
      {products.map((product) => (
        <li key={product.code}>
          <Product product={product} {...parts} />
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-label={title}>
      <h2 className={css.title}>
        {title}
        <span className="zq-num">（{products.length} 个）</span>
      </h2>
      {hint && <p className={css.muted}>{hint}</p>}
      {folds && products.length > FEW ? <Fold title={`查看这 ${products.length} 个产品`}>{list}</Fold> : list}
    </section>
  );
}

function Product({ product, ...parts }: AdviceParts & { product: AdvisedProduct }) {
  const group = product.outcome === 'UNKNOWN' && !product.missing.length ? 'UNCLEAR' : product.outcome;
  const opened = product.steps.some((step) => step.kind === 'MEET');
  return (
    <article className={css.product}>
      <header className={css.head}>
        <div>
          <p className={css.tags}>
            <StatusTag of={wordsOf(group, true)} value={group} />
            {!product.verified && <Unverified />}
          </p>
          <h3>
            <Link to={parts.loan(product.code)}>
              <Words>{product.title}</Words>
            </Link>
          </h3>
          <p className={css.muted}>{editionText(product.bankName, product.edition)}</p>
        </div>
        {parts.apply(product)}
      </header>
      <EstimateLine
        estimate={product.estimate}
        marked={!product.verified}
        disclaimed
        named={opened ? '满足条件后的估算额度' : undefined}
      />
      {product.notice && <p className={css.muted}>{product.notice}</p>}
      {product.steps.length > 0 && (
        <ol className={css.steps} aria-label={`怎样提高：${product.title}`}>
          {product.steps.map((step) => (
            <li key={step.kind + step.what + step.clause.text}>
              <Step step={step} after={step.kind !== 'MEET' && opened} {...parts} />
            </li>
          ))}
        </ol>
      )}
      <Fold title="估算依据" className={css.basis}>
        <EstimateBasis
          estimate={product.estimate}
          fill={(fact) => <Link to={parts.fact(fact.name)}>{fact.label}</Link>}
        />
      </Fold>
    </article>
  );
}

type Range = NonNullable<CreditStep['before']>;

const rangeText = ({ lowWan, highWan }: Range) =>
  lowWan === highWan ? wan(highWan) : wanRange(lowWan, highWan);

function Step({
  step,
  after: opened,
  ...parts
}: AdviceParts & {
  step: CreditStep;
  /** Counts on the condition that opens the product. */
  after: boolean;
}) {
  const { before, after, otherwise, raisesWan } = step;
  return (
    <>
      <p className={css.what}>
        <b>
          <Whole>{figuresIn(step.what)}</Whole>
        </b>
        {raisesWan !== undefined && before && after && (
          <span className={css.raise}>
            {after.highWan - before.highWan >= after.lowWan - before.lowWan ? '最多提高' : '下限提高'}{' '}
            <span className="zq-num">{wan(raisesWan)}</span>
          </span>
        )}
      </p>
      {step.detail && (
        <p>
          <Whole>{figuresIn(step.detail)}</Whole>
        </p>
      )}
      {opened && <p>以先满足还差的一项条件为前提。</p>}
      {before && after ? (
        <dl className={css.figures}>
          <div>
            <dt>现在</dt>
            <dd>{step.kind === 'MEET' ? '条件未满足' : rangeText(before)}</dd>
          </div>
          <div>
            <dt>{otherwise ? (step.kind === 'FILL_LIMIT' ? '不适用时' : '余额足够低时') : '之后'}</dt>
            <dd>{rangeText(after)}</dd>
          </div>
          {otherwise && (
            <div>
              <dt>{step.kind === 'FILL_LIMIT' ? '适用时' : '余额达到上限时'}</dt>
              <dd>{rangeText(otherwise)}</dd>
            </div>
          )}
        </dl>
      ) : (
        <p>银行没有公布额度，满足后由银行核定。</p>
      )}
      <p className={css.muted}>
        产品原文：<Whole>{conditionText(step.clause.text)}</Whole>
        {step.clause.place && `（${step.clause.place}）`} {!step.clause.certain && <Unverified />}
      </p>
      <ul className={css.facts} aria-label="相关数据">
        {step.facts.map((fact) => (
          <li key={fact.name}>
            {fact.changedBy === 'SELF' ? (
              <>
                在企业画像中填写：<Link to={parts.fact(fact.name)}>{fact.label}</Link>
              </>
            ) : fact.changedBy === 'TAX' ? (
              `${fact.label}来自税务部门，以税务部门的记录为准，不能自行填写`
            ) : (
              `${fact.label}来自登记信息，以登记机关的登记为准，不能自行填写`
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
