import { Button } from 'antd-mobile';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { LoanProductDetail } from '@/shared/api';
import { FavouriteButton, ShareButton } from '@/shared/favourites';
import {
  amountText,
  contactLine,
  editionIn,
  NO_CONDITIONS,
  offeredItems,
  pastEditionText,
  rateNeedsMark,
  rateText,
  repaymentText,
  termRangeText,
  typesOf,
  useProduct,
} from '@/shared/loans';
import { ProductCalculator } from '@/shared/loans/OwnCalculator';
import { notTaken } from '@/shared/loans/suspended';
import { NothingLeft, useNothingLeft } from '@/shared/match/NothingLeft';
import { OwnEstimate } from '@/shared/match/OwnEstimate';
import {
  Definition,
  figuresIn,
  Loaded,
  Skeleton,
  Sources,
  Unverified,
  usePageTitle,
  Words,
} from '@/shared/ui';
import { ActionBar, Body, LinkButton, Notice, Section } from '../../ui';
import { Criteria } from '../../ui/Criteria';
import css from './products.module.css';

export default function ProductPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const query = useProduct(id, editionIn(params));
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={14} />}
      instead={<LinkButton to="/loans">看看其他贷款产品</LinkButton>}
    >
      {(product) => <Product product={product} />}
    </Loaded>
  );
}

/** What of the latest match fits. */
const OTHERS = '/match?kind=LOAN&outcome=ELIGIBLE';

function Product({ product }: { product: LoanProductDetail }) {
  usePageTitle(product.title);
  const navigate = useNavigate();
  const closed = notTaken(product);
  const left = useNothingLeft(product.code);
  const nothing = closed ? undefined : left;
  const apply = () => void navigate(`/loans/${product.code}/apply`);
  return (
    <>
      <Body>
        {closed && (
          <Notice tone="wait">
            {closed.title}。{closed.hint}
          </Notice>
        )}
        {nothing && (
          <Notice tone="wait">
            <NothingLeft {...nothing} others={(text) => <Link to={OTHERS}>{text}</Link>} />
          </Notice>
        )}
        {!product.current && <Notice tone="wait">{pastEditionText(product)}</Notice>}
        <Section>
          <p className={css.bank}>{product.bankName}</p>
          <h2 className={css.title}>
            <Words>{product.title}</Words>
          </h2>
          <p>{figuresIn(product.summary)}</p>
          <p className={css.keep}>
            <FavouriteButton of="product" id={product.id} />
            <ShareButton title={product.title} text={`${product.bankName} · ${product.summary}`} />
          </p>
        </Section>
        <Section title="产品要素">
          <Definition
            columns={1}
            items={[
              { label: product.minAmountWan ? '额度' : '最高额度', value: amountText(product) },
              { label: product.minTermMonths ? '期限' : '最长期限', value: termRangeText(product) },
              {
                label: '利率',
                value: (
                  <>
                    {rateText(product.rateText)} {rateNeedsMark(product) && <Unverified />}
                  </>
                ),
              },
              { label: '担保方式', value: product.guarantee && figuresIn(product.guarantee) },
              ...(product.repayments.length ? [{ label: '还款方式', value: repaymentText(product) }] : []),
              ...offeredItems(product),
              { label: '产品类型', value: typesOf(product.productType).join('、') },
              { label: '参数来源', value: product.source && <Sources owner="银行" text={product.source} /> },
            ]}
          />
        </Section>
        {!closed && (
          <OwnEstimate
            code={product.code}
            fill={(fact) => <Link to={`/my/profile?fact=${fact.name}`}>{fact.label}</Link>}
            toMatch={(text) => <Link to={`/match?kind=LOAN&open=${product.code}`}>{text}</Link>}
            frame={(content) => <Section title="本企业估算额度">{content}</Section>}
          />
        )}
        <Section title="准入条件">
          {product.criteria.length === 0 ? <p>{NO_CONDITIONS}</p> : <Criteria criteria={product.criteria} />}
        </Section>
        {product.offer?.text && (
          <Section title="产品说明">
            {product.offer.text.split('\n').map((line, at) => (
              <p key={at}>{figuresIn(line)}</p>
            ))}
          </Section>
        )}
        {!!product.offer?.materials.length && (
          <Section title="申请材料">
            <ul className={css.clauses}>
              {product.offer.materials.map((material) => (
                <li key={material}>{material}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title="还款计算">
          <ProductCalculator product={product} />
        </Section>
        {!!product.offer?.contacts.length && (
          <Section title="办理网点">
            <Definition
              columns={1}
              items={product.offer.contacts.map((one) => ({ label: one.branch, value: contactLine(one) }))}
            />
          </Section>
        )}
      </Body>
      <ActionBar>
        {nothing ? (
          <>
            <Button fill="outline" onClick={apply}>
              立即申请
            </Button>
            <Button color="primary" onClick={() => void navigate(OTHERS)}>
              匹配其他产品
            </Button>
          </>
        ) : (
          <>
            <Button fill="outline" onClick={() => void navigate(`/match?kind=LOAN&open=${product.code}`)}>
              匹配本企业
            </Button>
            {!closed && (
              <Button color="primary" onClick={apply}>
                立即申请
              </Button>
            )}
          </>
        )}
      </ActionBar>
    </>
  );
}
