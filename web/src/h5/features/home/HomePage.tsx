import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, useMe } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import {
  DemoNotice,
  Empty,
  Icon,
  Loaded,
  Mascot,
  Motif,
  Skeleton,
  tidied,
  timeAgo,
  Words,
  type IconName,
} from '@/shared/ui';
import { Body, Section } from '../../ui';
import { PolicyRow } from '../policies/PolicyRow';
import { ProductRow } from '../products/ProductRow';
import { Desk } from './Desk';
import css from './HomePage.module.css';

interface Entry {
  to: string;
  label: string;
  icon: IconName;
  /** Of an enterprise that has its code. */
  own?: boolean;
}

const codeEntries: Entry[] = [
  { to: '/scan', label: '扫一扫', icon: 'scan' },
  { to: '/my/code', label: '示码', icon: 'code' },
  { to: '/claim', label: '领码', icon: 'claim' },
  { to: '/my/card', label: '名片', icon: 'card', own: true },
  { to: '/my/enterprise', label: '信息', icon: 'enterprise', own: true },
];

/** For those who work for an institution, have no code of their own, and may read other people's. */
const officerEntries: Entry[] = [
  { to: '/scan', label: '扫一扫', icon: 'scan' },
  { to: '/policies', label: '政策', icon: 'policy' },
  { to: '/loans', label: '贷款产品', icon: 'bank' },
  { to: '/messages', label: '消息', icon: 'bell' },
];

const services: { to: string; label: string; note: string; icon: IconName; enterprises?: boolean }[] = [
  { to: '/loans', label: '贷款产品', note: '比较与申请', icon: 'bank' },
  { to: '/policies', label: '惠企政策', note: '政策库与原文', icon: 'policy' },
  { to: '/express', label: '政策直通车', note: '现在能办的项目', icon: 'clock' },
  { to: '/declarations', label: '政策申报', note: '在线填报与进度', icon: 'edit' },
  { to: '/redemptions', label: '政策兑现', note: '兑付与免申即享', icon: 'loan' },
  { to: '/checks', label: '企业自查', note: '不登录也能算', icon: 'qicha' },
  { to: '/match', label: '智能匹配', note: '逐条说明差在哪', icon: 'match', enterprises: true },
  { to: '/my/profile', label: '企业画像', note: '数据越全越准', icon: 'profile', enterprises: true },
];

export default function HomePage() {
  const brand = useBrand();
  const { me, can } = useMe();
  const staff = !!me && !can('code.claim');
  const entries = staff
    ? officerEntries.filter((one) => one.to !== '/scan' || can('code.scan'))
    : codeEntries.filter((one) => !me || me.enterprise || !one.own);
  const offered = services.filter((one) => !one.enterprises || !staff);
  return (
    <>
      <DemoNotice />
      <header className={css.hero}>
        <Motif className={css.motif} />
        <div className={css.heroText}>
          <h1>{brand.name}</h1>
          {me?.enterprise ? (
            <>
              <p>{me.name}，您好</p>
              <Link to="/me" className={css.own}>
                <span>
                  <span className="zq-hidden">当前企业：</span>
                  {me.enterprise.name}
                </span>
                <Icon name="right" size={16} />
              </Link>
            </>
          ) : (
            <p>找政策、找贷款、示码办事，一处办好</p>
          )}
        </div>
        <span className={css.mascot}>
          <Mascot pose="greet" size={104} />
        </span>
      </header>
      <nav className={css.code} aria-label={staff ? '常用' : '企业码'}>
        {entries.map((entry) => (
          <Link key={entry.to} to={entry.to}>
            <Icon name={entry.icon} size={28} />
            {entry.label}
          </Link>
        ))}
      </nav>
      <Body>
        <SearchPolicies />
        <Desk />
        <Section title="综合服务">
          <ul className={css.services}>
            {offered.map((service) => (
              <li key={service.to}>
                <Link to={service.to}>
                  <Icon name={service.icon} size={26} />
                  <span>
                    <b>{service.label}</b>
                    <small>{service.note}</small>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
        <Ticker />
        <Section title="服务产品专区" flush>
          <Zone />
        </Section>
        <footer className={css.footer}>
          <p>{brand.name}</p>
          {brand.hotline.number && (
            <p>
              {brand.hotline.label} <a href={`tel:${brand.hotline.number}`}>{brand.hotline.number}</a>
            </p>
          )}
        </footer>
      </Body>
    </>
  );
}

/** By hand as well, for the page's weight. */
function SearchPolicies() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <form
      role="search"
      className={css.search}
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/policies?q=${encodeURIComponent(text.trim())}`);
      }}
    >
      <Icon name="search" size={18} />
      <input
        type="search"
        enterKeyHint="search"
        aria-label="搜索政策"
        placeholder="搜政策、文号"
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit">搜索</button>
    </form>
  );
}

/** Two tabs by hand: the library's would be a tenth of the page's weight. */
function Zone() {
  const [open, setOpen] = useState<'loans' | 'policies'>('loans');
  return (
    <>
      <div className={css.tabs} role="tablist" aria-label="服务产品">
        {(['loans', 'policies'] as const).map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`zone-${tab}`}
            aria-selected={open === tab}
            aria-controls="zone"
            onClick={() => setOpen(tab)}
          >
            {tab === 'loans' ? '贷款产品' : '惠企政策'}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="zone" aria-labelledby={`zone-${open}`}>
        {open === 'loans' ? <Products /> : <Policies />}
      </div>
    </>
  );
}

function Ticker() {
  const query = useQuery({
    queryKey: ['ticker'],
    queryFn: ({ signal }) => api.get('/api/stats/public/ticker', { signal }),
    refetchInterval: 60_000,
  });
  const newest = query.data?.slice(0, 3) ?? [];
  if (!newest.length) return null;
  return (
    <section className={css.ticker} aria-label="最新动态">
      <b>最新动态</b>
      <ul>
        {newest.map((item) => (
          <li key={item.at + item.text}>
            <Words>{tidied(item.text)}</Words>
            <time dateTime={item.at}>{timeAgo(item.at)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Products() {
  const query = useQuery({
    queryKey: ['products', 'pinned'],
    queryFn: ({ signal }) => api.get('/api/finance/products/pinned', { signal }),
  });
  return (
    <Loaded query={query} compact skeleton={<Skeleton lines={5} />}>
      {(products) => (
        <>
          {products.length ? (
            products.map((product) => <ProductRow key={product.id} product={product} />)
          ) : (
            <Empty compact title="暂无推荐产品" />
          )}
          <Link className={css.more} to="/loans">
            查看全部贷款产品
          </Link>
        </>
      )}
    </Loaded>
  );
}

function Policies() {
  const query = useQuery({
    queryKey: ['policies', 'newest'],
    queryFn: ({ signal }) =>
      api.get('/api/policy/policies', {
        signal,
        query: { size: 3, status: 'EFFECTIVE', sort: 'publishDate,desc' },
      }),
  });
  return (
    <Loaded query={query} compact skeleton={<Skeleton lines={5} />}>
      {(page) => (
        <>
          {page.items.map((policy) => (
            <PolicyRow key={policy.id} policy={policy} />
          ))}
          <Link className={css.more} to="/policies">
            查看全部政策
          </Link>
        </>
      )}
    </Loaded>
  );
}
