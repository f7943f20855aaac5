import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, isProblem, useSubmit, type RedemptionRow } from '@/shared/api';
import { label } from '@/shared/i18n';
import { DemoTag, NONE, StatusTag, yuanExact } from '@/shared/ui';
import { ACTIONS, ListPage, useProblems } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict } from '../../ui/useConflict';
import { CheckMark, DecisionButtons, LAPSED, PAYABLE, Undecided, useBeforePayment } from './BeforePayment';

/** The money did not arrive, or came back. */
const failed = ({ status }: RedemptionRow) => status === 'PAY_FAILED' || status === 'RETURNED';

/** What waits for a decision may be in a batch that nobody has approved yet; what is paid or over does not end. */
const canEnd = ({ status, check }: RedemptionRow) =>
  PAYABLE.some((one) => one === status) || (status === 'PAYING' && !!check?.open);
const KEY = ['payable'];

const totalOf = (rows: RedemptionRow[]) =>
  // In fen, so that no binary fraction of one shows.
  rows.reduce((sum, row) => sum + Math.round((row.amount ?? 0) * 100), 0) / 100;

/** 编制批次: what is approved is chosen to be paid together; what failed is sent on again. */
export default function NewBatchPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const conflict = useConflict([KEY]);
  const [again, setAgain] = useState<RedemptionRow>();
  const prepare = useSubmit(
    (rows: RedemptionRow[], idempotencyKey) =>
      api.post('/api/policy/redemption/batches', {
        body: { applications: rows.map(({ id }) => id) },
        idempotencyKey,
      }),
    {
      about: (rows) => rows.map(({ id }) => id).join(),
      onSuccess: (batch) => {
        void message.success(`已编制批次 ${batch.number}，等待复核`);
        void queries.invalidateQueries({ queryKey: ['batches'] });
        void navigate(`/payments/${batch.id}`, { replace: true });
      },
      onError: (error) => {
        // Which of them, and why, stays on the page.
        if (isProblem(error, 'NOT_PAYABLE')) void queries.invalidateQueries({ queryKey: KEY });
        else problems(error);
      },
    },
  );
  const { decide, drawers } = useBeforePayment([KEY], prepare.reset);
  const ask = (rows: RedemptionRow[]) =>
    modal.confirm({
      title: `编制 ${rows.length} 笔、共 ${yuanExact(totalOf(rows))} 的支付批次？`,
      content:
        '免申即享的逐笔再次核对条件，不再符合的须先决定仍予支付或终止。批次须由编制人以外的同事复核后才能支付。',
      okText: '编制批次',
      onOk: () => prepare.mutate(rows),
    });
  const retry = useSubmit(
    ({ row, reason }: { row: RedemptionRow; reason: string }, idempotencyKey) =>
      api.post('/api/policy/redemption/applications/{id}/pay-again', {
        path: { id: row.id },
        body: { version: row.version, reason },
        idempotencyKey,
      }),
    { about: ({ row }) => `${row.id} ${row.version}` },
  );
  const run = async (reason: string) => {
    if (!again) return;
    try {
      await retry.mutateAsync({ row: again, reason });
      void message.success('可以列入新的批次');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <>
      <ListPage
        title="编制批次"
        overview={<Undecided error={prepare.error} />}
        intro="选择公示期满、待支付的申请；支付失败的由企业更正账户，账户无误的可重新支付"
        queryKey={[...KEY, 'list']}
        path="/api/policy/redemption/applications"
        rowKey="id"
        defaultSort="submittedAt,asc"
        always={{ payable: 'true' }}
        begin={{ filters: { status: 'APPROVED' } }}
        tabs={{
          name: 'status',
          label: '支付状态',
          options: PAYABLE.map((value) => ({ value, label: label('redemptionStatus', value) })),
        }}
        filters={[LAPSED]}
        selectable={(row) => row.status === 'APPROVED' && !row.check?.open}
        toolbar={(selected) => (
          <>
            {selected.length > 0 && (
              <span>
                已选 {selected.length} 笔，共 {yuanExact(totalOf(selected))}
              </span>
            )}
            <MainButton disabled={!selected.length} loading={prepare.isPending} onClick={() => ask(selected)}>
              编制批次
            </MainButton>
          </>
        )}
        empty={{
          title: '没有可以支付的申请',
          hint: '公示期满后出现在这里',
          ofTab: {
            APPROVED: { title: '没有待支付的申请', hint: '公示期满后出现在这里' },
            PAY_FAILED: { title: '没有支付失败的申请' },
            RETURNED: { title: '没有支付后退回的申请' },
          },
        }}
        columns={[
          {
            key: 'enterpriseName',
            title: '企业',
            render: (_, one) => (
              <>
                {one.enterpriseName}
                <span className={pageCss.sub}>
                  {one.number} {one.demo && <DemoTag short />}
                </span>
              </>
            ),
          },
          { key: 'projectTitle', title: '兑付项目', render: (_, one) => one.projectTitle },
          {
            key: 'status',
            title: '状态',
            render: (_, one) => (
              <>
                <StatusTag of="redemptionStatus" value={one.status} />
                {failed(one) ? (
                  <span className={pageCss.sub}>{one.reason}</span>
                ) : (
                  <CheckMark check={one.check} />
                )}
              </>
            ),
          },
          {
            key: 'amount',
            title: '核定金额',
            sorter: true,
            align: 'right',
            className: pageCss.num,
            render: (_, one) => (one.amount === undefined ? NONE : yuanExact(one.amount)),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, one) => (
              <>
                {failed(one) && (
                  <Button type="link" size="small" onClick={() => setAgain(one)}>
                    重新支付
                  </Button>
                )}
                {canEnd(one) && (
                  <DecisionButtons of={failed(one) ? { ...one, check: undefined } : one} decide={decide} />
                )}
              </>
            ),
          },
        ]}
      />
      <ReasonDrawer
        open={!!again}
        title="重新支付"
        intro={<p>账户无误、因其他原因失败或退回的，可直接列入新的批次；账户有误的，由企业更正账户。</p>}
        label="重新支付的理由"
        submitText="转为待支付"
        onClose={() => setAgain(undefined)}
        onSubmit={run}
      />
      {drawers}
    </>
  );
}
