import { Link, useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { favourites } from '@/shared/favourites';
import { limitText } from '@/shared/loans/product';
import { dateText, Empty, StatusTag, Tag, Words } from '@/shared/ui';
import { Body, LinkButton, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';
import css from './favourites.module.css';

/** 我的收藏: what the enterprise keeps, policies or loan products. */
export default function FavouritesPage() {
  const [params] = useSearchParams();
  const products = params.get('kind') === 'product';
  return (
    <Body>
      <nav className={css.kinds} aria-label="收藏的类别">
        <Link to="?" replace aria-current={products ? undefined : 'true'}>
          政策
        </Link>
        <Link to="?kind=product" replace aria-current={products ? 'true' : undefined}>
          贷款产品
        </Link>
      </nav>
      {products ? <Products /> : <Policies />}
    </Body>
  );
}

function Policies() {
  const query = useGrowing(favourites('policy'), (page, signal) =>
    api.get('/api/policy/my/favourites', { signal, query: { page, size: 20 } }),
  );
  return (
    <Growing
      query={query}
      empty={
        <Empty title="还没有收藏政策" hint="在政策详情页点“收藏”">
          <LinkButton to="/policies">看看政策</LinkButton>
        </Empty>
      }
    >
      {(items) => (
        <Section flush>
          {items.map((it) => (
            <Entry
              key={it.id}
              to={it.status && `/policies/${it.code}`}
              title={it.title}
              meta={`${it.issuer} · ${dateText(it.addedAt)} 收藏`}
            >
              {it.status ? <StatusTag of="policyStatus" value={it.status} /> : <Tag>已撤下</Tag>}
            </Entry>
          ))}
        </Section>
      )}
    </Growing>
  );
}

function Products() {
  const query = useGrowing(favourites('product'), (page, signal) =>
    api.get('/api/finance/my/favourites', { signal, query: { page, size: 20 } }),
  );
  return (
    <Growing
      query={query}
      empty={
        <Empty title="还没有收藏贷款产品" hint="在产品详情页点“收藏”">
          <LinkButton to="/loans">看看贷款产品</LinkButton>
        </Empty>
      }
    >
      {(items) => (
        <Section flush>
          {items.map((it) => (
            <Entry
              key={it.id}
              to={`/loans/${it.code}`}
              title={it.title}
              meta={`${it.bankName} · ${it.maxAmountWan ? `最高 ${limitText(it.maxAmountWan)}` : '额度由银行核定'}`}
            >
              <StatusTag of="productStatus" value={it.status} />
            </Entry>
          ))}
        </Section>
      )}
    </Growing>
  );
}

function Entry({
  to,
  title,
  meta,
  children,
}: {
  /** Nothing where it can be read no more. */
  to?: string;
  title: string;
  meta: string;
  children: React.ReactNode;
}) {
  const content = (
    <>
      <h3>
        <Words>{title}</Words>
      </h3>
      <p>
        {children} <small>{meta}</small>
      </p>
    </>
  );
  return to ? (
    <Link to={to} className={css.entry}>
      {content}
    </Link>
  ) : (
    <div className={css.entry}>{content}</div>
  );
}
