import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useMe, useUnreadCount } from '@/shared/api';
import { useMenu } from '@/shared/app';
import { label } from '@/shared/i18n';
import { Icon, inZone, Skeleton, State } from '@/shared/ui';
import { useWaiting } from '../../waiting';
import { Newest } from './Newest';
import css from './HomePage.module.css';

// Only who may see the figures loads the charts.
const Dashboard = lazy(() => import('../dashboard/Dashboard'));

/** 工作台: what waits for the person, and, for who may see them, the district's figures. */
export default function HomePage() {
  const { me, can } = useMe();
  const waiting = useWaiting();
  const unread = useUnreadCount();
  const entries = useMenu().filter((route) => route.path !== '/' && route.path !== '/messages');
  const figures = can('stats.dashboard.read');
  if (!me) return null;
  const now = inZone(new Date());
  // Accounts that were made for a post carry it in front of the name, or instead of one.
  const person = me.name.split(/\s+/).at(-1);
  const post = label('role', me.roles[0]);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>
          {greeting(now.hour())}，{person}
        </h1>
        <p>
          {[post !== person && post, me.institution?.name].filter(Boolean).join(' · ')}
          <span>{now.format('YYYY年M月D日 dddd')}</span>
        </p>
      </header>
      <nav className={css.queues} aria-label="待办事项">
        {waiting.map((queue) => (
          <Tile
            key={queue.key}
            to={queue.to}
            label={queue.label}
            hint={queue.hint}
            count={queue.count}
            urgent={!!queue.count && !!queue.path}
          />
        ))}
        <Tile
          to="/messages?read=false"
          label="未读消息"
          hint="业务提醒与办理通知"
          count={unread}
          urgent={unread > 0}
        />
      </nav>
      {figures && (
        <Suspense fallback={<Skeleton lines={3} height={160} />}>
          <Dashboard />
        </Suspense>
      )}
      {!figures && <Newest />}
      {!figures && !entries.length && <NoRole />}
      {!figures && entries.length > 0 && (
        <section className={css.section}>
          <h2>常用功能</h2>
          <nav className={css.entries} aria-label="常用功能">
            {entries.map((route) => (
              <Link key={route.path} to={route.path}>
                <Icon name={route.menu!.icon} size={24} />
                {route.title}
              </Link>
            ))}
          </nav>
        </section>
      )}
    </div>
  );
}

function NoRole() {
  return (
    <State
      pose="guard"
      title="账号还没有分配角色"
      hint="请联系本单位管理员或平台运营人员授予角色，之后即可在此办理业务。本人的账号安全现在就可以设置。"
    >
      <Link to="/security">账号安全</Link>
    </State>
  );
}

function Tile({
  to,
  label,
  hint,
  count,
  urgent,
}: {
  to: string;
  label: string;
  hint: string;
  count: number | undefined;
  urgent: boolean;
}) {
  return (
    <Link to={to} className={urgent ? `${css.queue} ${css.waiting}` : css.queue}>
      <b>{label}</b>
      <strong className="zq-num">{count ?? '—'}</strong>
      <small>{hint}</small>
    </Link>
  );
}

function greeting(hour: number): string {
  if (hour < 6) return '您好';
  if (hour < 12) return '上午好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}
