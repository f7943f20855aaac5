import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Radio, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, type CalendarYear } from '@/shared/api';
import { Loaded, numberText, todayText } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { CalendarImportDrawer } from './CalendarImportDrawer';
import css from './CalendarPage.module.css';
import { daysOf, kindOf, KINDS, MONTHS, WEEKDAYS, type DayKind } from './calendar';
import { thoughtBetter, usePastDays } from './usePastDays';

/** 工作日历: which days of a year are worked, by the notice of the State Council. */
export default function CalendarPage() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const withConsent = usePastDays();
  const conflict = useThingConflict('工作日历', [['calendars']]);
  const [params, setParams] = useSearchParams();
  const [day, setDay] = useState<string>();
  const [importing, setImporting] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const query = useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => api.get('/api/user/calendars', { signal }),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['calendars'] });
  const [today] = useState(todayText);
  const now = Number(today.slice(0, 4));
  return (
    <div className={pageCss.page}>
      <PageHead title="工作日历" facts={<span>承诺时限按工作日计算，以国务院办公厅的放假通知为准</span>}>
        <MainButton onClick={() => setImporting(true)}>导入年度安排</MainButton>
      </PageHead>
      <Loaded query={query}>
        {(years) => {
          const asked = Number(params.get('year'));
          const year =
            years.find((one) => one.year === asked) ?? years.find((one) => one.year === now) ?? years.at(-1);
          const missing = [now, now + 1].find((one) => !years.some((it) => it.year === one));
          return (
            <>
              {missing && (
                <Alert
                  type="warning"
                  showIcon
                  title={`${missing} 年放假安排尚未公布或导入`}
                  description="到期日落在该年的事项暂不推算，页面上注明待定；国务院办公厅公布后请导入，到期日随即更新。"
                />
              )}
              {year && (
                <>
                  <Segmented
                    aria-label="年度"
                    value={year.year}
                    options={years.map((one) => ({ value: one.year, label: `${one.year} 年` }))}
                    onChange={(value) => setParams({ year: String(value) })}
                  />
                  <Panel
                    title={`${year.year} 年`}
                    extra={
                      <>
                        {`${year.document}，全年 ${numberText(year.workingDays)} 个工作日`}
                        {year.year > now && (
                          <Button danger size="small" onClick={() => setWithdrawing(true)}>
                            撤回年度安排
                          </Button>
                        )}
                      </>
                    }
                  >
                    <p className={css.legend}>
                      <span>
                        <i className={css.off}>休</i> 放假
                      </span>
                      <span>
                        <i className={css.work}>班</i> 调休上班
                      </span>
                      {year.year === now && (
                        <span>
                          <i className={css.today}>{Number(today.slice(8))}</i> 今天
                        </span>
                      )}
                      <span>点日期可修改</span>
                    </p>
                    <div className={css.months}>
                      {MONTHS.map((month) => (
                        <Month key={month} year={year} month={month} onDay={setDay} />
                      ))}
                    </div>
                  </Panel>
                  <ReasonDrawer
                    open={withdrawing}
                    title={`撤回 ${year.year} 年安排`}
                    intro="撤回后，到期日落在该年的未办结事项改为待定，重新导入后随即推算。撤回和原因记入操作日志。"
                    label="撤回原因"
                    submitText="确认撤回"
                    danger
                    maxLength={200}
                    onClose={() => setWithdrawing(false)}
                    onSubmit={async (reason) => {
                      try {
                        await api.post('/api/user/calendars/{year}/withdraw', {
                          path: { year: year.year },
                          body: { version: year.version, reason },
                        });
                        void message.success(`已撤回 ${year.year} 年的放假安排`);
                      } catch (error) {
                        if (!isConflict(error)) throw error;
                        void conflict(error);
                      }
                      await refresh();
                    }}
                  />
                  <FormDrawer<{ kind: DayKind }>
                    open={!!day}
                    title={day ?? ''}
                    submitText="保存"
                    initialValues={day ? { kind: kindOf(year, day) } : undefined}
                    onClose={() => setDay(undefined)}
                    shows={thoughtBetter}
                    onSubmit={async ({ kind }) => {
                      if (!day) return;
                      try {
                        await withConsent((agreed) => {
                          const change = { kind, version: year.version, agreed };
                          return api.put('/api/user/calendars/days/{date}', {
                            path: { date: day },
                            body: change,
                          });
                        });
                        void message.success('已保存，在办事项的到期日随即更新');
                      } catch (error) {
                        if (!isConflict(error)) throw error;
                        void conflict(error);
                      }
                      await refresh();
                    }}
                  >
                    <Form.Item name="kind" label="安排">
                      <Radio.Group
                        options={(Object.keys(KINDS) as DayKind[]).map((value) => ({
                          value,
                          label: KINDS[value],
                        }))}
                      />
                    </Form.Item>
                  </FormDrawer>
                </>
              )}
              <CalendarImportDrawer
                open={importing}
                years={years}
                suggested={missing ?? now + 1}
                onClose={() => setImporting(false)}
                onDone={(it) => {
                  void message.success(`已导入 ${it.year} 年的放假安排`);
                  setParams({ year: String(it.year) });
                  void refresh();
                }}
              />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Month({ year, month, onDay }: { year: CalendarYear; month: number; onDay: (day: string) => void }) {
  const { lead, days } = daysOf(year.year, month);
  return (
    <section aria-label={`${month} 月`}>
      <h3 className={css.month}>{month} 月</h3>
      <div className={css.grid}>
        {WEEKDAYS.map((name) => (
          <span key={name} className={css.weekday} aria-hidden="true">
            {name}
          </span>
        ))}
        {lead > 0 && <span style={{ gridColumn: `span ${lead}` }} aria-hidden="true" />}
        {days.map(({ date, day, weekend }) => (
          <Day key={date} date={date} day={day} weekend={weekend} kind={kindOf(year, date)} onDay={onDay} />
        ))}
      </div>
    </section>
  );
}

function Day({
  date,
  day,
  weekend,
  kind,
  onDay,
}: {
  date: string;
  day: number;
  weekend: boolean;
  kind: DayKind;
  onDay: (day: string) => void;
}) {
  const [now] = useState(todayText);
  const today = date === now;
  const said = kind === 'USUAL' ? (weekend ? '周末' : '上班') : KINDS[kind];
  const look = kind === 'OFF' ? css.off : kind === 'WORK' ? css.work : weekend ? css.weekend : '';
  return (
    <button
      type="button"
      className={`${css.day} ${look} ${today ? css.today : ''}`}
      aria-current={today ? 'date' : undefined}
      onClick={() => onDay(date)}
    >
      <span className="zq-hidden">{date.slice(0, 7)} </span>
      {day}
      {kind !== 'USUAL' && <small>{kind === 'OFF' ? '休' : '班'}</small>}
      <span className="zq-hidden">
        {' '}
        {said}
        {today && '，今天'}
      </span>
    </button>
  );
}
