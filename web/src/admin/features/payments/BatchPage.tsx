import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, isProblem, useMe, useSubmit, type BatchItem, type PaymentBatch } from '@/shared/api';
import { saveFile } from '@/shared/api/client';
import { postFile } from '@/shared/api/postFile';
import { dateTimeText, Definition, Icon, Loaded, NONE, StatusTag, yuanExact } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { ACTIONS, STATUS } from '@/shared/ui/antd/RowCards';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { PanelTable } from '../../ui/PanelTable';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict } from '../../ui/useConflict';
import { CheckMark, DecisionButtons, Undecided, useBeforePayment } from './BeforePayment';
import { ResultsDrawer } from './ResultsDrawer';

const KEY = ['batches'];

/** One batch: its payments, who prepared and who approved it, and what is to be done next. */
export default function BatchPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/redemption/batches/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(batch) => <Batch batch={batch} />}
    </Loaded>
  );
}

function Batch({ batch }: { batch: PaymentBatch }) {
  return (
    <div className={pageCss.page}>
      <PageHead title={`支付批次 ${batch.number}`} tags={<StatusTag of="batchState" value={batch.state} />} />
      <Panel title="批次信息">
        <Definition items={factsOf(batch)} />
      </Panel>
      <Items batch={batch} />
      <Steps batch={batch} />
    </div>
  );
}

const byWhom = (who: string | undefined, at: string | undefined) =>
  [who, at && dateTimeText(at)].filter(Boolean).join('，');

/** How much it is and who did what with it: what has not come yet has no line. */
const factsOf = (batch: PaymentBatch) => [
  { label: '金额', value: `${batch.payments} 笔，共 ${yuanExact(batch.total)}` },
  { label: '编制', value: byWhom(batch.preparer, batch.preparedAt) },
  ...(batch.approver ? [{ label: '复核', value: byWhom(batch.approver, batch.approvedAt) }] : []),
  ...(batch.exporter ? [{ label: '送国库', value: byWhom(batch.exporter, batch.exportedAt) }] : []),
  ...(batch.settledAt
    ? [{ label: '登记结果', value: byWhom(batch.settler ?? '登记人没有留存', batch.settledAt) }]
    : []),
  ...(batch.reason ? [{ label: '作废原因', value: batch.reason, wide: true }] : []),
];

function Items({ batch: { items, state } }: { batch: PaymentBatch }) {
  const { decide, drawers } = useBeforePayment([KEY]);
  const checked = items.some(({ check }) => check);
  const waiting = (item: BatchItem) => state === 'DRAFT' && item.outcome === 'PENDING';
  const failed = items.filter(({ outcome }) => outcome === 'FAILED').length;
  return (
    <Panel title="支付明细" extra={failed > 0 && `${failed} 笔失败`} bare>
      <PanelTable<BatchItem>
        name="支付明细"
        rowKey="applicationId"
        rows={items}
        size={50}
        columns={[
          {
            key: 'enterprise',
            title: '企业',
            render: (_, item) => (
              <>
                {item.enterpriseName}
                <span className={pageCss.sub}>{item.number}</span>
              </>
            ),
          },
          { key: 'project', title: '兑付项目', render: (_, item) => item.projectTitle },
          {
            key: 'account',
            title: '收款账户',
            render: (_, item) =>
              item.accountNumber ? (
                <>
                  {item.accountBank}
                  <span className={pageCss.sub}>{item.accountNumber}</span>
                </>
              ) : (
                NONE
              ),
          },
          {
            key: 'amount',
            title: '金额',
            align: 'right',
            className: pageCss.num,
            render: (_, item) => yuanExact(item.amount),
          },
          ...(checked
            ? [
                {
                  key: 'check',
                  title: '支付前核对',
                  render: (_: unknown, item: BatchItem) =>
                    item.check ? <CheckMark check={item.check} /> : NONE,
                },
              ]
            : []),
          {
            key: STATUS,
            title: '支付结果',
            render: (_, item) => (
              <StatusTag
                of="paymentOutcome"
                // Nothing is under way before the treasury has the file.
                value={item.outcome === 'PENDING' && state !== 'EXPORTED' ? 'NOT_YET' : item.outcome}
              />
            ),
          },
          {
            key: 'told',
            title: '流水号或原因',
            render: (_, item) => item.reference ?? item.reason ?? NONE,
          },
          ...(state === 'DRAFT'
            ? [
                {
                  key: ACTIONS,
                  title: '操作',
                  render: (_: unknown, item: BatchItem) =>
                    waiting(item) && (
                      <DecisionButtons of={{ ...item, id: item.applicationId }} decide={decide} />
                    ),
                },
              ]
            : []),
        ]}
      />
      {drawers}
    </Panel>
  );
}

type Drawer = 'cancel' | 'results';

