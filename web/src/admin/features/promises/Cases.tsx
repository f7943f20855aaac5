import { useQuery } from '@tanstack/react-query';
import { Button, Pagination, Table, type TableColumnType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, useMe, type PromiseRow, type PromiseSummary } from '@/shared/api';
import { ANSWER, AWAITED, PromisedDate, type BoardOf } from '@/shared/promise';
import { dateTimeText, Empty, Loaded, useMedia } from '@/shared/ui';
import { ACTIONS, RowCards, ScrollRegion } from '@/shared/ui/antd';
import { pageCss, Panel } from '../../ui/page';
import css from './BoardPage.module.css';
import { BOARDS, STANDINGS, standingOf, type Standing } from './boards';
import { Decision } from './Decision';
import { Urge } from './Urge';

const SIZE = 20;

/** What stands as was chosen, of all or of one bank or department. */
export function Cases({
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
