import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Pagination, Select, Table, type TableColumnType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, saveFile, useMe, type PromiseRow, type PromiseSummary } from '@/shared/api';
import { label } from '@/shared/i18n';
import { ANSWER, AWAITED, PromisedDate, type PromiseOf } from '@/shared/promise';
import { dateTimeText, Empty, Icon, Loaded, numberText, useMedia } from '@/shared/ui';
import { ACTIONS, RowCards, ScrollRegion, useProblems } from '@/shared/ui/antd';
import { pageCss, Panel } from '../../ui/page';
import css from './BoardPage.module.css';
import { BOARDS, STANDINGS, standingOf, type Standing } from './boards';
import { Decision } from './Decision';
import { Urge } from './Urge';

const SIZE = 20;

const totalText = (total: number) => label('common', 'total', { total: numberText(total) });

/** The most urgent first is the order of the board itself. */
const ORDERS = {
  'dueAt,asc': '最紧急的在前',
  'dueAt,desc': '到期最晚的在前',
  'startedAt,asc': '最早提交的在前',
  'startedAt,desc': '最近提交的在前',
  'institutionName,asc': '按机构',
  'urgedAt,desc': '最近催办的在前',
} as const;
const isOrder = (text: string | null): text is keyof typeof ORDERS => text !== null && text in ORDERS;

/** What stands as was chosen, of all or of one bank or department. */
export function Cases({
  of,
  summary,
  choose,
}: {
  of: PromiseOf;
  summary: PromiseSummary;
  choose: (standing: Standing) => void;
}) {
  const board = BOARDS[of];
  const { can } = useMe();
  const phone = useMedia('(max-width: 639px)');
  const [params, setParams] = useSearchParams();
  const standing = standingOf(params.get('standing'), summary);
  const institution = params.get('institution') ?? undefined;
  const page = Math.max(1, Number(params.get('page')) || 1);
  const asked = params.get('sort');
  const sort = isOrder(asked) ? asked : 'dueAt,asc';
  const q = params.get('q') ?? undefined;
  const narrowed = { ...board.query, standing, institutionId: institution, q, sort };
  const query = useQuery({
    queryKey: ['promises', of, 'list', narrowed, page],
    queryFn: ({ signal }) => api.get(board.path, { query: { ...narrowed, page, size: SIZE }, signal }),
  });
  const { message } = App.useApp();
  const problems = useProblems();
  const taking = useMutation({
    mutationFn: () => api.file(`${board.path}/export`, { query: narrowed }),
    onSuccess: (file) => {
      saveFile(file.blob, file.name);
      void message.success(`已导出 ${file.name}`);
    },
    onError: problems,
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
                {row.branchName && <span className={pageCss.sub}>{row.branchName}</span>}
                <span className={pageCss.sub}>{row.assigned ? '已有办理人' : '未分派'}</span>
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
  /** What is changed here stays in the address beside what was chosen before. */
  const set = (changed: Record<string, string | undefined>) => {
    const now = new URLSearchParams(params);
    Object.entries({ page: undefined, ...changed }).forEach(([name, value]) =>
      value ? now.set(name, value) : now.delete(name),
    );
    setParams(now);
  };
  const turn = (next: number) => set({ page: String(next) });
  const pages = (total: number) =>
    total > SIZE && {
      current: page,
      pageSize: SIZE,
      total,
      showSizeChanger: false,
      showTotal: totalText,
      onChange: turn,
    };
  return (
    <Panel
      title={`${STANDINGS[standing].label}${name ? `：${name}` : ''}`}
      extra={
        <>
          {institution && (
            <Button type="link" size="small" onClick={() => choose(standing)}>
              看全部{board.by}
            </Button>
          )}
          <Button
            icon={<Icon name="download" size={16} />}
            loading={taking.isPending}
            onClick={() => taking.mutate()}
          >
            {taking.isPending ? '正在导出' : '导出'}
          </Button>
        </>
      }
      bare
    >
      <Form<{ q?: string }>
        // What is looked for stands in the address: by the buttons of the browser the field follows it.
        key={q ?? ''}
        className={css.narrow}
        layout="vertical"
        role="search"
        aria-label="查找事项"
        initialValues={{ q }}
        onFinish={(asks) => set({ q: asks.q?.trim() })}
      >
        <Form.Item name="q" label="关键词">
          <Input placeholder="编号、企业或事项" allowClear maxLength={100} />
        </Form.Item>
        <Form.Item label="排序" htmlFor="promise-order">
          <Select
            id="promise-order"
            value={sort}
            options={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
            onChange={(value) => set({ sort: value })}
          />
        </Form.Item>
        <div>
          <Button type="primary" htmlType="submit" icon={<Icon name="search" size={16} />}>
            {label('common', 'search')}
          </Button>
          <Button htmlType="reset" onClick={() => set({ q: undefined, sort: undefined })}>
            {label('common', 'reset')}
          </Button>
        </div>
      </Form>
      <Loaded query={query} compact>
        {(data) =>
          data.items.length === 0 ? (
            <Empty compact title={q ? `没有找到“${q}”` : `没有${STANDINGS[standing].label}的事项`} />
          ) : phone ? (
            <div className={pageCss.panelCards}>
              <RowCards rows={data.items} rowKey="id" columns={columns} label={STANDINGS[standing].label} />
              {data.total > SIZE && <Pagination align="center" {...pages(data.total)} />}
            </div>
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
