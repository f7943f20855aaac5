import { Link } from 'react-router';
import { useBrand } from '@/shared/brand';
import { BrandMark, Icon, Motif } from '@/shared/ui';
import { Wrap } from '../ui';
import css from './Footer.module.css';

export function Footer() {
  const { name, slogan, hotline, links, footer } = useBrand();
  const facts = [
    ['主办单位', footer.organizer],
    ['承办单位', footer.undertaker],
    ['联系方式', footer.contact],
    ['网站标识码', footer.siteCode],
    ['备案号', footer.icp],
    ['公安备案', footer.police],
  ].filter(([, value]) => value);
  return (
    <footer className={`${css.footer} zq-no-print`}>
      <Motif className={css.motif} ground="var(--zq-navy-deep)" stroke="#1d365f" />
      <Wrap className={css.inner}>
        <div className={css.about}>
          <p className={css.brand}>
            <BrandMark size={36} onDark />
            {name}
          </p>
          <p>{slogan}</p>
          {hotline.number && (
            <p className={css.hotline}>
              <Icon name="phone" size={22} />
              <span>
                {hotline.label}
                <a href={`tel:${hotline.number}`}>{hotline.number}</a>
              </span>
            </p>
          )}
        </div>
        <nav aria-label="页脚导航">
          <h2>办事</h2>
          <ul>
            <li>
              <Link to="/code/claim">领取企业码</Link>
            </li>
            <li>
              <Link to="/checks">企业自查</Link>
            </li>
            <li>
              <Link to="/match">智能匹配</Link>
            </li>
            <li>
              <Link to="/match/report">规划报告</Link>
            </li>
            <li>
              <Link to="/center">企业中心</Link>
            </li>
          </ul>
        </nav>
        <nav aria-label="内容导航">
          <h2>查询</h2>
          <ul>
            <li>
              <Link to="/policies">惠企政策</Link>
            </li>
            <li>
              <Link to="/loans">贷款产品</Link>
            </li>
            <li>
              <Link to="/code/about">企业码介绍</Link>
            </li>
            <li>
              <Link to="/report-check">报告验真</Link>
            </li>
            <li>
              <Link to="/evaluations">服务评价</Link>
            </li>
          </ul>
        </nav>
        <nav aria-label="政务网站" className={css.sites}>
          <h2>政务网站</h2>
          <ul>
            {links.map((link) => (
              <li key={link.url}>
                <a href={link.url} target="_blank" rel="noreferrer">
                  {link.title}
                  <Icon name="external" size={14} title="在新窗口打开" />
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </Wrap>
      {facts.length > 0 && (
        <Wrap className={css.facts}>
          {facts.map(([key, value]) => (
            <span key={key}>
              {key}：{value}
            </span>
          ))}
        </Wrap>
      )}
    </footer>
  );
}
