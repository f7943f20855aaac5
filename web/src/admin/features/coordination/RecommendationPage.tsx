import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, useMe, type Recommendation } from '@/shared/api';
import { dropDecisionDrafts } from '@/shared/api/drafts';
import { AnswerState, CONSENT_ENDED, CREDIT_KINDS } from '@/shared/coordination';
import { dateTimeText, Definition, DemoTag, Loaded, termText, Uscc, yuanAsWan } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { isConflict, useConflict } from '../../ui/useConflict';
import { within } from '../../ui/within';
import { amountOf, typedAmount } from '../applications/rules';
import { HowItem, RateItem, TermItem } from '../applications/TermItems';
import { MoreTime } from '../promises/MoreTime';
import { Answer } from './CasePage';

/** One enterprise that was recommended to a bank, and what the bank answers. */
export default function RecommendationPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['coordination', 'recommendations', 'one', id],
    queryFn: ({ signal }) => api.get('/api/finance/recommendations/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(one) => <Detail one={one} />}
    </Loaded>
  );
}

function Detail({ one }: { one: Recommendation }) {
  const { can, me } = useMe();
  const answers = can('finance.coordination.answer') && !!me?.institution && one.answer.status === 'PENDING';
  return (
    <div className={pageCss.page}>
      <PageHead
        title={one.enterpriseName}
        tags={
          <>
            <AnswerState of={one.answer} />
            {one.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>申报编号 {one.number}</span>
            <span>推荐于 {dateTimeText(one.answer.recommendedAt)}</span>
          </>
        }
      />
      <Panel title="融资需求">
        <Definition
          items={[
            { label: '统一社会信用代码', value: <Uscc of={one.uscc} /> },
            { label: '镇街', value: one.townName },
            { label: '金额', value: yuanAsWan(one.amount) },
            { label: '期限', value: termText(one.termMonths) },
            { label: '用途', value: one.purpose },
            { label: '贷款方式', value: CREDIT_KINDS[one.creditKind] },
            ...(one.contactShared
              ? [
                  { label: '联系人', value: one.contactName, sensitive: true },
                  { label: '联系电话', value: one.contactPhone, sensitive: true },
                  { label: '说明', value: one.words, wide: true },
                ]
              : [{ label: '联系方式', value: CONSENT_ENDED }]),
          ]}
        />
      </Panel>
      <Answer answer={one.answer} />
      {answers && <AnswerSteps one={one} />}
    </div>
  );
}

interface GrantForm {
  amount: number;
  rate: number;
  termMonths: number;
  words?: string;
}

interface RefuseForm {
  reasonCode: string;
  words: string;
}

/** The bank grants, refuses with its reason, or says that it serves the enterprise already. */
function AnswerSteps({ one }: { one: Recommendation }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useConflict([['coordination']]);
  const [open, setOpen] = useState<'grant' | 'refuse' | 'served'>();
  const reasons = useQuery({
    queryKey: ['refusal-reasons'],
    queryFn: ({ signal }) => api.get('/api/finance/refusal-reasons', { signal }),
    staleTime: 5 * 60_000,
    enabled: open === 'refuse',
  });
  const close = () => setOpen(undefined);
  const path = { id: one.answer.id };
  const { version } = one.answer;
  const run = async (send: () => Promise<unknown>) => {
    let decided = true;
    try {
      await send();
      dropDecisionDrafts(path.id);
      void message.success('已答复，企业和金融办会收到通知');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
      decided = false;
    }
    await queries.invalidateQueries({ queryKey: ['coordination'] });
    return decided;
  };
  return (
    <>
      <ActionBar hint="请在承诺时限内答复；不能授信的写明原因">
        <MoreTime of="COORDINATION" id={one.answer.id} promise={one.answer.promise} />
        <Button onClick={() => setOpen('served')}>已有服务</Button>
        <Button onClick={() => setOpen('refuse')}>不予授信</Button>
        <MainButton type="primary" onClick={() => setOpen('grant')}>
          同意授信
        </MainButton>
      </ActionBar>
      <FormDrawer<GrantForm>
        open={open === 'grant'}
        title="同意授信"
        submitText="提交授信"
        onClose={close}
        initialValues={{ amount: one.amount, termMonths: one.termMonths }}
        onSubmit={({ words, ...granted }, idempotencyKey) =>
          run(() =>
            api.post('/api/finance/recommendations/{id}/grant', {
              path,
              body: { version, ...granted, words: words?.trim() || undefined },
              idempotencyKey,
            }),
          )
        }
      >
        <Form.Item
          name="amount"
          label="授信额度"
          extra={`需求 ${yuanAsWan(one.amount)}`}
          rules={[{ required: true, message: '请填写授信额度' }, within(0.01, one.amount, 2)]}
        >
          <InputNumber<number>
            style={{ width: '100%' }}
            suffix="元"
            formatter={typedAmount}
            parser={amountOf}
          />
        </Form.Item>
        <RateItem />
        <TermItem wanted={one.termMonths} />
        <HowItem />
      </FormDrawer>
      <FormDrawer<RefuseForm>
        keeps={path.id}
        open={open === 'refuse'}
        title="不予授信"
        submitText="确认不予授信"
        danger
        onClose={close}
        onSubmit={({ reasonCode, words }, idempotencyKey) =>
          run(() =>
            api.post('/api/finance/recommendations/{id}/refuse', {
              path,
              body: { version, reasonCode, words: words.trim() },
              idempotencyKey,
            }),
          )
        }
      >
        <Form.Item
          name="reasonCode"
          label="原因"
          rules={[{ required: true, message: '请选择不予授信的原因' }]}
        >
          <Select
            placeholder="请选择"
            loading={reasons.isPending}
            options={(reasons.data ?? []).map(({ code, label }) => ({ value: code, label }))}
          />
        </Form.Item>
        <WordsItem label="具体原因" missing="请填写具体原因" />
      </FormDrawer>
      <FormDrawer<{ words: string }>
        keeps={path.id}
        open={open === 'served'}
        title="已有服务"
        submitText="确认已有服务"
        onClose={close}
        onSubmit={({ words }, idempotencyKey) =>
          run(() =>
            api.post('/api/finance/recommendations/{id}/already-served', {
              path,
              body: { version, words: words.trim() },
              idempotencyKey,
            }),
          )
        }
      >
        <p className={pageCss.note}>本机构已为该企业提供贷款等服务、不再新增授信的，写明现有服务。</p>
        <WordsItem label="现有服务" missing="请说明现有服务" />
      </FormDrawer>
    </>
  );
}

const WordsItem = ({ label, missing }: { label: string; missing: string }) => (
  <Form.Item
    name="words"
    label={label}
    extra="企业会看到"
    rules={[
      { required: true, whitespace: true, message: missing },
      { max: 500, message: '不超过 500 字' },
      enoughWords(label),
    ]}
  >
    <Input.TextArea rows={4} maxLength={500} showCount placeholder={LEAST_HINT} />
  </Form.Item>
);
