import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { CountUp, Icon, Motif } from '@/shared/ui';
import { Wrap } from '../../ui';
import { Slogan } from '../../ui/Slogan';
import css from './Hero.module.css';
import { Desk } from './Desk';

const hot = ['高新技术企业', '研发费用加计扣除', '专精特新', '贷款贴息', '信用贷款'];

export function Hero() {
  const brand = useBrand();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(`/search?q=${encodeURIComponent(text.trim())}`);
  };
  return (
    <section className={css.hero} aria-labelledby="hero-title">
      <Motif className={css.motif} />
      <Wrap className={css.inner}>
        <div className={css.lead}>
          <h1 id="hero-title">
            <Slogan />
          </h1>
          <p className={css.sub}>{brand.district.name}企业、商会与服务机构的政策、融资与企业码服务入口</p>
          <form role="search" className={css.search} onSubmit={submit}>
            <Icon name="search" size={24} />
            <input
              type="search"
              aria-label="搜索政策与贷款产品"
              placeholder="搜政策、文号、贷款产品"
              value={text}
              onChange={(event) => setText(event.target.value)}
              maxLength={60}
              enterKeyHint="search"
            />
            <button type="submit">搜索</button>
          </form>
          <p className={css.hot}>
            <span>试试搜</span>
            {hot.map((word) => (
              <Link key={word} to={`/search?q=${encodeURIComponent(word)}`}>
                {word}
              </Link>
            ))}
          </p>
        </div>
        <Desk />
        <Figures />
      </Wrap>
    </section>
  );
}

/** Live figures of the platform; the band stays away when they cannot be had. */
function Figures() {
  const { data } = useQuery({
    queryKey: ['figures'],
    queryFn: ({ signal }) => api.get('/api/stats/public/figures', { signal }),
    staleTime: 60_000,
  });
  const figures: [string, number | undefined, string][] = [
    ['累计注册用户', data?.registeredUsers, '人'],
    ['认证企业', data?.certifiedEnterprises, '家'],
    ['放款金额', data?.disbursedWan, '万元'],
    ['惠企政策', data?.policies, '条'],
    ['贷款产品', data?.loanProducts, '个'],
  ];
  return (
    <dl className={css.figures} aria-label="平台数据">
      {figures
        .filter(([, value]) => value !== undefined)
        .map(([name, value, unit]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <CountUp value={Math.round(value!)} />
              <small>{unit}</small>
            </dd>
          </div>
        ))}
    </dl>
  );
}
