import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMe, useUnreadCount } from '@/shared/api';
import { useMenu, type AppRoute } from '@/shared/app';
import { postOf } from '@/shared/i18n';
import { dateText, Icon, inZone, numberText, State, Tag } from '@/shared/ui';
import type { Due } from '../../due';
import { Idle } from '../../ui/Idle';
import { useWaiting } from '../../waiting';
import { BoardSkeleton } from '../dashboard/BoardSkeleton';
import { ChainState } from './ChainState';
import { FirstCases } from './FirstCases';
import css from './HomePage.module.css';

// Only who may see the figures loads the charts.
const Dashboard = lazy(() => import('../dashboard/Dashboard'));

/** 工作台: what waits for the person, and, for who may see them, the district's figures. */
export default function HomePage() {
  const { me, can } = useMe();
  const waiting = useWaiting();
  const unread = useUnreadCount();
  const queues = [
    ...waiting,
    {
      key: 'messages',
      to: '/messages?read=false',
      label: '未读消息',
      hint: '业务提醒与办理通知',
      unit: '条',
      count: unread,
    },
  ];
  // One that is not counted yet has its place until it is known to be empty.
  const filled = queues.filter((queue) => queue.count !== 0);
  const entries = useMenu().filter((route) => route.path !== '/' && route.path !== '/messages');
  const policyDesk = entries.find((route) => route.path === '/policy-desk');
  const figures = can('stats.dashboard.read');
  const [now] = useState(() => inZone(new Date()));
  if (!me) return null;
  // Accounts that were made for a post carry it in front of the name, or instead of one.
  const person = me.name.split(/\s+/).at(-1);
  const post = postOf(me);
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
      <nav className={css.waits} aria-label="待办事项">
        {filled.length > 0 && (
          <div className={css.queues} data-columns={columnsFor(filled.length)}>
            {filled.map(({ key, ...queue }) => (
              <Tile key={key} {...queue} />
            ))}
          </div>
        )}
        <Idle queues={queues.filter((queue) => queue.count === 0)} others={filled.length > 0} />
        {policyDesk && (
          <Link to={policyDesk.path} className={css.desk}>
            <Icon name={policyDesk.menu!.icon} size={24} />
            <b>{policyDesk.title}</b>
            <span>到期时限、即将截止的项目、兑付预算执行、政策漏斗</span>
            <Icon name="right" />
          </Link>
        )}
      </nav>
      {figures && !waiting.length && <Entries routes={entries} />}
      {figures && (
        <Suspense fallback={<BoardSkeleton />}>
          <Dashboard />
        </Suspense>
      )}
      {!figures && can('ops.audit.read') && <ChainState />}
      {!figures && <FirstCases />}
      {!figures && !entries.length && <NoRole />}
      {!figures && <Entries routes={entries} />}
    </div>
  );
}

/** Rows of one length, as far as that can be: none stands alone in the last one. */
const columnsFor = (count: number) => (count <= 5 ? count : count === 6 ? 3 : count <= 8 ? 4 : 5);

/** The others are in the menu, which stands beside them. */
const MOST_ENTRIES = 4;

function Entries({ routes }: { routes: AppRoute[] }) {
  if (!routes.length) return null;
  return (
    <section className={css.section}>
      <h2>常用功能</h2>
      <nav className={css.entries} aria-label="常用功能">
        {routes.slice(0, MOST_ENTRIES).map((route) => (
          <Link key={route.path} to={route.path}>
            <Icon name={route.menu!.icon} size={24} />
            {route.title}
          </Link>
        ))}
      </nav>
    </section>
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
  unit,
  count,
  due,
}: {
  to: string;
  label: string;
  hint: string;
  unit: string;
  count?: number;
  due?: Due;
}) {
  return (
    <Link to={to} className={count ? `${css.queue} ${css.waiting}` : css.queue}>
      <b>{label}</b>
      <strong className="zq-num">
        {numberText(count)}
        {count !== undefined && <span>{unit}</span>}
      </strong>
      <small>{due ? <DueText due={due} hint={hint} /> : hint}</small>
    </Link>
  );
}

/** What of a queue presses; else, until when there is time. */
function DueText({ due: { overdue, today, more, next }, hint }: { due: Due; hint: string }) {
  const count = (cases: number) => `${more ? '至少 ' : ''}${cases} 件`;
  if (!overdue && !today)
    return next ? (
      <span>
        最先一件 <time dateTime={next}>{dateText(next)}</time> 到期
      </span>
    ) : (
      hint
    );
  return (
    <>
      {overdue > 0 && <Tag tone="late">{count(overdue)}已超期</Tag>}
      {today > 0 && <Tag tone="due">{count(today)}今天到期</Tag>}
    </>
  );
}

function greeting(hour: number): string {
  if (hour < 6) return '您好';
  if (hour < 12) return '上午好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}
