import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { api, saveFile, type CoordinationFigures } from '@/shared/api';
import { Empty, Icon, Loaded, NONE, numberText, PlainTable, yuanAsWan } from '@/shared/ui';
import { DayRange, useProblems } from '@/shared/ui/antd';
import { PageHead, pageCss, Panel } from '../../ui/page';
import css from './FiguresPage.module.css';

const DAY = 'YYYY-MM-DD';

interface Period {
  from?: string;
  to?: string;
}

/** Leads to the list that a figure counts. */
function Count({
  of,
  unit,
  page,
  filter,
}: {
  of: number;
  unit: string;
  page: string;
  filter: Record<string, string | undefined>;
}) {
  if (!of) return <>0 {unit}</>;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return (
    // One piece: in the table of a phone each piece of a cell stands in a place of its own.
    <span>
      <Link to={`/coordination/${page}?${query.toString()}`}>{numberText(of)}</Link> {unit}
    </span>
  );
}

const days = (average: number | undefined) => (average === undefined ? NONE : `${average} 个工作日`);

/** 协调统计: what came of it by town and by bank; each figure leads to its list. */
export default function FiguresPage() {
  const [params, setParams] = useSearchParams();
  const period: Period = { from: params.get('from') ?? undefined, to: params.get('to') ?? undefined };
  const query = useQuery({
    queryKey: ['coordination', 'figures', period.from, period.to],
    queryFn: ({ signal }) => api.get('/api/finance/coordination/figures', { query: { ...period }, signal }),
  });
  return (
    <div className={pageCss.page}>
      <PageHead
        title="协调统计"
        facts={
          <span>
            走访按走访日、申报按申报日、推荐和答复按推荐日统计；答复用时按工作日，推荐当日不计；点数字看清单
          </span>
        }
      >
        <div className={css.period}>
          {/* The field names itself; seen, its name also says what is counted while nothing is chosen. */}
          <span aria-hidden>统计日期{period.from || period.to ? '' : '（不选为全部）'}</span>
          <DayRange
            aria-label="统计日期"
            open
            value={[period.from ? dayjs(period.from) : null, period.to ? dayjs(period.to) : null]}
            onChange={(chosen) => {
              const next = new URLSearchParams();
              if (chosen?.[0]) next.set('from', chosen[0].format(DAY));
              if (chosen?.[1]) next.set('to', chosen[1].format(DAY));
              setParams(next);
            }}
          />
        </div>
      </PageHead>
      <Loaded query={query}>{(figures) => <Figures figures={figures} period={period} />}</Loaded>
    </div>
  );
}

