import { useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { admits } from '@/shared/admission';
import { problemText, signInUrl, useMe, useSignOut, useUnread, type Me } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { useOwnEnterprises, useSwitchEnterprise } from '@/shared/enterprise';
import { label } from '@/shared/i18n';
import { badgeText, BrandMark, Icon, useLargeText, type IconName } from '@/shared/ui';
import { Disclosure } from '@/shared/ui/Disclosure';
import { Button, ButtonAnchor, ButtonLink, Wrap } from '../ui';
import css from './Header.module.css';

interface MenuEntry {
  to: string;
  title: string;
  end?: boolean;
  /** What has no entry of its own and belongs here. */
  also?: string[];
}

const sections: MenuEntry[] = [
  { to: '/', title: '首页', end: true },
  { to: '/policies', title: '惠企政策', also: ['/redemptions', '/express'] },
  { to: '/declarations', title: '政策申报' },
  { to: '/loans', title: '贷款产品' },
  { to: '/checks', title: '企业自查' },
  { to: '/match', title: '智能匹配' },
  { to: '/code', title: '企业码' },
];

interface AccountLink {
  to: string;
  title: string;
  icon: IconName;
}

const ownLinks: AccountLink[] = [
  { to: '/center/account', title: '账号资料', icon: 'user' },
  { to: '/center/security', title: '账号安全', icon: 'lock' },
];

const enterpriseLinks: AccountLink[] = [
  { to: '/center', title: '企业中心', icon: 'enterprise' },
  { to: '/center/declarations', title: '我的申报', icon: 'file' },
  { to: '/center/applications', title: '融资申请', icon: 'order' },
  { to: '/center/profile', title: '企业画像', icon: 'profile' },
  { to: '/center/members', title: '成员管理', icon: 'people' },
  ...ownLinks,
];

const admittedLinks: AccountLink[] = [
  { to: '/center/admission', title: '入驻申请', icon: 'claim' },
  ...ownLinks,
];

/** Only enterprises have profiles, declarations and applications. */
function accountLinksOf(me: Me): AccountLink[] {
  if (me.enterprise || me.userType === 'ENTERPRISE') return enterpriseLinks;
  return admits(me.userType) ? admittedLinks : ownLinks;
}

export function Header() {
  const brand = useBrand();
  const { me, loading } = useMe();
  const unread = useUnread();
  const [large, setLarge] = useLargeText();
  const { pathname, search } = useLocation();
  // What a press leads to; whether it is on, everybody sees.
  const otherSize = label('common', large ? 'normalText' : 'largeText');

  return (
    <header className={`${css.header} zq-no-print`}>
      <Wrap className={css.bar}>
        <Link to="/" className={css.brand}>
          <BrandMark size={38} />
          <span>
            <span className={css.long}>{brand.name}</span>
            <span className={css.short}>{brand.shortName}</span>
            <small>
              {brand.district.city}
              {brand.district.name}
            </small>
          </span>
        </Link>
        <nav className={css.nav} aria-label="主导航">
          <Sections />
        </nav>
        <div className={css.tools}>
          <button
            type="button"
            className={`${css.tool} ${css.size}`}
            aria-label={otherSize}
            onClick={() => setLarge(!large)}
          >
            <Icon name="text" size={22} />
            <span className={css.toolText}>{otherSize}</span>
          </button>
          {me && (
            <Link
              to="/center/messages"
              className={css.tool}
              aria-label={unread ? `消息，${badgeText(unread)} 条未读` : '消息'}
            >
              <Icon name="bell" size={22} />
              {unread > 0 && (
                <span className={css.badge} aria-hidden="true">
                  {badgeText(unread)}
                </span>
              )}
            </Link>
          )}
          {me ? (
            <Disclosure
              look={css}
              className={css.account}
              button={
                <>
                  <Icon name="user" size={22} />
                  <span className={css.name}>{me.name}</span>
                  <Icon name="down" size={14} />
                </>
              }
              label={`账号菜单，${me.name}`}
            >
              <p className={css.who}>
                {me.enterprise?.name ?? me.institution?.name ?? label('userType', me.userType)}
              </p>
              {me.enterprise && <Enterprises />}
              <ul>
                {accountLinksOf(me).map((link) => (
                  <li key={link.to}>
                    <Link to={link.to}>
                      <Icon name={link.icon} />
                      {link.title}
                    </Link>
                  </li>
                ))}
                {me.institution && (
                  <li>
                    <a href="/admin/">
                      <Icon name="settings" />
                      进入管理端
                    </a>
                  </li>
                )}
                <SignOut />
              </ul>
            </Disclosure>
          ) : (
            !loading && (
              <div className={css.guest}>
                <ButtonAnchor look="outline" small href={signInUrl(pathname + search)}>
                  登录
                </ButtonAnchor>
                <ButtonLink look="primary" small to="/register">
                  注册
                </ButtonLink>
              </div>
            )
          )}
          <Disclosure look={css} className={css.burger} button={<Icon name="menu" size={24} />} label="菜单">
            <Sections />
            {!me && (
              <div className={css.burgerGuest}>
                <ButtonAnchor look="outline" href={signInUrl(pathname + search)}>
                  登录
                </ButtonAnchor>
                <ButtonLink to="/register">注册</ButtonLink>
              </div>
            )}
            <Button look="plain" small onClick={() => setLarge(!large)}>
              <Icon name="text" /> {otherSize}
            </Button>
          </Disclosure>
        </div>
      </Wrap>
      {me?.enterprise && <Acting name={me.enterprise.name} />}
    </header>
  );
}

/** For which enterprise everything is done here: said on every page, and changed there by who has another. */
function Acting({ name }: { name: string }) {
  const { others, error } = useOthers();
  return (
    <div className={css.acting}>
      <Wrap className={css.actingFor}>
        <p>
          <span>当前企业</span>
          <b>{name}</b>
        </p>
        {(others.length > 0 || error) && (
          <Disclosure
            look={css}
            className={css.others}
            button={
              <>
                切换企业
                <Icon name="down" size={14} />
              </>
            }
            label="切换企业"
          >
            <Enterprises />
          </Disclosure>
        )}
      </Wrap>
    </div>
  );
}

/** The other enterprises that the person can act for. */
function useOthers() {
  const { data, error } = useOwnEnterprises();
  return { others: data?.filter((one) => !one.current) ?? [], error };
}

function Enterprises() {
  const { others, error } = useOthers();
  const switchTo = useSwitchEnterprise('/center');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  if (error) return <p role="alert">{problemText(error)}</p>;
  if (!others.length) return null;
  const choose = async (id: string) => {
    setBusy(true);
    try {
      await switchTo(id);
    } catch (error) {
      setFailed(problemText(error));
      setBusy(false);
    }
  };
  return (
    <div className={css.switch} role="group" aria-label="切换企业">
      <p>切换到</p>
      {failed && <p role="alert">{failed}</p>}
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <button type="button" disabled={busy} onClick={() => void choose(one.id)}>
              <Icon name="enterprise" />
              {one.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Ends the session, or says that it goes on. */
function SignOut() {
  const signOut = useSignOut('/');
  const [failed, setFailed] = useState<string>();
  const leave = () => {
    setFailed(undefined);
    return signOut().catch((error: unknown) => setFailed(problemText(error)));
  };
  return (
    <li>
      <button type="button" onClick={() => void leave()}>
        <Icon name="logout" />
        退出登录
      </button>
      {failed && (
        <p role="alert" className={css.failed}>
          {failed}
        </p>
      )}
    </li>
  );
}

function Sections() {
  const { pathname } = useLocation();
  return (
    <ul>
      {sections.map((section) => (
        <li key={section.to}>
          <NavLink
            to={section.to}
            end={section.end}
            className={section.also?.some((path) => pathname.startsWith(path)) ? 'active' : undefined}
          >
            {section.title}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
