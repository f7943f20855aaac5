import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, type LoanProductDetail } from '@/shared/api';
import { FavouriteButton, ShareButton } from '@/shared/favourites';
import {
  amountText,
  contactLine,
  editionIn,
  NO_CONDITIONS,
  offeredItems,
  pastEditionText,
  rateText,
  repaymentText,
  termRangeText,
  typesOf,
  useProduct,
} from '@/shared/loans';
import { CompareChoice } from '@/shared/loans/Comparing';
import { ProductCalculator } from '@/shared/loans/OwnCalculator';
import { notTaken } from '@/shared/loans/suspended';
import { NothingLeft, useNothingLeft } from '@/shared/match/NothingLeft';
import { OwnEstimate } from '@/shared/match/OwnEstimate';
import { Definition, figuresIn, Icon, Loaded, Skeleton, Sources, usePageTitle, Words } from '@/shared/ui';
import { buttonClass, ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Article, Block, Notices } from '../../ui/Article';
import { Criteria } from '../../ui/Criteria';
import criteriaCss from '../../ui/Criteria.module.css';
import { LoanTags } from './LoanCard';

export default function LoanPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const query = useProduct(id, editionIn(params));
  return (
    <Loaded
      page
      query={query}
      skeleton={
        <Wrap>
          <Skeleton lines={12} />
        </Wrap>
      }
    >
      {(product) => <Detail product={product} />}
    </Loaded>
  );
}

/** What of the latest match fits. */
const OTHERS = '/match?kind=LOAN&outcome=ELIGIBLE';

function Detail({ product }: { product: LoanProductDetail }) {
  usePageTitle(product.title);
  const closed = notTaken(product);
  const left = useNothingLeft(product.code);
  const nothing = closed ? undefined : left;
  return (
    <>
      <PageHead
        title={<Words>{product.title}</Words>}
        last="产品详情"
        intro={<LoanTags product={product} bank />}
      />
      <Wrap>
        <Article
          main={
            <>
              {closed ? (
                <ButtonLink look="main" to="/loans">
                  看看其他贷款产品
                </ButtonLink>
              ) : (
                <>
                  {nothing && (
                    <ButtonLink look="main" to={OTHERS}>
                      匹配其他产品
                    </ButtonLink>
                  )}
                  <ButtonLink look={nothing ? 'outline' : 'main'} to={`/loans/${product.code}/apply`}>
                    立即申请
                  </ButtonLink>
                </>
              )}
              {!nothing && (
                <ButtonLink look="outline" to={`/match?kind=LOAN&open=${product.code}`}>
                  <Icon name="match" /> 匹配本企业
                </ButtonLink>
              )}
            </>
          }
          keep={
            <>
              <CompareChoice product={product} />
              <FavouriteButton of="product" id={product.id} className={buttonClass('outline', true)} />
              <ShareButton
                title={product.title}
                text={`${product.bankName} · ${product.summary}`}
                className={buttonClass('outline', true)}
              />
            </>
          }
          aside={
            <p>申请直接送达银行，受理、审批、放款进度在“融资申请”里查看。审批不通过的，银行须写明理由。</p>
          }
        >
          <Notices>
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
          </Notices>
          <Block
            title="产品要素"
            note={!product.verified && '产品参数来自公开渠道，未能全部与银行核对，标注“待核实”。'}
          >
            <Definition
              items={[
                { label: product.minAmountWan ? '额度' : '最高额度', value: amountText(product) },
                { label: product.minTermMonths ? '期限' : '最长期限', value: termRangeText(product) },
                { label: '利率', value: rateText(product.rateText) },
                { label: '担保方式', value: product.guarantee && figuresIn(product.guarantee) },
                ...(product.repayments.length ? [{ label: '还款方式', value: repaymentText(product) }] : []),
                { label: '产品类型', value: typesOf(product.productType).join('、') },
                { label: '经办银行', value: product.bankName },
              ]}
            />
          </Block>
          {!closed && (
            <OwnEstimate
              code={product.code}
              fill={(fact) => <Link to={`/center/profile/edit?fact=${fact.name}`}>{fact.label}</Link>}
              toMatch={(text) => <Link to={`/match?kind=LOAN&open=${product.code}`}>{text}</Link>}
              frame={(content) => <Block title="本企业估算额度">{content}</Block>}
            />
          )}
          <Block title="产品介绍">
            <p>{figuresIn(product.summary)}</p>
            {product.offer?.text?.split('\n').map((line, at) => (
              <p key={at}>{figuresIn(line)}</p>
            ))}
            {product.offer && <Definition columns={1} items={offeredItems(product)} />}
          </Block>
          <Block title="准入条件">
            {product.criteria.length ? <Criteria criteria={product.criteria} /> : <p>{NO_CONDITIONS}</p>}
          </Block>
          {!!product.offer?.materials.length && (
            <Block title="申请材料">
              <ol className={criteriaCss.criteria}>
                {product.offer.materials.map((material) => (
                  <li key={material}>
                    <span>{material}</span>
                  </li>
                ))}
              </ol>
            </Block>
          )}
          <Block title="还款计算">
            <ProductCalculator product={product} />
          </Block>
          {!!product.offer?.contacts.length && (
            <Block title="办理网点">
              <Definition
                columns={1}
                items={product.offer.contacts.map((one) => ({
                  label: one.branch,
                  value: contactLine(one),
                }))}
              />
            </Block>
          )}
          <BankContact id={product.bankId} />
          {product.source && (
            <Block title="参数来源">
              <Sources owner="银行" text={product.source} />
            </Block>
          )}
        </Article>
      </Wrap>
    </>
  );
}

/** How the bank is reached; nothing where it has said nothing. */
function BankContact({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['reference', 'institutions', id],
    queryFn: ({ signal }) => api.get('/api/user/reference/institutions/{id}', { path: { id }, signal }),
    staleTime: 300_000,
    retry: false,
  });
  const bank = query.data;
  const items = bank
    ? [
        ...(bank.phone ? [{ label: '电话', value: bank.phone }] : []),
        ...(bank.address ? [{ label: '地址', value: bank.address }] : []),
        ...bank.contacts.map((one) => ({ label: one.duty || '联系人', value: `${one.name} ${one.phone}` })),
        ...bank.branches
          .filter((branch) => branch.address || branch.phone)
          .map((branch) => ({ label: branch.name, value: [branch.address, branch.phone].join(' ').trim() })),
      ]
    : [];
  if (!items.length) return null;
  return (
    <Block title="联系银行">
      <Definition items={items} />
    </Block>
  );
}
