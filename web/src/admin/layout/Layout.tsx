import { App, Breadcrumb, Drawer, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { problemText, useMe, useSignOut, useUnread } from '@/shared/api';
import { RouteFocus, RouteTitle, SkipLink, useMenu, useTrail } from '@/shared/app';
import { label, postOf } from '@/shared/i18n';
import { badgeText, DemoNotice, Icon, State, useLargeText } from '@/shared/ui';
import css from './Layout.module.css';
import { SideNav } from './SideNav';

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
  const outsider = me?.userType === 'ENTERPRISE' && menu.every((route) => route.access === 'signed-in');

  return (
    <div className={css.frame}>
      <SkipLink />
      <RouteTitle />
      <RouteFocus />
      <div className={css.side}>
        <SideNav />
      </div>
      <Drawer
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        placement="left"
        size={280}
        closable={false}
        title={null}
        aria-label="主菜单"
        styles={{ body: { padding: 0 } }}
      >
        <SideNav onPick={() => setMenuOpen(false)} />
      </Drawer>
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
              <span>{me.institution?.name ?? label('userType', me.userType)}</span>
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
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    {
                      key: 'password',
                      label: '修改密码',
                      icon: <Icon name="lock" size={16} />,
                      onClick: () => setPassword(true),
                    },
                    {
                      key: 'security',
                      label: <Link to="/security">账号安全</Link>,
                      icon: <Icon name="shield" size={16} />,
                    },
                    {
                      key: 'messages',
                      label: <Link to="/message-settings">消息设置</Link>,
                      icon: <Icon name="bell" size={16} />,
                    },
                    ...(can('openapi.own')
                      ? [
                          {
                            key: 'openapi',
                            label: <a href="/center/openapi">本机构的开放接口</a>,
                            icon: <Icon name="keyboard" size={16} />,
                          },
                        ]
                      : []),
                    {
                      key: 'portal',
                      label: <a href="/">前往门户网站</a>,
                      icon: <Icon name="external" size={16} />,
                    },
                    { type: 'divider' },
                    {
                      key: 'out',
                      label: '退出登录',
                      icon: <Icon name="logout" size={16} />,
                      // Not by `useProblems`, which would load with the first page.
                      onClick: () =>
                        void signOut().catch((error: unknown) => void message.error(problemText(error))),
                    },
                  ],
                }}
              >
                <button type="button" className={css.tool} aria-label={`${me.name}，账号菜单`}>
                  <Icon name="user" />
                  <span className={css.wide}>{me.name}</span>
                  <Icon name="down" size={14} />
                </button>
              </Dropdown>
            )}
          </div>
        </header>
        <DemoNotice />
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

function Trail() {
  const trail = useTrail();
  if (trail.length < 2) return null;
  return (
    <Breadcrumb
      className={css.trail}
      items={trail.map((route, index) => ({
        key: route.path,
        title: index < trail.length - 1 ? <Link to={route.path}>{route.title}</Link> : route.title,
      }))}
    />
  );
}
