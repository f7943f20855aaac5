import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { api, type CountByKey, type Dashboard as Figures } from '@/shared/api';
import { CountUp, dateTimeText, Icon, inZone, Loaded, numberText } from '@/shared/ui';
import { Chart } from '@/shared/ui/charts/Chart';
import { palette, series } from '@/shared/ui/tokens';
import { BoardSkeleton } from './BoardSkeleton';
import css from './Dashboard.module.css';
import {
  dayBars,
  daysInWords,
  dayTable,
  orderStates,
  partsInWords,
  partTable,
  rangeText,
  ring,
  statesInWords,
  type DayCount,
} from './options';

/** Milliseconds between two readings of the figures. */
const REFRESH = 60_000;

/** Orders beside users. Not amber: that is the colour of what is to be pressed, and of what waits. */
const ORDERS = series[1];

/** The six totals and five charts of 仪表盘. A reading that fails leaves the last good one standing, and says so. */
export default function Dashboard() {
  const query = useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => api.get('/api/stats/dashboard', { signal }),
    refetchInterval: REFRESH,
  });
  return (
    <section className={css.board} aria-labelledby="dashboard">
      <header className={css.head}>
        <h2 id="dashboard">运行数据</h2>
        <p className={css.word}>订单即融资申请</p>
        <div className={css.fresh}>
          {query.data && (
            <span className={query.error ? css.stale : undefined} role="status">
              {query.error
                ? `刷新失败，显示的是 ${dateTimeText(query.data.updatedAt)} 的数据`
                : `更新于 ${dateTimeText(query.data.updatedAt, true)}，每分钟自动刷新`}
            </span>
          )}
          <Button
            size="small"
            icon={<Icon name="refresh" size={14} />}
            loading={query.isFetching && !query.isPending}
            onClick={() => void query.refetch()}
          >
            刷新
          </Button>
        </div>
      </header>
      <Loaded query={query} skeleton={<BoardSkeleton />}>
        {(figures) => <Board figures={figures} />}
      </Loaded>
    </section>
  );
}

function Board({ figures }: { figures: Figures }) {
  const { totals } = figures;
  const states = useMemo(() => orderStates(figures.orderStatuses), [figures.orderStatuses]);
  const updated = `更新于 ${clock(figures.updatedAt)}`;
  return (
    <>
      <div className={css.totals}>
        <Total
          label="注册用户总数"
          unit="人"
          value={totals.registeredUsers}
          today={totals.registeredUsersToday}
        />
        <Total label="订单申请总量" unit="笔" value={totals.orders} today={totals.ordersToday} />
        <Total
          label="订单申请总金额"
          unit="万元"
          value={totals.orderAmount / 10_000}
          today={totals.orderAmountToday / 10_000}
        />
      </div>
      <div className={css.bars}>
        <Days title="近30天注册用户" name="注册用户" unit="人" days={figures.usersPerDay} updated={updated} />
        <Days
          title="近30天订单申请"
          name="订单申请"
          unit="笔"
          days={figures.ordersPerDay}
          updated={updated}
          color={ORDERS}
        />
      </div>
      <div className={css.rings}>
        <Parts
          title="用户来源"
          note="累计注册，含已注销的账号，不含部门、金融机构和运营人员的账号"
          unit="人"
          parts={figures.userSources}
          updated={updated}
        />
        <Parts title="订单来源" unit="笔" parts={figures.orderSources} updated={updated} />
        <Parts
          title="订单状态"
          note="银行审批中含待受理、待补充材料和已受理待审批，审批通过含已放款、已结清、授信已过期"
          foot={statesInWords(states, totals.orders)}
          unit="笔"
          parts={states}
          updated={updated}
          colors={[palette.amberHover, palette.green, palette.red]}
        />
      </div>
    </>
  );
}

/** The time, with its day unless it is today. */
function clock(instant: string): string {
  const at = inZone(instant);
  return at.format(at.isSame(inZone(Date.now()), 'day') ? 'HH:mm' : 'MM-DD HH:mm');
}

function Total({ label, unit, value, today }: { label: string; unit: string; value: number; today: number }) {
  return (
    <div className={css.total}>
      <dl>
        <dt>{label}</dt>
        <dd>
          <CountUp value={value} />
          <small>{unit}</small>
        </dd>
      </dl>
      <dl className={css.today}>
        <dt>今日新增</dt>
        <dd className={today > 0 ? 'zq-num' : `zq-num ${css.none}`}>
          {today > 0 && '+'}
          {numberText(today)}
          <small>{unit}</small>
        </dd>
      </dl>
    </div>
  );
}

interface DaysProps {
  title: string;
  name: string;
  unit: string;
  days: DayCount[];
  updated: string;
  color?: string;
}

function Days({ title, name, unit, days, updated, color = series[0] }: DaysProps) {
  const option = useMemo(() => dayBars(days, { name, unit, color }), [days, name, unit, color]);
  return (
    <Chart
      title={title}
      caption={`单位：${unit} · ${rangeText(days)} · ${updated}`}
      description={daysInWords(title, days, unit)}
      option={option}
      table={dayTable(days, name, unit)}
      height={280}
    />
  );
}

interface PartsProps {
  title: string;
  /** What the parts count. */
  note?: string;
  /** How their sum goes with the other figures of the page. */
  foot?: string;
  unit: string;
  parts: CountByKey[];
  updated: string;
  colors?: string[];
}

function Parts({ title, note, foot, unit, parts, updated, colors }: PartsProps) {
  const option = useMemo(() => ring(parts, unit, colors), [parts, unit, colors]);
  return (
    <Chart
      title={title}
      caption={`单位：${unit} · 开通至今 · ${updated}`}
      note={note}
      foot={foot}
      description={partsInWords(title, parts, unit)}
      option={option}
      table={partTable(parts, title, unit)}
      height={300}
    />
  );
}
