import { Link, NavLink, Outlet, ScrollRestoration, useNavigate } from 'react-router';
import { useMe, useUnread } from '@/shared/api';
import { RouteFocus, RouteTitle, SkipLink, useRoute, useTrail } from '@/shared/app';
import { badgeText, BrokenOff, Icon, Offline, ShownToAnother, type IconName } from '@/shared/ui';
import css from './Layout.module.css';
import { MeantEnterprise } from './MeantEnterprise';
import { useOfflineReady } from './useOfflineReady';

interface Tab {
  to: string;
  label: string;
  icon: IconName;
  raised?: boolean;
}

const OWN_CODE: Tab = { to: '/my/code', label: '企业码', icon: 'code', raised: true };
const SCAN: Tab = { to: '/scan', label: '扫一扫', icon: 'scan', raised: true };

/** Enterprises show their code; whoever works for an institution reads the codes of others, if anything. */
function useTabs(): Tab[] {
  const { me, can } = useMe();
  const middle = !me || can('code.claim') ? [OWN_CODE] : can('code.scan') ? [SCAN] : [];
  return [
    { to: '/', label: '首页', icon: 'home' },
    { to: '/policies', label: '政策', icon: 'policy' },
    ...middle,
    { to: '/messages', label: '消息', icon: 'bell' },
    { to: '/me', label: '我的', icon: 'user' },
  ];
}

export function Layout() {
  const unread = useUnread();
  useOfflineReady();
  // A page below another has a way back, and often an action of its own at the foot: the tabs make room for it.
  const deep = useRoute()?.parent !== undefined;
  return (
    <div className={deep ? `${css.app} ${css.deep}` : css.app}>
      <SkipLink />
      <RouteTitle />
      <RouteFocus />
      <Bar />
      <WithoutNetwork />
      <BrokenOff />
      <ShownToAnother />
      <main id="main" tabIndex={-1} className={css.main}>
        <MeantEnterprise>
          <Outlet />
        </MeantEnterprise>
      </main>
      {!deep && <Tabs unread={unread} />}
      <ScrollRestoration />
    </div>
  );
}

/** Without a network most pages have nothing to show; checking a code is what still works. */
function WithoutNetwork() {
  if (useRoute()?.path === '/scan') return null;
  return (
    <Offline>
      <Link to="/scan" reloadDocument>
        离线核验企业码
      </Link>
    </Offline>
  );
}

function Tabs({ unread }: { unread: number }) {
  const tabs = useTabs();
  return (
    <nav className={css.tabs} aria-label="主导航">
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to}
          end={tab.to === '/'}
          className={({ isActive }) =>
            [css.tab, tab.raised && css.raised, isActive && css.active].filter(Boolean).join(' ')
          }
        >
          <span className={css.tabIcon}>
            <Icon name={tab.icon} size={tab.raised ? 28 : 24} />
            {tab.to === '/messages' && unread > 0 && (
              <span className={css.badge} aria-label={`${badgeText(unread)} 条未读`}>
                {badgeText(unread)}
              </span>
            )}
          </span>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

const HOME = { path: '/', title: '首页' };

/** Title and way back, of what stands below nothing to the home page; the tabs stand for themselves. */
function Bar() {
  const trail = useTrail();
  const navigate = useNavigate();
  const tabs = useTabs();
  const here = trail.at(-1);
  if (!here || here.path === '/' || here.path === '/me') return null;
  const above = trail.at(-2) ?? (tabs.some((tab) => tab.to === here.path) ? undefined : HOME);
  return (
    <header className={css.bar}>
      {above && (
        <button type="button" className={css.back} onClick={() => void navigate(up(above.path))}>
          <Icon name="left" size={22} />
          <span className={css.hidden}>返回{above.title}</span>
        </button>
      )}
      <h1>{here.title}</h1>
    </header>
  );
}

function up(path: string): string {
  return path.includes(':') ? '/' : path;
}
