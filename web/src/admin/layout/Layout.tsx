import { App } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { problemText, useMe, useSignOut, useUnread } from '@/shared/api';
import { RouteFocus, RouteTitle, SkipLink, useMenu, useRoute, useTrail } from '@/shared/app';
import { label, postOf } from '@/shared/i18n';
import {
  badgeText,
  BrokenOff,
  DemoNotice,
  Icon,
  Offline,
  ShownToAnother,
  State,
  useLargeText,
  Words,
} from '@/shared/ui';
import { Disclosure } from '@/shared/ui/Disclosure';
import css from './Layout.module.css';
import { SideNav } from './SideNav';

const MenuDrawer = lazy(() => import('./MenuDrawer'));
const PasswordDrawer = lazy(() => import('./PasswordDrawer'));

/** Frame of the console: menu by permission, institution and person, unread messages. */
export function Layout() {
  const { me, can } = useMe();
  const post = me && postOf(me);
  const unread = useUnread();
  const [large, setLarge] = useLargeText();
  const [menuOpen, setMenuOpen] = useState(false);
  const [password, setPassword] = useState(false);
  const signOut = useSignOut('/');
  const { message } = App.useApp();
  // An enterprise came to the wrong door. Staff who have no role yet still have their own account here.
  const menu = useMenu();
  const here = useRoute()?.path;
  const outsider = me?.userType === 'ENTERPRISE' && menu.every((route) => route.access === 'signed-in');

  return (
    <div className={css.frame}>
      <SkipLink />
      <RouteTitle />
      <RouteFocus />
      <div className={css.side}>
        <SideNav />
      </div>
      {menuOpen && (
        <Suspense fallback={null}>
          <MenuDrawer onClosed={() => setMenuOpen(false)} />
        </Suspense>
      )}
      <div className={css.content}>
        <header className={css.top}>
          <button
            type="button"
            className={`${css.tool} ${css.burger}`}
            aria-label="打开菜单"
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(true)}
          >
            <Icon name="menu" size={24} />
          </button>
          {me && (
            <p className={css.office}>
              <Icon name={me.userType === 'BANK' ? 'bank' : 'enterprise'} />
              <Words>{me.institution?.name ?? label('userType', me.userType)}</Words>
              {post && <small>{post}</small>}
            </p>
          )}
          <div className={css.tools}>
            <button
              type="button"
              className={`${css.tool} ${css.wide}`}
              aria-pressed={large}
              onClick={() => setLarge(!large)}
            >
              <Icon name="text" />
              {label('common', large ? 'normalText' : 'largeText')}
            </button>
            <Link to="/messages" className={css.tool}>
              <Icon name="bell" size={22} />
              <span className={css.wide}>消息</span>
              {unread > 0 && (
                <span className={css.unread} aria-hidden="true">
                  {badgeText(unread)}
                </span>
              )}
              <span className="zq-hidden">{unread} 条未读消息</span>
            </Link>
            {me && (
              <Disclosure
                look={css}
                className={css.account}
                label={`${me.name}，账号菜单`}
                button={
                  <>
                    <Icon name="user" />
                    <span className={css.wide}>{me.name}</span>
                    <Icon name="down" size={14} />
                  </>
                }
              >
                <ul>
                  <li>
                    <button type="button" onClick={() => setPassword(true)}>
                      <Icon name="lock" size={16} /> 修改密码
                    </button>
                  </li>
                  <li>
                    <Link to="/security">
                      <Icon name="shield" size={16} /> 账号安全
                    </Link>
                  </li>
                  <li>
                    <Link to="/message-settings">
                      <Icon name="bell" size={16} /> 消息设置
                    </Link>
                  </li>
                  {can('openapi.own') && (
                    <li>
                      <a href="/center/openapi">
                        <Icon name="keyboard" size={16} /> 本机构的开放接口
                      </a>
                    </li>
                  )}
                  <li>
                    <a href="/">
                      <Icon name="external" size={16} /> 前往门户网站
                    </a>
                  </li>
                  <li>
                    <button
                      type="button"
                      // Not by `useProblems`, which would load with the first page.
                      onClick={() =>
                        void signOut().catch((error: unknown) => void message.error(problemText(error)))
                      }
                    >
                      <Icon name="logout" size={16} /> 退出登录
                    </button>
                  </li>
                </ul>
              </Disclosure>
            )}
          </div>
        </header>
        <DemoNotice />
        {here !== '/scan' && <Offline />}
        <BrokenOff />
        <ShownToAnother />
        <Trail />
        <main id="main" tabIndex={-1} className={css.main}>
          {outsider ? <StaffOnly /> : <Outlet />}
        </main>
      </div>
      {password && (
        <Suspense fallback={null}>
          <PasswordDrawer onClose={() => setPassword(false)} />
        </Suspense>
      )}
      <ScrollRestoration />
    </div>
  );
}

function StaffOnly() {
  return (
    <State
      page
      pose="guard"
      title="管理台仅供工作人员使用"
      hint="当前账号没有管理台的权限。企业和个人办理事项请前往门户网站。"
    >
      <a href="/">前往门户网站</a>
    </State>
  );
}

/** By hand, as the account's menu: the library's bring its dropdowns and menus into the first load. */
function Trail() {
  const trail = useTrail();
  if (trail.length < 2) return null;
  return (
    <nav className={css.trail} aria-label="当前位置">
      <ol>
        {trail.map((route, index) => (
          <li key={route.path}>
            {index < trail.length - 1 ? (
              <Link to={route.path}>{route.title}</Link>
            ) : (
              <span aria-current="page">{route.title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
