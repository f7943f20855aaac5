import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, useMe, useSubmit, type DemandClaim, type FinancingDemand } from '@/shared/api';
import { numberText, todayText, yuanAsWan } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { DayField, dayRule } from '@/shared/ui/antd/DayField';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { ActionBar, MainButton } from '../../ui/page';
import { isConflict, useConflict } from '../../ui/useConflict';
import { within } from '../../ui/within';
import { MoreTime } from '../promises/MoreTime';
import { amountOf, typedAmount } from '../applications/rules';
import { HowItem, RateItem, TermItem } from '../applications/TermItems';

interface OfferForm {
  productId: string;
  amount: number;
  rate: number;
  termMonths: number;
  until: Dayjs;
  words?: string;
}

/**
 * What the bank does with a demand: claim it, make an offer, or give it back. Who claimed it answers it, or who assigns at the bank in
 * their place, who may claim nothing themselves.
 */
export function ClaimSteps({ demand, claims }: { demand: FinancingDemand; claims: boolean }) {
  const { me, can } = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<'offer' | 'back'>();
  const conflict = useConflict([['demands']]);
  const refresh = () => queries.invalidateQueries({ queryKey: ['demands'] });
  const own = demand.claims.find(({ bankId }) => bankId === me?.institution?.id);
  const mine = own ?? (claims ? demand.claims[0] : undefined);
  const claim = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/finance/demands/{id}/claim', { path: { id: demand.id }, idempotencyKey }),
    {
      about: () => `claim ${demand.id}`,
      onSuccess: () => void message.success('已认领，请在承诺时限内报价或退回'),
      onError: (error) => void conflict(error),
      onSettled: refresh,
    },
  );
  const run = async (done: string, send: () => Promise<unknown>) => {
    try {
      await send();
      void message.success(done);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await refresh();
  };
  if (demand.status !== 'OPEN') return null;
  if (!mine) {
    if (!claims) return null;
    return (
      <ActionBar hint="认领后在承诺时限内报价，或写明原因退回；一项需求本机构只认领一次">
        <MainButton
          type="primary"
          loading={claim.isPending}
          onClick={() =>
            modal.confirm({
              title: '认领这项融资需求？',
              content: '认领后企业会收到通知，本机构承诺在 3 个工作日内答复。',
              okText: '确认认领',
              onOk: () => claim.mutateAsync().catch(() => undefined),
            })
          }
        >
          认领需求
        </MainButton>
      </ActionBar>
    );
  }
  if (mine.status !== 'CLAIMED') return null;
  if (mine.officerId !== me?.accountId && !can('finance.application.assign')) {
    return <ActionBar hint={`该需求由${mine.officerName}认领，由其答复；需要换人的，请本机构负责人答复`} />;
  }
  const close = () => setOpen(undefined);
  const path = { id: mine.id };
  const { version } = mine;
  return (
    <>
      <ActionBar hint="请按承诺时限报价；不能支持的，选择原因退回">
        <MoreTime of="DEMAND" id={mine.id} promise={mine.promise} />
        <Button onClick={() => setOpen('back')}>退回</Button>
        <MainButton type="primary" onClick={() => setOpen('offer')}>
          报价
        </MainButton>
      </ActionBar>
      <OfferDrawer
        open={open === 'offer'}
        demand={demand}
        claim={mine}
        onClose={close}
        onSubmit={({ until, ...offer }, idempotencyKey) =>
          run('已报价，企业会收到通知', () =>
            api.post('/api/finance/demand-claims/{id}/offer', {
              path,
              body: { version, ...offer, until: until.format('YYYY-MM-DD') },
              idempotencyKey,
            }),
          )
        }
      />
      <GiveBackDrawer
        open={open === 'back'}
        onClose={close}
        onSubmit={(body, idempotencyKey) =>
          run('已退回', () =>
            api.post('/api/finance/demand-claims/{id}/give-back', {
              path,
              body: { version, ...body },
              idempotencyKey,
            }),
          )
        }
      />
    </>
  );
}

function OfferDrawer({
  open,
  demand,
  claim,
  onClose,
  onSubmit,
}: {
  open: boolean;
  demand: FinancingDemand;
  claim: DemandClaim;
  onClose: () => void;
  onSubmit: (offer: OfferForm, idempotencyKey: string) => Promise<unknown>;
}) {
  const products = useQuery({
    queryKey: ['products', 'of-bank', claim.bankId],
    queryFn: ({ signal }) =>
      api.get('/api/finance/products', { query: { bankId: claim.bankId, size: 100 }, signal }),
    enabled: open,
  });
  const [today] = useState(todayText);
  return (
    <FormDrawer<OfferForm>
      open={open}
      title="报价"
      submitText="提交报价"
      onClose={onClose}
      onSubmit={onSubmit}
      initialValues={{
        amount: demand.amount,
        termMonths: demand.termMonths,
        until: dayjs(demand.expiresOn),
      }}
    >
      <Form.Item name="productId" label="产品" rules={[{ required: true, message: '请选择产品' }]}>
        <Select
          placeholder="请选择"
          loading={products.isPending}
          options={(products.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <Form.Item
        name="amount"
        label="金额"
        extra={`需求 ${yuanAsWan(demand.amount)}，不超过 ${numberText(demand.amount)} 元`}
        rules={[{ required: true, message: '请填写报价金额' }, within(0.01, demand.amount, 2)]}
      >
        <InputNumber<number>
          style={{ width: '100%' }}
          suffix="元"
          formatter={typedAmount}
          parser={amountOf}
        />
      </Form.Item>
      <RateItem />
      <TermItem wanted={demand.termMonths} />
      <Form.Item
        name="until"
        label="报价有效期至"
        extra="到期未选定的自动失效"
        rules={[{ required: true, message: '请选择报价有效期' }, dayRule(today, demand.expiresOn)]}
      >
        <DayField style={{ width: '100%' }} first={today} last={demand.expiresOn} />
      </Form.Item>
      <HowItem />
    </FormDrawer>
  );
}

interface BackForm {
  reasonCode: string;
  words?: string;
}

function GiveBackDrawer({
  open,
  onClose,
  onSubmit,
}: {
  open: boolean;
  onClose: () => void;
  onSubmit: (body: BackForm, idempotencyKey: string) => Promise<unknown>;
}) {
  const reasons = useQuery({
    queryKey: ['give-back-reasons'],
    queryFn: ({ signal }) => api.get('/api/finance/give-back-reasons', { signal }),
    staleTime: 5 * 60_000,
    enabled: open,
  });
  return (
    <FormDrawer<BackForm>
      open={open}
      title="退回需求"
      submitText="退回"
      onClose={onClose}
      onSubmit={onSubmit}
    >
      {(form) => (
        <>
          <Form.Item
            name="reasonCode"
            label="退回原因"
            rules={[{ required: true, message: '请选择退回原因' }]}
          >
            <Select
              placeholder="请选择"
              loading={reasons.isPending}
              options={(reasons.data ?? []).map(({ code, label }) => ({ value: code, label }))}
            />
          </Form.Item>
          <Form.Item
            name="words"
            label="补充说明"
            dependencies={['reasonCode']}
            extra="企业会看到"
            rules={[
              enoughWords('补充说明'),
              {
                validator: (_, words?: string) =>
                  form.getFieldValue('reasonCode') === 'OTHER' && !words?.trim()
                    ? Promise.reject(new Error('请填写具体原因'))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount placeholder={`选填，${LEAST_HINT}`} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}
