import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Pagination, Segmented, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, useMe, useSubmit, type PromiseRow, type PromiseSummary } from '@/shared/api';
import { ANSWER, AWAITED, PromisedDate, type BoardOf } from '@/shared/promise';
import { dateTimeText, Empty, Loaded, NONE, numberText, Skeleton, timeAgo, useMedia } from '@/shared/ui';
import { ACTIONS, RowCards, ScrollRegion, useProblems } from '@/shared/ui/antd';
import { PageHead, pageCss, Panel } from '../../ui/page';
import css from './BoardPage.module.css';
import { Decision } from './Decision';

const SIZE = 20;

const BOARDS = {
  LOAN: {
    title: '融资申请',
    waits: '待银行答复',
    by: '金融机构',
    path: '/api/finance/promises',
    query: {},
    page: '/applications',
    permissions: ['finance.promise.supervise', 'finance.promise.oversee'],
    opens: ['finance.application.handle', 'finance.application.read-all'],
  },
  DEMAND: {
    title: '融资需求',
    waits: '待银行答复',
    by: '金融机构',
    path: '/api/finance/promises',
    query: { kind: 'DEMAND_ANSWER' },
    // The case is a bank's claim, which has no page of its own.
    page: '/demands',
    permissions: ['finance.promise.supervise', 'finance.promise.oversee'],
    opens: [],
  },
  COORDINATION: {
    title: '推荐企业',
    waits: '待银行答复',
    by: '金融机构',
    path: '/api/finance/promises',
    query: { kind: 'COORDINATION_ANSWER' },
    page: '/coordination/recommendations',
    permissions: ['finance.promise.supervise', 'finance.promise.oversee'],
    opens: ['finance.coordination.read', 'finance.coordination.manage', 'finance.coordination.answer'],
  },
  CLAIM: {
    title: '领码申请',
    waits: '待审核',
    by: '审核部门',
    path: '/api/code/promises',
    query: {},
    page: '/claims',
    permissions: ['code.promise.supervise'],
    opens: ['code.claim.review'],
  },
  EVALUATION: {
    title: '差评回访',
    waits: '待回访处理',
    by: '办理机构',
    path: '/api/ops/promises',
    query: {},
    // The case is one round of a call-back, which has no page of its own.
    page: '/evaluations',
    permissions: ['ops.evaluation.review'],
    opens: [],
  },
} as const satisfies Record<BoardOf, object>;

const STANDINGS = {
  OVERDUE: { label: '已超期', figure: 'overdue' },
  DUE_TODAY: { label: '今天到期', figure: 'dueToday' },
  OPEN: { label: '全部在办', figure: 'open' },
  PAUSED: { label: '等待补正', figure: 'paused' },
  UNDATED: { label: '到期日待定', figure: 'undated' },
  EXTENSION_ASKED: { label: '延期待审批', figure: 'extensionAsked' },
  EXTENDED: { label: '已延期', figure: 'extended' },
} as const;
type Standing = keyof typeof STANDINGS;

const standings = Object.keys(STANDINGS) as Standing[];
const standingOf = (text: string | null): Standing => standings.find((one) => one === text) ?? 'OVERDUE';

/** 时限看板: what is due today and overdue, by bank or department, with one click to ask for it. */
export default function BoardPage() {
  const { can } = useMe();
  const [params, setParams] = useSearchParams();
  const kinds = (Object.keys(BOARDS) as BoardOf[]).filter((one) => BOARDS[one].permissions.some(can));
  const waiting = useMostUrgent(kinds, !params.has('of'));
  const of = kinds.find((one) => one === params.get('of')) ?? waiting;
  if (!of) return kinds.length ? <Skeleton lines={8} /> : null;
  return (
    <div className={pageCss.page}>
      <PageHead
        title="时限看板"
        facts={<span>按工作日计算的承诺时限：今天到期的、已超期的，可一键催办</span>}
      >
        {kinds.length > 1 && (
          <Segmented<BoardOf>
            className={css.kinds}
            aria-label="事项"
            value={of}
            options={kinds.map((value) => ({ value, label: BOARDS[value].title }))}
            onChange={(value) => setParams({ of: value })}
          />
        )}
      </PageHead>
      <Board key={of} of={of} />
    </div>
  );
}

