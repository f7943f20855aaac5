import { Badge, Breadcrumb, Button, Drawer, Dropdown, Menu, type MenuProps } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { useMe, useSignOut, useUnread } from '../../api';
import { RouteFocus, RouteTitle, SkipLink, useMenu, useTrail } from '../../app';
import { useBrand } from '../../brand';
import { label } from '../../i18n';
import { BrandMark } from '../BrandMark';
import { DemoNotice } from '../DemoNotice';
import { Icon } from '../Icon';
import { useLargeText } from '../preferences';
import css from './AppLayout.module.css';

export interface AppLayoutProps {
  /** Named beside the brand, such as "运营管理". */
  product: string;
  /** Where messages are read. */
  messagesPath?: string;
  extra?: ReactNode;
}

/** Frame of the consoles: menu by permission from the routes table, breadcrumb, account, unread badge. */
export function AppLayout({ product, messagesPath, extra }: AppLayoutProps) {
  const brand = useBrand();
  const trail = useTrail();
  const { me } = useMe();
  const unread = useUnread();
  const [large, setLarge] = useLargeText();
  const [open, setOpen] = useState(false);
  const signOut = useSignOut('/');

  return (
    <div className={css.frame}>
      <SkipLink />
      <RouteTitle />
      <RouteFocus />
      <header className={css.top}>
        <Button
          className={css.burger}
          type="text"
          aria-label="打开菜单"
          icon={<Icon name="menu" size={22} />}
          onClick={() => setOpen(true)}
        />
        <Link to="/" className={css.brand}>
          <BrandMark size={32} onDark />
          <span>
            {brand.name} <b>{product}</b>
          </span>
        </Link>
        <div className={css.account}>
          {extra}
          <button
            type="button"
            className={css.topButton}
            aria-pressed={large}
            onClick={() => setLarge(!large)}
          >
            <Icon name="text" />{' '}
            <span className={css.wide}>{label('common', large ? 'normalText' : 'largeText')}</span>
          </button>
          {messagesPath && (
            <Link to={messagesPath} className={css.topButton} aria-label={`消息，${unread} 条未读`}>
              <Badge count={unread} size="small" offset={[2, -2]}>
                <Icon name="bell" size={22} />
              </Badge>
            </Link>
          )}
          {me && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  {
                    key: 'out',
                    label: '退出登录',
                    icon: <Icon name="logout" size={16} />,
                    onClick: () => void signOut(),
                  },
                ],
              }}
            >
              <button type="button" className={css.topButton}>
                <Icon name="user" />
                <span>
                  {me.name}
                  {me.institution && <small>{me.institution.name}</small>}
                </span>
                <Icon name="down" size={14} />
              </button>
            </Dropdown>
          )}
        </div>
      </header>
      <nav className={css.side} aria-label="主菜单">
        <SideMenu />
      </nav>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={280}
        title={product}
        rootClassName={css.drawer}
      >
        <SideMenu onPick={() => setOpen(false)} />
      </Drawer>
      <div className={css.content}>
        <DemoNotice />
        {trail.length > 1 && (
          <Breadcrumb
            className={css.trail}
            items={trail.map((route, index) => ({
              key: route.path,
              title:
                index < trail.length - 1 && !route.path.includes(':') ? (
                  <Link to={route.path}>{route.title}</Link>
                ) : (
                  route.title
                ),
            }))}
          />
        )}
        <main id="main" tabIndex={-1} className={css.main}>
          <Outlet />
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}

function SideMenu({ onPick }: { onPick?: () => void }) {
  const routes = useMenu();
  const trail = useTrail();
  const items = useMemo(() => {
    const groups = new Map<string, typeof routes>();
    for (const route of routes) {
      const group = route.menu?.group ?? '';
      groups.set(group, [...(groups.get(group) ?? []), route]);
    }
    return [...groups].flatMap(([group, members]): NonNullable<MenuProps['items']> => {
      const links = members.map((route) => ({
        key: route.path,
        icon: <Icon name={route.menu!.icon} size={18} />,
        label: <Link to={route.path}>{route.title}</Link>,
      }));
      return group ? [{ type: 'group', key: group, label: group, children: links }] : links;
    });
  }, [routes]);
  return (
    <Menu
      mode="inline"
      className={css.menu}
      items={items}
      selectedKeys={trail.map((route) => route.path).slice(-2)}
      onClick={onPick}
    />
  );
}