/** What comes next, for whom it is to do; two people, whatever both may. */
function Steps({ batch }: { batch: PaymentBatch }) {
  const { me, can } = useMe();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const [drawer, setDrawer] = useState<Drawer>();
  const conflict = useConflict([KEY]);
  const { id, version, state } = batch;
  const refresh = () => queries.invalidateQueries({ queryKey: KEY });
  const own = batch.preparedBy === me?.accountId;
  const kept = batch.items.some(({ check }) => check?.keptBy && check.keptBy === me?.accountId);
  const prepares = can('policy.payment.prepare');
  const approves = can('policy.payment.approve');
  const approve = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/policy/redemption/batches/{id}/approve', {
        path: { id },
        body: { version },
        idempotencyKey,
      }),
    {
      onSuccess: () => void message.success('已复核，可以导出送国库'),
      // What has to be decided first stays on the page.
      onError: (error) => {
        if (!isProblem(error, 'NOT_PAYABLE')) void conflict(error);
      },
      onSettled: refresh,
    },
  );
  const cancelling = useSubmit(
    (reason: string, idempotencyKey) =>
      api.post('/api/policy/redemption/batches/{id}/cancel', {
        path: { id },
        body: { version, reason },
        idempotencyKey,
      }),
    {},
  );
  const cancel = async (reason: string) => {
    try {
      await cancelling.mutateAsync(reason);
      void message.success('批次已作废，其中的申请回到待支付');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await refresh();
  };
  const handOver = useMutation({
    mutationFn: () =>
      state === 'APPROVED'
        ? postFile('/api/policy/redemption/batches/{id}/hand-over', { path: { id }, body: { version } })
        : api.file('/api/policy/redemption/batches/{id}/export', { path: { id } }),
    onSuccess: ({ blob, name }) => {
      saveFile(blob, name);
      void message.success(`已导出 ${name}`);
    },
    onError: (error) => (isConflict(error) ? void conflict(error) : problems(error)),
    onSettled: refresh,
  });
  const askApproval = () =>
    modal.confirm({
      title: '复核通过这个批次？',
      content: `共 ${batch.payments} 笔、${yuanExact(batch.total)}。免申即享的再次核对条件；复核后可导出送国库支付。`,
      okText: '复核通过',
      onOk: () => approve.mutate(),
    });
  const askExport = () =>
    modal.confirm({
      title: '导出送国库的文件？',
      content: '文件含完整的收款账号，导出留痕；导出后批次视为已送国库，不能再作废。',
      okText: '导出',
      onOk: () => handOver.mutate(),
    });
  if (state === 'SETTLED' || state === 'CANCELLED' || (!prepares && !approves)) return null;
  const undecided = batch.items.some(({ check }) => check?.open);
  return (
    <>
      <Undecided
        error={state === 'DRAFT' ? approve.error : handOver.error}
        stands={({ field, code }) => {
          const of = batch.items.find(({ number }) => field === `payments.${number}`);
          // What was taken out or decided over since is refused no more.
          return of?.outcome !== 'REMOVED' && (code !== 'LAPSED' || of?.check?.open !== false);
        }}
      />
      <ActionBar hint={hintOf(state, own, kept, undecided)}>
        {state !== 'EXPORTED' && (
          <Button danger onClick={() => setDrawer('cancel')}>
            作废
          </Button>
        )}
        {state === 'DRAFT' && approves && (
          <MainButton disabled={own || kept} loading={approve.isPending} onClick={askApproval}>
            复核通过
          </MainButton>
        )}
        {state === 'APPROVED' && prepares && (
          <MainButton loading={handOver.isPending} onClick={askExport}>
            导出送国库
          </MainButton>
        )}
        {state === 'EXPORTED' && prepares && (
          <>
            <Button
              icon={<Icon name="download" size={16} />}
              loading={handOver.isPending}
              onClick={() => handOver.mutate()}
            >
              再次导出
            </Button>
            <MainButton onClick={() => setDrawer('results')}>导入支付结果</MainButton>
          </>
        )}
      </ActionBar>
      <ReasonDrawer
        open={drawer === 'cancel'}
        title="作废批次"
        intro={<p>作废后，其中的申请回到待支付，可列入新的批次。</p>}
        label="作废的原因"
        submitText="作废"
        danger
        onClose={() => setDrawer(undefined)}
        onSubmit={cancel}
      />
      <ResultsDrawer
        batch={batch}
        open={drawer === 'results'}
        onClose={() => setDrawer(undefined)}
        onDone={() => {
          setDrawer(undefined);
          void refresh();
        }}
      />
    </>
  );
}

function hintOf(state: PaymentBatch['state'], own: boolean, kept: boolean, undecided: boolean): string {
  if (state === 'DRAFT' && own) return '您是编制人，须由其他同事复核';
  if (state === 'DRAFT')
    return kept ? '有您决定仍予支付的申请，须由其他同事复核' : '请核对笔数、金额和收款企业';
  if (state === 'APPROVED')
    return undecided ? '有申请不再符合条件，须先作废批次再作决定' : '导出后送国库支付';
  return '国库支付后，导入结果文件登记';
}