const summaryOf = (of: BoardOf) => ({
  queryKey: ['promises', of, 'summary'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get(`${BOARDS[of].path}/summary`, { query: BOARDS[of].query, signal }),
});

/** The board that has anything overdue, else due today, else the first; it stays the one, whatever is done meanwhile. */
function useMostUrgent(kinds: BoardOf[], asked: boolean): BoardOf | undefined {
  const [found, setFound] = useState<BoardOf>();
  const several = kinds.length > 1;
  const summaries = useQueries({
    queries: kinds.map((one) => ({ ...summaryOf(one), enabled: asked && several && !found })),
  });
  if (!several) return kinds[0];
  if (asked && !found && summaries.every((one) => !one.isPending)) {
    const having = (figure: 'overdue' | 'dueToday') =>
      kinds.find((_, at) => (summaries[at]?.data?.all[figure] ?? 0) > 0);
    setFound(having('overdue') ?? having('dueToday') ?? kinds[0]);
  }
  return found;
}

function Board({ of }: { of: BoardOf }) {
  const [params, setParams] = useSearchParams();
  const summary = useQuery({
    ...summaryOf(of),
    refetchInterval: 60_000,
  });
  const choose = (standing: Standing, institution?: string) => {
    const next = new URLSearchParams({ of, standing });
    if (institution) next.set('institution', institution);
    setParams(next);
  };
  return (
    <Loaded query={summary}>
      {(data) => (
        <>
          {data.missingYear !== undefined && (
            <Alert
              type="warning"
              showIcon
              title={`${data.missingYear} 年放假安排尚未公布或导入`}
              description={
                data.all.undated > 0
                  ? `${data.all.undated} 件的到期日落在该年，暂不推算，也不会判为超期；导入后自动更新。`
                  : '到期日落在该年的事项暂不推算，导入后自动更新。'
              }
            />
          )}
          <Figures summary={data} chosen={standingOf(params.get('standing'))} choose={choose} />
          <Institutions of={of} summary={data} choose={choose} />
          <Cases of={of} summary={data} choose={choose} />
        </>
      )}
    </Loaded>
  );
}

function Figures({
  summary,
  chosen,
  choose,
}: {
  summary: PromiseSummary;
  chosen: Standing;
  choose: (standing: Standing) => void;
}) {
  return (
    <ul className={css.figures} aria-label="承诺时限概况">
      {standings.map((standing) => {
        const count = summary.all[STANDINGS[standing].figure];
        const bad = standing === 'OVERDUE' && count > 0;
        return (
          <li key={standing}>
            <button type="button" aria-pressed={chosen === standing} onClick={() => choose(standing)}>
              <span>{STANDINGS[standing].label}</span>
              <b className={`zq-num ${bad ? css.bad : ''}`}>
                {numberText(count)} <small>件</small>
              </b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** How each bank or department stands. A phone shows of each only what there is: a row of seven figures is wider than it. */
function Institutions({
  of,
  summary,
  choose,
}: {
  of: BoardOf;
  summary: PromiseSummary;
  choose: (standing: Standing, institution?: string) => void;
}) {
  const { by, waits } = BOARDS[of];
  const phone = useMedia('(max-width: 639px)');
  type Row = PromiseSummary['institutions'][number];
  const nameOf = (row: Row) => row.institutionName ?? '领码审核（各审核人员）';
  const countOf = (row: Row, standing: Standing) => row.figures[STANDINGS[standing].figure];
  const nothing = <Empty compact title={`没有${waits}的事项`} />;
  if (phone)
    return (
      <Panel title={`按${by}`} bare>
        {summary.institutions.length === 0 && nothing}
        <ul className={css.institutions} aria-label={`按${by}`}>
          {summary.institutions.map((row) => (
            <li key={row.institutionId ?? 'none'}>
              {nameOf(row)}
              <p>
                {standings
                  .filter((standing) => countOf(row, standing) > 0)
                  .map((standing) => (
                    <Button
                      key={standing}
                      size="small"
                      danger={standing === 'OVERDUE'}
                      onClick={() => choose(standing, row.institutionId)}
                    >
                      {STANDINGS[standing].label} {numberText(countOf(row, standing))} 件
                    </Button>
                  ))}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
    );
  return (
    <Panel title={`按${by}`} bare>
      <ScrollRegion name={`按${by}`}>
        <Table
          className={pageCss.inPanel}
          rowKey={(row) => row.institutionId ?? 'none'}
          dataSource={summary.institutions}
          scroll={{ x: 'max-content' }}
          pagination={false}
          locale={{ emptyText: nothing }}
          columns={[
            { key: 'name', title: by, render: (_, row) => nameOf(row) },
            ...standings.map((standing) => ({
              key: standing,
              title: STANDINGS[standing].label,
              align: 'right' as const,
              className: pageCss.num,
              render: (_: unknown, row: Row) => {
                const count = countOf(row, standing);
                return count ? (
                  <Button
                    type="link"
                    size="small"
                    className={css.count}
                    onClick={() => choose(standing, row.institutionId)}
                  >
                    {numberText(count)}
                  </Button>
                ) : (
                  NONE
                );
              },
            })),
          ]}
        />
      </ScrollRegion>
    </Panel>
  );
}

function Cases({
  of,
  summary,
  choose,
}: {
  of: BoardOf;
  summary: PromiseSummary;
  choose: (standing: Standing) => void;
}) {
  const board = BOARDS[of];
  const { can } = useMe();
  const phone = useMedia('(max-width: 639px)');
  const [params, setParams] = useSearchParams();
  const standing = standingOf(params.get('standing'));
  const institution = params.get('institution') ?? undefined;
  const page = Math.max(1, Number(params.get('page')) || 1);
  const query = useQuery({
    queryKey: ['promises', of, 'list', standing, institution, page],
    queryFn: ({ signal }) =>
      api.get(board.path, {
        query: { ...board.query, standing, institutionId: institution, page, size: SIZE },
        signal,
      }),
  });
  const name = summary.institutions.find((one) => one.institutionId === institution)?.institutionName;
  const opens = (board.opens as readonly string[]).some(can);
  const columns: TableColumnType<PromiseRow>[] = [
    {
      key: 'case',
      title: '事项',
      render: (_, row) => (
        <>
          <span className={css.about}>
            {opens ? <Link to={`${board.page}/${row.caseId}`}>{row.about}</Link> : row.about}
          </span>
          <span className={pageCss.sub}>{row.caseNumber}</span>
        </>
      ),
    },
    ...(of !== 'CLAIM'
      ? [
          {
            key: 'institution',
            title: board.by,
            render: (_: unknown, row: PromiseRow) => (
              <>
                {row.institutionName}
                <span className={pageCss.sub}>{row.takenUp ? '已受理' : '未受理'}</span>
              </>
            ),
          },
        ]
      : []),
    {
      key: 'startedAt',
      title: '提交时间',
      className: pageCss.num,
      render: (_, row) => dateTimeText(row.startedAt),
    },
    {
      key: 'due',
      title: `承诺${ANSWER[of]}日期`,
      className: pageCss.num,
      render: (_, row) => (
        <>
          <PromisedDate promise={row.promise} of={of} />
          {row.promise.state === 'PAUSED' && row.promise.broken && (
            <span className={pageCss.sub}>{AWAITED[of]}</span>
          )}
          <span className={pageCss.sub}>承诺 {row.promise.workingDays} 个工作日</span>
        </>
      ),
    },
    {
      key: ACTIONS,
      title: '督办',
      render: (_, row) => (
        <>
          <Urge of={of} row={row} />
          {/* A call-back is never given more time. */}
          {board.path !== '/api/ops/promises' && (
            <Decision of={of} row={row} path={board.path} query={board.query} />
          )}
        </>
      ),
    },
  ];
  const turn = (next: number) => {
    const now = new URLSearchParams(params);
    now.set('page', String(next));
    setParams(now);
  };
  const pages = (total: number) =>
    total > SIZE && { current: page, pageSize: SIZE, total, showSizeChanger: false, onChange: turn };
  return (
    <Panel
      title={`${STANDINGS[standing].label}${name ? `：${name}` : ''}`}
      extra={
        institution && (
          <Button type="link" size="small" onClick={() => choose(standing)}>
            看全部{board.by}
          </Button>
        )
      }
      bare
    >
      <Loaded query={query} compact>
        {(data) =>
          data.items.length === 0 ? (
            <Empty compact title={`没有${STANDINGS[standing].label}的事项`} />
          ) : phone ? (
            <>
              <RowCards rows={data.items} rowKey="id" columns={columns} label={STANDINGS[standing].label} />
              {data.total > SIZE && <Pagination align="center" {...pages(data.total)} />}
            </>
          ) : (
            <ScrollRegion name={STANDINGS[standing].label}>
              <Table<PromiseRow>
                className={pageCss.inPanel}
                rowKey="id"
                dataSource={data.items}
                scroll={{ x: 'max-content' }}
                pagination={pages(data.total)}
                columns={columns}
              />
            </ScrollRegion>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Urge({ of, row }: { of: BoardOf; row: PromiseRow }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const { message } = App.useApp();
  const urge = useSubmit(
    (_: void, idempotencyKey) =>
      api.post(`${BOARDS[of].path}/{id}/urge`, {
        path: { id: row.id },
        query: BOARDS[of].query,
        idempotencyKey,
      }),
    {
      about: () => `urge ${row.id} ${row.urgedAt ?? ''}`,
      onSuccess: () => void message.success('已催办，经办人会收到消息'),
      onError: (error) => problems(error),
      onSettled: () => queries.invalidateQueries({ queryKey: ['promises', of] }),
    },
  );
  return (
    <>
      {(row.promise.state === 'RUNNING' || row.promise.broken) && (
        <Button
          size="small"
          loading={urge.isPending}
          aria-label={`催办 ${row.caseNumber}`}
          onClick={() => urge.mutate()}
        >
          催办
        </Button>
      )}
      {row.urgedAt && <span className={pageCss.sub}>{timeAgo(row.urgedAt)}催办过</span>}
    </>
  );
}
