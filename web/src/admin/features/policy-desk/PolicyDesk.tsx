import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { api, useMe, type DeskFigure, type PolicyDesk as Desk } from '@/shared/api';
import { dateText, daysLeft, Empty, Loaded, inWan, numberText } from '@/shared/ui';
import { useScrollRegion } from '@/shared/ui/antd/useScrollRegion';
import { Fold } from '@/shared/ui/Fold';
import { WAITING } from '../../waiting';
import { Idle } from '../../ui/Idle';
import { Panel } from '../../ui/page';
import { MoneyBar } from '../redemptions/Ledger';
import { FunnelTable } from './FunnelTable';
import { isDue, shown, waits } from './figures';
import css from './PolicyDesk.module.css';

/** So many projects and policies are shown here; the rest stands in their lists. */
const FEW = 5;

/** Who has any of them has something on the desk. */
const DESK = [
  'policy.declaration.handle',
  'policy.redemption.handle',
  'policy.payment.prepare',
  'policy.payment.approve',
  'policy.project.manage',
  'policy.redemption.manage',
  'policy.review',
] as const;

/** 政策工作台: what waits and what is due, windows that close, where the money is, and how policies are taken up. */
export function PolicyDesk() {
  const { can } = useMe();
  const query = useQuery({
    queryKey: [...WAITING, 'policy-desk'],
    queryFn: ({ signal }) => api.get('/api/policy/desk', { signal }),
    refetchInterval: 60_000,
    enabled: DESK.some(can),
  });
  return (
    <div className={css.desk}>
      <div className={css.first}>
        {DESK.some(can) && (
          <Loaded query={query} compact>
            {(desk) => <Cases desk={desk} />}
          </Loaded>
        )}
        <Closing />
      </div>
      {can('policy.redemption.manage') && <Budgets />}
      {can('stats.policy-funnel.read') && <Funnels />}
      <Meanings desk={query.data} />
    </div>
  );
}

function Cases({ desk }: { desk: Desk }) {
  const waiting = desk.figures.filter(waits);
  const due = desk.figures.filter(isDue);
  return (
    <>
      <Figures title="等我处理" none="目前没有待办" figures={waiting} idle="目前没有待办" />
      <Figures title="承诺时限" none="没有到期的事项" figures={due} idle="没有临期" />
    </>
  );
}

/** What there is stands large, and opens the list that it counts; of the rest it is said that there is none. */
function Figures({
  title,
  none: nothing,
  figures,
  idle,
}: {
  title: string;
  /** What is said where nothing is there at all. */
  none: string;
  figures: DeskFigure[];
  /** What is said of the others where something is. */
  idle: string;
}) {
  const known = figures.flatMap((figure) => {
    const of = shown(figure);
    return of ? [{ figure, of }] : [];
  });
  const some = known.filter(({ figure }) => figure.count > 0);
  const none = known.filter(({ figure }) => figure.count === 0);
  if (!known.length) return null;
  if (!some.length)
    return (
      <p className={css.none}>
        {title}：{nothing}
      </p>
    );
  return (
    <Panel title={title}>
      <ul className={css.figures}>
        {some.map(({ figure, of }) => (
          <li key={of.to}>
            <Link to={of.to} className={figure.which === 'OVERDUE' ? css.late : undefined}>
              <span>{of.label}</span>
              <b className="zq-num">{numberText(figure.count)}</b> {of.unit}
            </Link>
          </li>
        ))}
      </ul>
      <Idle queues={none.map(({ of }) => of)} others says={idle} />
    </Panel>
  );
}

