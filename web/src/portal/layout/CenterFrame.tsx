import { NavLink, Outlet, useLocation } from 'react-router';
import { admits } from '@/shared/admission';
import { useMe, useUnreadCount, type Me } from '@/shared/api';
import { badgeText, Icon, useMedia, type IconName } from '@/shared/ui';
import { AntdRoot } from '@/shared/ui/antd';
import { Disclosure } from '@/shared/ui/Disclosure';
import { Wrap } from '../ui';
import css from './CenterFrame.module.css';

interface Entry {
  to: string;
  title: string;
  icon: IconName;
  end?: boolean;
}

interface Group {
  title: string;
  links: Entry[];
}

const openApi: Entry = { to: '/center/openapi', title: '开放接口', icon: 'keyboard' };

const account: Group = {
  title: '账号',
  links: [
    { to: '/center/messages', title: '消息中心', icon: 'bell' },
    { to: '/center/message-settings', title: '消息设置', icon: 'chat' },
    { to: '/center/account', title: '账号资料', icon: 'user' },
    { to: '/center/security', title: '账号安全', icon: 'lock' },
  ],
};

const groups: Group[] = [
  {
    title: '企业',
    links: [
      { to: '/center', title: '概览', icon: 'home', end: true },
      { to: '/center/enterprise', title: '企业信息', icon: 'enterprise' },
      { to: '/center/profile', title: '企业画像', icon: 'profile' },
      { to: '/center/members', title: '成员管理', icon: 'people' },
      openApi,
    ],
  },
  {
    title: '企业码',
    links: [
      { to: '/code', title: '出示企业码', icon: 'code', end: true },
      { to: '/code/card', title: '企业名片', icon: 'card' },
      { to: '/code/consents', title: '数据授权', icon: 'shield' },
      { to: '/code/readings', title: '数据查看记录', icon: 'eye' },
      { to: '/code/scans', title: '扫码记录', icon: 'scan' },
      { to: '/code/claims', title: '领码记录', icon: 'claim' },
    ],
  },
  {
    title: '业务',
    links: [
      { to: '/center/declarations', title: '我的申报', icon: 'file' },
      { to: '/center/redemptions', title: '我的兑付', icon: 'loan' },
      { to: '/center/applications', title: '融资申请', icon: 'order' },
      { to: '/center/demands', title: '我的需求', icon: 'qiwen' },
      { to: '/center/evaluations', title: '我的评价', icon: 'check' },
      { to: '/center/activities', title: '我的活动', icon: 'calendar' },
      { to: '/center/coordination', title: '融资协调申报', icon: 'bank' },
      { to: '/center/favourites', title: '我的收藏', icon: 'star' },
    ],
  },
  account,
];

/** The menu by what the person is: only enterprises have codes, profiles and applications. */
function menuOf(me: Me): Group[] {
  if (me.enterprise || me.userType === 'ENTERPRISE') return groups;
  const links: Entry[] = admits(me.userType)
    ? [{ to: '/center/admission', title: '入驻申请', icon: 'claim' }]
    : [];
  // Of a bank or a department those alone who look after its keys.
  if (me.institution && (links.length || me.permissions.includes('openapi.own'))) links.push(openApi);
  return links.length ? [{ title: '机构', links }, account] : [account];
}

/** Where one is; a page below another one belongs to it. */
function hereIn(menu: Group[], pathname: string): string | undefined {
  for (const { title, links } of menu) {
    const link = links.find(({ to, end }) => pathname === to || (!end && pathname.startsWith(`${to}/`)));
    if (link) return `${title} · ${link.title}`;
  }
  return undefined;
}

/** Frame of 企业中心: its menu at the side, or behind one button where there is no room beside, and the component library. Guests see the page alone. */
export default function CenterFrame() {
  const { me } = useMe();
  const { pathname } = useLocation();
  const narrow = useMedia('(max-width: 939px)');
  if (!me)
    return (
      <AntdRoot>
        <Outlet />
      </AntdRoot>
    );
  const menu = menuOf(me);
  const here = hereIn(menu, pathname) ?? '企业中心';
  return (
    <AntdRoot>
      <div className={css.ground}>
        <Wrap className={css.frame}>
          {narrow ? (
            <Disclosure
              className={`${css.bar} zq-no-print`}
              look={css}
              label={`企业中心菜单：${here}`}
              button={
                <>
                  {here}
                  <Icon name="down" size={16} />
                </>
              }
            >
              <Menu groups={menu} />
            </Disclosure>
          ) : (
            <Menu groups={menu} />
          )}
          <div className={css.content}>
            <Outlet />
          </div>
        </Wrap>
      </div>
    </AntdRoot>
  );
}

function Menu({ groups }: { groups: Group[] }) {
  const unread = useUnreadCount();
  return (
    <nav className={`${css.side} zq-no-print`} aria-label="企业中心">
      {groups.map((group) => (
        <div key={group.title}>
          {/* No heading: it would stand before that of the page. */}
          <p className={css.title} id={`center-${group.title}`}>
            {group.title}
          </p>
          <ul aria-labelledby={`center-${group.title}`}>
            {group.links.map((link) => (
              <li key={link.to}>
                <NavLink to={link.to} end={link.end}>
                  <Icon name={link.icon} />
                  {link.title}
                  {link.to === '/center/messages' && unread > 0 && (
                    <span className={css.badge}>
                      {badgeText(unread)}
                      <span className="zq-hidden">条未读</span>
                    </span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
