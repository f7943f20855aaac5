import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, useMe, useSubmit, type PaymentReturn, type Redemption } from '@/shared/api';
import { dateTimeText, StatusTag, yuanExact } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { pageCss, Panel } from '../../ui/page';
import { WAITING } from '../../waiting';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict } from '../../ui/useConflict';
import css from './redemptions.module.css';

const KEY = ['console-redemptions'];

/** 支付退回: money that was paid and came back, told by one and confirmed by another; shown to those who pay. */
export function Returns({ redemption }: { redemption: Redemption }) {
  const { can } = useMe();
  const pays = can('policy.payment.prepare') || can('policy.payment.approve');
  const { id, status } = redemption;
  const query = useQuery({
    queryKey: [...KEY, 'returns', id],
    queryFn: ({ signal }) =>
      api.get('/api/policy/redemption/returns', { query: { applicationId: id, size: 20 }, signal }),
    enabled: pays && redemption.timeline.some(({ kind }) => kind === 'PAID'),
  });
  const told = query.data?.items ?? [];
  const open = told.some((one) => one.state === 'OPEN');
  if (!query.isSuccess || (!told.length && !(status === 'PAID' && can('policy.payment.prepare'))))
    return null;
  return (
    <Panel title="支付退回">
      {told.map((one) => (
        <Told key={one.id} it={one} />
      ))}
      {status === 'PAID' && !open && can('policy.payment.prepare') && <Tell redemption={redemption} />}
    </Panel>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: KEY }),
      queries.invalidateQueries({ queryKey: WAITING }),
    ]);
}

function Tell({ redemption }: { redemption: Redemption }) {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const submit = async (body: { reference: string; reason: string }, idempotencyKey: string) => {
    await api.post('/api/policy/redemption/applications/{id}/returns', {
      path: { id: redemption.id },
      body: { reference: body.reference.trim(), reason: body.reason.trim() },
      idempotencyKey,
    });
    void message.success('已登记，等待同事确认');
    await refresh();
  };
  return (
    <>
      <p>
        <Button onClick={() => setOpen(true)}>登记退回</Button>
      </p>
      <FormDrawer<{ reference: string; reason: string }>
        open={open}
        title="登记支付退回"
        submitText="登记"
        onClose={() => setOpen(false)}
        onSubmit={submit}
      >
        {() => (
          <>
            <p>国库退回的 {yuanExact(redemption.amount)} 由登记人以外的同事确认后，转为待重新支付。</p>
            <Form.Item
              name="reference"
              label="退回流水号"
              rules={[
                { required: true, whitespace: true, message: '请填写退回流水号' },
                { max: 64, message: '不超过 64 字' },
              ]}
            >
              <Input />
            </Form.Item>
            <Form.Item
              name="reason"
              label="退回的原因"
              rules={[
                { required: true, whitespace: true, message: '请填写退回的原因' },
                { max: 200, message: '不超过 200 字' },
                enoughWords('退回的原因'),
              ]}
            >
              <Input.TextArea
                rows={3}
                showCount
                maxLength={200}
                placeholder={`${LEAST_HINT}，企业可以看到`}
              />
            </Form.Item>
          </>
        )}
      </FormDrawer>
    </>
  );
}

type Way = 'confirm' | 'refuse';

/** One that was told, with its decision where the reader can make it. */
export function Told({ it, onDecided }: { it: PaymentReturn; onDecided?: () => void }) {
  const { me, can } = useMe();
  const { message, modal } = App.useApp();
  const [refusing, setRefusing] = useState(false);
  const refresh = useRefresh();
  const conflict = useConflict([KEY]);
  const decide = useSubmit(
    ({ way, reason }: { way: Way; reason?: string }, idempotencyKey) =>
      api.post(`/api/policy/redemption/returns/{id}/${way}` as '/api/policy/redemption/returns/{id}/refuse', {
        path: { id: it.id },
        body: { version: it.version, reason } as { version: number; reason: string },
        idempotencyKey,
      }),
    { about: ({ way }) => `${way} ${it.id} ${it.version}` },
  );
  const run = async (way: Way, reason?: string) => {
    try {
      await decide.mutateAsync({ way, reason });
      void message.success(
        way === 'confirm' ? '已确认退回，等待更正账户后重新支付' : '已不予确认，仍为已支付',
      );
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await refresh();
    onDecided?.();
  };
  const may = it.state === 'OPEN' && can('policy.payment.approve') && it.toldBy !== me?.accountId;
  return (
    <div className={pageCss.note}>
      <p>
        <StatusTag of="returnState" value={it.state} /> <b>{yuanExact(it.amount)}</b>，{it.reason}
      </p>
      <p>
        申请 {it.applicationNumber}，退回流水号 {it.reference}，批次 {it.batchNumber}
      </p>
      <p>
        {it.teller}登记于 <time dateTime={it.toldAt}>{dateTimeText(it.toldAt)}</time>
        {it.decider && (
          <>
            ；{it.decider}处理于 <time dateTime={it.decidedAt}>{dateTimeText(it.decidedAt)}</time>
          </>
        )}
        {it.answer && `：${it.answer}`}
      </p>
      {may && (
        <p className={css.decide}>
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() =>
              modal.confirm({
                title: `确认 ${yuanExact(it.amount)} 已退回国库？`,
                content: '确认后申请转为“已退回”，资金仍为该企业保留，更正账户后列入新的批次。',
                okText: '确认退回',
                onOk: () => run('confirm').catch(conflict),
              })
            }
          >
            确认退回
          </Button>
          <Button onClick={() => setRefusing(true)}>不予确认</Button>
        </p>
      )}
      {it.state === 'OPEN' && it.toldBy === me?.accountId && <p>须由您以外的同事确认。</p>}
      <ReasonDrawer
        open={refusing}
        title="不予确认退回"
        intro={<p>申请仍为“已支付”，可再次登记退回。</p>}
        label="不予确认的原因"
        submitText="不予确认"
        onClose={() => setRefusing(false)}
        onSubmit={(reason) => run('refuse', reason)}
      />
    </div>
  );
}
