import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api, useMe, useSubmit, type EvaluationDetail } from '@/shared/api';
import { ANSWERS } from '@/shared/evaluations';
import { FormDrawer } from '@/shared/ui/antd';
import { ActionBar, MainButton } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict } from '../../ui/useConflict';
import { PublishDrawer } from './PublishDrawer';

interface Call {
  reached: boolean;
  words: string;
}

interface Answer {
  answer: 'REDONE' | 'EXPLAINED';
  words: string;
}

const SETTLED = ['GIVEN', 'EVALUATED_AGAIN', 'LAPSED'];

/** What is to be decided of who reads it, by what was decided so far. */
const HINTS: Record<EvaluationDetail['evaluation']['publication'], string> = {
  UNDECIDED: '请先查看内容是否适合公开；企业名称和电话等会遮盖，其他文字可以另外遮盖',
  PUBLISHED: '已公开；不适合公开的可以撤下',
  WITHHELD: '已定为不公开；适合公开的可以公开，企业名称和电话等会遮盖',
};

/** Whether it can be decided who reads it. */
export const isSettled = ({ state }: EvaluationDetail['evaluation']) => SETTLED.includes(state);

/** What can be done about an evaluation by who looks at it. */
export function EvaluationSteps({ detail }: { detail: EvaluationDetail }) {
  const { evaluation: one, answersFor, ownAnswer } = detail;
  const { can } = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<'call' | 'answer' | 'back' | 'publish'>();
  const conflict = useConflict([['evaluations']]);
  const refresh = () => queries.invalidateQueries({ queryKey: ['evaluations'] });
  const close = () => setOpen(undefined);
  const path = { id: one.id };
  const { version } = one;
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
  const decide = useSubmit(
    (what: 'pass' | 'withhold', idempotencyKey) =>
      api.post(`/api/ops/evaluations/{id}/${what}`, { path, body: { version }, idempotencyKey }),
    {
      about: (what) => `${what} ${one.id} ${version}`,
      onSuccess: () => void message.success('已处理'),
      onError: (error) => void conflict(error),
      onSettled: refresh,
    },
  );
  const ask = (what: 'pass' | 'withhold', title: string, content: string, okText: string) =>
    modal.confirm({
      title,
      content,
      okText,
      onOk: () => decide.mutateAsync(what).catch(() => undefined),
    });
  const answering = one.state === 'TO_ANSWER' && answersFor && can('ops.evaluation.handle');
  const reviewing = one.state === 'TO_REVIEW' && can('ops.evaluation.review') && !ownAnswer;
  const publishing = isSettled(one) && can('ops.evaluation.publish');
  return (
    <>
      {answering && (
        <ActionBar
          hint={
            one.anonymous
              ? '匿名评价不显示企业，请核查后整改或说明'
              : '先登记回访，再提交处理结果；处理结果经复核后告诉企业'
          }
        >
          {!one.anonymous && <Button onClick={() => setOpen('call')}>登记回访</Button>}
          <MainButton
            type="primary"
            disabled={!one.called && !one.anonymous}
            onClick={() => setOpen('answer')}
          >
            提交处理结果
          </MainButton>
        </ActionBar>
      )}
      {reviewing && (
        <ActionBar hint="通过后企业会收到处理结果，并可再次评价">
          <Button onClick={() => setOpen('back')}>退回重办</Button>
          <MainButton
            type="primary"
            loading={decide.isPending}
            onClick={() =>
              ask('pass', '通过这项处理结果？', '企业会收到处理结果，并可再次评价一次。', '确认通过')
            }
          >
            复核通过
          </MainButton>
        </ActionBar>
      )}
      {publishing && (
        <ActionBar hint={HINTS[one.publication]}>
          {one.publication === 'UNDECIDED' && (
            <Button
              loading={decide.isPending}
              onClick={() => ask('withhold', '不公开这项评价？', '公众看不到这项评价。', '确认不公开')}
            >
              不公开
            </Button>
          )}
          {one.publication === 'PUBLISHED' && (
            <Button
              danger
              loading={decide.isPending}
              onClick={() =>
                ask(
                  'withhold',
                  '撤下这项公开的评价？',
                  '撤下后公众看不到这项评价，之后可以再公开。',
                  '确认撤下',
                )
              }
            >
              撤下公开
            </Button>
          )}
          {one.publication !== 'PUBLISHED' && (
            <MainButton type="primary" onClick={() => setOpen('publish')}>
              公开评价
            </MainButton>
          )}
        </ActionBar>
      )}
      <PublishDrawer
        key={version}
        detail={detail}
        open={open === 'publish'}
        onClose={close}
        send={(publishing) => run('已公开', publishing)}
      />
      <FormDrawer<Call>
        open={open === 'call'}
        keeps={one.id}
        title="登记回访"
        submitText="保存回访记录"
        onClose={close}
        initialValues={{ reached: true }}
        onSubmit={(body, idempotencyKey) =>
          run('已登记回访', () =>
            api.post('/api/ops/evaluations/{id}/call', { path, body: { version, ...body }, idempotencyKey }),
          )
        }
      >
        <Form.Item name="reached" label="是否接通" rules={[{ required: true, message: '请选择是否接通' }]}>
          <Radio.Group
            options={[
              { value: true, label: '已与企业沟通' },
              { value: false, label: '未接通' },
            ]}
          />
        </Form.Item>
        <WordsField name="回访情况" />
      </FormDrawer>
      <FormDrawer<Answer>
        open={open === 'answer'}
        keeps={one.id}
        title="提交处理结果"
        submitText="提交复核"
        onClose={close}
        onSubmit={(body, idempotencyKey) =>
          run('已提交，等待复核', () =>
            api.post('/api/ops/evaluations/{id}/answer', {
              path,
              body: { version, ...body },
              idempotencyKey,
            }),
          )
        }
      >
        <Form.Item name="answer" label="处理方式" rules={[{ required: true, message: '请选择处理方式' }]}>
          <Radio.Group options={Object.entries(ANSWERS).map(([value, text]) => ({ value, label: text }))} />
        </Form.Item>
        <WordsField name="处理结果" extra="企业会看到；评价公开时一并公开，请勿写企业名称和个人信息" />
      </FormDrawer>
      <ReasonDrawer
        open={open === 'back'}
        keeps={one.id}
        title="退回重办"
        intro="退回后办理机构重新处理，承诺时限重新计算。"
        label="退回的原因"
        submitText="确认退回"
        onClose={close}
        onSubmit={(words) =>
          run('已退回', () =>
            api.post('/api/ops/evaluations/{id}/send-back', { path, body: { version, words } }),
          )
        }
      />
    </>
  );
}

const WordsField = ({ name, extra }: { name: string; extra?: string }) => (
  <Form.Item
    name="words"
    label={name}
    extra={extra}
    rules={[{ required: true, whitespace: true, message: `请填写${name}` }]}
  >
    <Input.TextArea rows={5} maxLength={1000} showCount />
  </Form.Item>
);
