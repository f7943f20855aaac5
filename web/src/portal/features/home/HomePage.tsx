import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { Empty, Icon, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { More } from '../../ui';
import { FinanceEntries } from '../finance/FinanceEntries';
import { LoanCard } from '../loans/LoanCard';
import { PolicyCard } from '../policies/PolicyCard';
import { PolicyEntries } from '../policies/PolicyEntries';
import { AnchorBar } from './AnchorBar';
import { Ask } from './Ask';
import { Checks } from './Checks';
import { Hero } from './Hero';
import css from './HomePage.module.css';
import { Section } from './Section';
import { Services } from './Services';
import { Ticker } from './Ticker';

export default function HomePage() {
  const brand = useBrand();
  usePageTitle();
  const products = useQuery({
    queryKey: ['products', 'pinned'],
    queryFn: ({ signal }) => api.get('/api/finance/products/pinned', { signal }),
    staleTime: 300_000,
  });
  const policies = useQuery({
    queryKey: ['policies', 'latest'],
    queryFn: ({ signal }) => api.get('/api/policy/policies/latest', { signal, query: { limit: 3 } }),
    staleTime: 300_000,
  });

  return (
    <>
      <Hero />
      <Ticker />
      <AnchorBar />
      <Section
        id="qifu"
        mark="企服"
        title="一码通办，从领码开始"
        intro="企业码把登记信息、经营数据和授权放在一处：领一次码，匹配、申请、示码都用它。"
      >
        <Services />
      </Section>
      <Section
        id="qihui"
        mark="企汇"
        title="常用政务网站"
        intro="办事、查信用、看公报常用的官方网站，均在新窗口打开。"
        tone="ground"
      >
        <ul className={css.links}>
          {brand.links.map((link) => (
            <li key={link.url}>
              <a href={link.url} target="_blank" rel="noreferrer">
                <span>
                  <b>{link.title}</b>
                  {link.intro}
                </span>
                <Icon name="external" title="在新窗口打开" />
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="qiwen" mark="企问" title="常见问题" intro="领码、授权、匹配与融资申请中问得最多的事。">
        <Ask />
      </Section>
      <Section
        id="qirong"
        mark="企融"
        title="贷款产品"
        intro="区金融办置顶推荐。额度、利率以银行核定为准。"
        tone="ground"
        more={<More to="/loans">全部贷款产品</More>}
      >
        <Loaded query={products} skeleton={<CardSkeleton />} compact>
          {(items) =>
            items.length ? (
              <ul className={css.cards}>
                {items.map((product) => (
                  <li key={product.id}>
                    <LoanCard product={product} />
                  </li>
                ))}
              </ul>
            ) : (
              <Empty compact title="暂无置顶的贷款产品">
                <More to="/loans">查看全部贷款产品</More>
              </Empty>
            )
          }
        </Loaded>
        <FinanceEntries />
      </Section>
      <Section
        id="qizhi"
        mark="企知"
        title="最新惠企政策"
        intro="按发布日期排列，条款、文号与有效期齐全；未能逐字核对原文的标注“待核实”。"
        more={<More to="/policies">全部惠企政策</More>}
      >
        <Loaded query={policies} skeleton={<CardSkeleton />} compact>
          {(items) =>
            items.length ? (
              <ul className={css.cards}>
                {items.map((policy) => (
                  <li key={policy.id}>
                    <PolicyCard policy={policy} />
                  </li>
                ))}
              </ul>
            ) : (
              <Empty compact title="暂无政策" />
            )
          }
        </Loaded>
        <PolicyEntries />
      </Section>
      <Section
        id="qicha"
        mark="企查"
        title="对照条件，自己先查一遍"
        intro="逐条对照政策与产品的条件：满足了什么、差在哪里、还缺什么数据，都写明依据。"
        tone="navy"
      >
        <Checks />
      </Section>
    </>
  );
}

function CardSkeleton() {
  return (
    <div className={css.cards}>
      {[1, 2, 3].map((card) => (
        <Skeleton key={card} lines={6} className={css.cardSkeleton} />
      ))}
    </div>
  );
}
