import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type PromiseView } from '@/shared/api';
import { ANSWER, isOpenPromise, type PromiseOf } from '@/shared/promise';
import { longDate } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_WORDS } from '@/shared/ui/reasons';
import { pageCss } from '../../ui/page';

interface Wish {
  /** As it was typed. */
  workingDays: string;
  reason: string;
}

/** A call-back is never given more time. */
export type Extendable = Exclude<PromiseOf, 'EVALUATION'>;

const PATHS = {
  LOAN: '/api/finance/applications/{id}/ask-extension',
  DEMAND: '/api/finance/demand-claims/{id}/ask-extension',
  COORDINATION: '/api/finance/recommendations/{id}/ask-extension',
  CLAIM: '/api/code/claims/{id}/ask-extension',
  DECLARATION: '/api/policy/declarations/{id}/ask-extension',
  REDEMPTION: '/api/policy/redemption/applications/{id}/ask-extension',
} as const satisfies Record<Extendable, string>;

/** Asks for more time: once, before the promised date is over, and somebody else approves. */
export function MoreTime({
  of,
  id,
  promise,
}: {
  of: Extendable;
  id: string;
  promise: PromiseView | undefined;
}) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  if (!promise || !isOpenPromise(promise) || promise.broken || promise.extended) return null;
  if (promise.extensionAsked) return <span className={pageCss.quiet}>延期申请等待审批</span>;
  const most = promise.workingDays;
  return (
    <>
      <Button onClick={() => setOpen(true)}>申请延期</Button>
      <FormDrawer<Wish>
        open={open}
        title="申请延期"
        // Below the case: to ask for time decides nothing, and takes no words away that are meant for the decision.
        keeps={`${id}.more-time`}
        submitText="提交审批"
        onClose={() => setOpen(false)}
        onSubmit={async ({ workingDays, reason }, idempotencyKey) => {
          await api.post(PATHS[of], {
            path: { id },
            body: { workingDays: Number(workingDays), reason: reason.trim() },
            idempotencyKey,
          });
          void message.success('已提交，负责人批准后生效');
          // The case says so wherever it is shown.
          await queries.invalidateQueries();
        }}
      >
        <p className={pageCss.note}>
          每件只能延期一次，由负责人（不能是申请人本人）批准后生效；批准后，对方会收到新的承诺日期（
          {ANSWER[of]}）和延期原因。
        </p>
        {promise.dueOn && (
          <Form.Item label={`现承诺日期（${ANSWER[of]}）`} required>
            <time dateTime={promise.dueOn}>{longDate(promise.dueOn)}</time>
          </Form.Item>
        )}
        <Form.Item
          name="workingDays"
          label="延长天数"
          extra={`最多 ${most} 个工作日`}
          rules={[
            { required: true, whitespace: true, message: '请填写延长天数' },
            {
              // A field of numbers would take 1e1 for ten.
              validator: (_, typed: string = '') =>
                !typed.trim() || (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most)
                  ? Promise.resolve()
                  : Promise.reject(new Error(`应为 1 到 ${most} 的整数`)),
            },
          ]}
        >
          <Input inputMode="numeric" suffix="个工作日" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="延期原因"
          rules={[
            { required: true, whitespace: true, message: '请填写延期原因' },
            { max: 200, message: '不超过 200 字' },
            enoughWords('延期原因'),
          ]}
        >
          <Input.TextArea
            rows={4}
            showCount
            maxLength={200}
            placeholder={`不少于 ${LEAST_WORDS} 字，对方会看到`}
          />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