function Figures({
  figures: { all, towns, banks, reasons },
  period,
}: {
  figures: CoordinationFigures;
  period: Period;
}) {
  const within = { ...period };
  return (
    <>
      <Panel title="总体情况" bare>
        <PlainTable
          figures
          head={[
            '走访',
            '走访企业',
            '申报',
            '申报金额',
            '未通过',
            '已推荐申报',
            '获授信申报',
            '授信金额',
            '平均答复',
          ]}
          rows={[
            [
              <Count key="v" of={all.visited} unit="次" page="visits" filter={within} />,
              `${numberText(all.visitedEnterprises)} 家`,
              <Count key="d" of={all.declared} unit="件" page="cases" filter={within} />,
              yuanAsWan(all.declaredAmount),
              <Count
                key="r"
                of={all.rejected}
                unit="件"
                page="cases"
                filter={{ ...within, status: 'REJECTED' }}
              />,
              <Count key="rec" of={all.recommended} unit="件" page="recommendations" filter={within} />,
              <Count
                key="g"
                of={all.granted}
                unit="件"
                page="recommendations"
                filter={{ ...within, answer: 'GRANTED' }}
              />,
              yuanAsWan(all.grantedAmount),
              days(all.averageWorkingDays),
            ],
          ]}
        />
      </Panel>
      <Panel title="分镇街" extra={<Export of="towns" name="导出分镇街统计" period={period} />} bare>
        {towns.length ? (
          <PlainTable
            figures
            named
            head={['镇街', '走访', '申报', '申报金额', '已推荐申报', '获授信申报', '授信金额', '平均答复']}
            rows={towns.map((one) => {
              const here = { ...within, townCode: one.townCode };
              return [
                one.townName,
                <Count key="v" of={one.visited} unit="次" page="visits" filter={here} />,
                <Count key="d" of={one.declared} unit="件" page="cases" filter={here} />,
                yuanAsWan(one.declaredAmount),
                <Count key="rec" of={one.recommended} unit="件" page="recommendations" filter={here} />,
                <Count
                  key="g"
                  of={one.granted}
                  unit="件"
                  page="recommendations"
                  filter={{ ...here, answer: 'GRANTED' }}
                />,
                yuanAsWan(one.grantedAmount),
                days(one.averageWorkingDays),
              ];
            })}
          />
        ) : (
          <Empty compact title={period.from || period.to ? '所选日期没有数据' : '还没有数据'} />
        )}
      </Panel>
      <Panel title="分银行" extra={<Export of="banks" name="导出分银行统计" period={period} />} bare>
        {banks.length ? (
          <PlainTable
            figures
            named
            head={[
              '金融机构',
              '走访',
              '收到推荐',
              '待答复',
              '授信',
              '授信金额',
              '未授信',
              '已有服务',
              '未答复',
              '已失效',
              '平均答复',
            ]}
            rows={banks.map((one) => {
              const here = { ...within, bankId: one.bankId };
              return [
                one.bankName,
                <Count key="v" of={one.visited} unit="次" page="visits" filter={here} />,
                <Count key="rec" of={one.recommended} unit="件" page="recommendations" filter={here} />,
                <Count
                  key="p"
                  of={one.pending}
                  unit="件"
                  page="recommendations"
                  filter={{ ...here, answer: 'PENDING' }}
                />,
                <Count
                  key="g"
                  of={one.granted}
                  unit="件"
                  page="recommendations"
                  filter={{ ...here, answer: 'GRANTED' }}
                />,
                yuanAsWan(one.grantedAmount),
                <Count
                  key="r"
                  of={one.refused}
                  unit="件"
                  page="recommendations"
                  filter={{ ...here, answer: 'REFUSED' }}
                />,
                <Count
                  key="s"
                  of={one.served}
                  unit="件"
                  page="recommendations"
                  filter={{ ...here, answer: 'SERVED' }}
                />,
                <Count
                  key="u"
                  of={one.unanswered}
                  unit="件"
                  page="recommendations"
                  filter={{ ...here, answer: 'UNANSWERED' }}
                />,
                <Count
                  key="l"
                  of={one.lapsed}
                  unit="件"
                  page="recommendations"
                  filter={{ ...here, answer: 'LAPSED' }}
                />,
                days(one.averageWorkingDays),
              ];
            })}
          />
        ) : (
          <Empty compact title={period.from || period.to ? '所选日期没有数据' : '还没有数据'} />
        )}
      </Panel>
      <Panel title="未授信原因" bare>
        {reasons.length ? (
          <PlainTable
            figures
            head={['原因', '未授信']}
            rows={reasons.map((one) => [
              one.label,
              <Count
                key="r"
                of={one.refused}
                unit="件"
                page="recommendations"
                filter={{ ...within, reason: one.code }}
              />,
            ])}
          />
        ) : (
          <Empty compact title="没有未授信的推荐" />
        )}
      </Panel>
    </>
  );
}

function Export({ of, name, period }: { of: 'towns' | 'banks'; name: string; period: Period }) {
  const { message } = App.useApp();
  const problems = useProblems();
  return (
    <Button
      icon={<Icon name="download" size={16} />}
      onClick={() =>
        void api
          .file(`/api/finance/coordination/${of}/export`, { query: { ...period } })
          .then(({ blob, name: file }) => {
            saveFile(blob, file);
            void message.success(`已下载 ${file}`);
          })
          .catch((error: unknown) => problems(error as Error))
      }
    >
      {name}
    </Button>
  );
}