function Closing() {
  const { can } = useMe();
  const declarations = can('policy.project.manage');
  const redemptions = can('policy.redemption.manage');
  const wanted = { closing: true, sort: 'closesOn,asc', size: FEW };
  const query = useQuery({
    queryKey: [...WAITING, 'policy-desk', 'closing', declarations, redemptions],
    queryFn: async ({ signal }) => {
      const [declared, redeemed] = await Promise.all([
        declarations ? api.get('/api/policy/manage/projects', { query: wanted, signal }) : undefined,
        redemptions
          ? api.get('/api/policy/manage/redemption-projects', { query: wanted, signal })
          : undefined,
      ]);
      return [
        { name: '申报', path: '/projects', page: declared },
        { name: '兑付', path: '/redemption-projects', page: redeemed },
      ].flatMap(({ page, ...of }) => (page ? [{ ...of, total: page.total, items: page.items }] : []));
    },
    enabled: declarations || redemptions,
  });
  if (!declarations && !redemptions) return null;
  return (
    <Panel title="即将截止的项目" bare>
      <Loaded query={query} compact>
        {(lists) => {
          const rows = lists
            .flatMap(({ items, ...of }) => items.map((project) => ({ ...of, project })))
            .sort((one, other) => one.project.closesOn.localeCompare(other.project.closesOn));
          return rows.length ? (
            <>
              <ul className={css.rows}>
                {rows.map(({ name, path, project }) => (
                  <li key={project.id}>
                    <Link to={`${path}/${project.id}`}>{project.title}</Link>
                    <span>
                      {name} · {project.policyTitle}
                    </span>
                    <time dateTime={project.closesOn}>
                      {dateText(project.closesOn)} 截止，{lastDays(project.closesOn)}
                    </time>
                  </li>
                ))}
              </ul>
              <p className={css.foot}>
                {lists.map(({ name, path, total }) => (
                  <Link key={path} to={`${path}?closing=true&sort=closesOn%2Casc`}>
                    {name}项目 {numberText(total)} 个
                  </Link>
                ))}
              </p>
            </>
          ) : (
            <p className={css.nothing}>近期没有项目截止</p>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function lastDays(day: string): string {
  const left = daysLeft(day);
  return left > 0 ? `还有 ${left} 天` : '今天最后一天';
}

function Budgets() {
  const query = useQuery({
    queryKey: ['redemption-projects', 'desk'],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/redemption-projects', {
        query: { status: 'OPEN', sort: 'closesOn,asc', size: FEW },
        signal,
      }),
  });
  return (
    <Panel
      title="兑付预算执行（万元）"
      extra={
        <Link to="/redemption-projects?status=OPEN">
          查看全部{query.data ? ` ${query.data.total} 个` : ''}
        </Link>
      }
    >
      <Loaded query={query} compact>
        {({ items }) =>
          items.length ? (
            <ul className={css.budgets}>
              {items.map((project) => (
                <li key={project.id}>
                  <h3>
                    <Link to={`/redemption-projects/${project.id}`}>{project.title}</Link>
                  </h3>
                  <MoneyBar money={project.money} amount={inWan} listOf={project.id} />
                </li>
              ))}
            </ul>
          ) : (
            <Empty compact title="没有已开放的兑付项目" />
          )
        }
      </Loaded>
    </Panel>
  );
}

function Funnels() {
  const query = useQuery({
    queryKey: ['policy-funnel', 'desk'],
    queryFn: ({ signal }) => api.get('/api/stats/policy-funnel', { query: { size: FEW }, signal }),
  });
  const [region] = useScrollRegion('政策漏斗');
  return (
    <Panel
      title="政策漏斗"
      extra={<Link to="/policy-funnel">查看全部{query.data ? ` ${query.data.total} 项` : ''}</Link>}
      bare
    >
      <Loaded query={query} compact>
        {({ items }) =>
          items.length ? (
            <div ref={region} className={css.table}>
              <FunnelTable funnels={items} />
            </div>
          ) : (
            <Empty
              compact
              title="还没有可统计的政策"
              hint="本机构在政策下开放申报或兑付项目后，这里逐项统计"
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

/** What each stage of the funnel counts. */
export function FunnelMeaning() {
  return (
    <>
      <dt>匹配</dt>
      <dd>
        按最新判定符合条件的企业，与政策反向匹配的“可享”一致，每天统计一次；不含已享受的、关闭个性化推荐的和收回税务授权的。点开是现在的反向匹配名单，只列您数据权限内的企业，统计以后变化的以名单为准。“—”为未统计：政策刚发布、当天尚未统计，未生效、已失效，或本身不授予资格。
      </dd>
      <dt>推送</dt>
      <dd>已向其推送该政策的企业，每家一次；没有成员账号的企业也计入，但收不到通知。</dd>
      <dt>打开</dt>
      <dd>登录后看过政策详情的企业，每家一次；关闭个性化推荐的企业不记录。推送和打开只计数，不列名单。</dd>
      <dt>申报、通过、兑付</dt>
      <dd>
        提交过申报或兑付申请（免申即享为确认）的、批准或公示期满核定的、国库支付成功的企业，每家每项政策一次，之后撤回也计；支付失败的不算兑付，付后全部退回的不再算，重新付成再算；只计您的数据权限内部门的项目。企业可以跳过推送和打开，所以后一级可能多于前一级。百分数是占前一级的比例，多于前一级的不列，写明原因。
      </dd>
    </>
  );
}

/** 口径: what the figures of the page count, once, for who asks. */
function Meanings({ desk }: { desk: Desk | undefined }) {
  const { can } = useMe();
  const figures = desk?.figures ?? [];
  return (
    <Fold title="这一页的数字怎么统计" className={css.meaning}>
      <dl>
        {figures.filter(waits).map((figure) => {
          const of = shown(figure);
          return (
            of && (
              <Fragment key={of.to}>
                <dt>{of.label}</dt>
                <dd>{of.meaning}。</dd>
              </Fragment>
            )
          );
        })}
        {figures.some(isDue) && (
          <>
            <dt>承诺时限</dt>
            <dd>
              按承诺时限计：申报为当前环节，兑付为审核。等待企业补正期间暂停计时，不在其中。三项互不重复；3
              个工作日内不含今天，到 {dateText(desk?.soonUntil)}
              。含您的数据权限能看到的全部申报，和本机构项目下的兑付申请。
            </dd>
          </>
        )}
        {(can('policy.project.manage') || can('policy.redemption.manage')) && (
          <>
            <dt>即将截止的项目</dt>
            <dd>本机构已开放、今天可以提交，并在 14 天内（到 {dateText(desk?.closingUntil)}）截止的项目。</dd>
          </>
        )}
        {can('policy.redemption.manage') && (
          <>
            <dt>兑付预算执行</dt>
            <dd>
              来自资金台账，每笔记账后即时更新；五项之和等于预算下达。已支付、核定待付、公示预留打开占用这笔钱的兑付申请，可用、已交回打开项目的台账。
            </dd>
            <dt>公示预留、核定待付</dt>
            <dd>
              公示中、或等待企业确认免申即享，为企业预留的金额；公示期满核定、尚未支付成功的金额，含已编入批次的。
            </dd>
          </>
        )}
        {can('stats.policy-funnel.read') && <FunnelMeaning />}
      </dl>
    </Fold>
  );
}
