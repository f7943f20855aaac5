import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, ProblemError, useMe, useSubmit, type PromiseRow } from '@/shared/api';
import type { PromiseOf } from '@/shared/promise';
import { dateText, longDate } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import css from './BoardPage.module.css';

/** Whether more time is approved; by somebody else than who asks for it. */
export function Decision({
  of,
  row,
  path,
  query,
}: {
  of: PromiseOf;
  row: PromiseRow;
  path: '/api/finance/promises' | '/api/code/promises' | '/api/policy/promises';
  query: { kind?: 'DEMAND_ANSWER' | 'COORDINATION_ANSWER' | 'REDEMPTION' };
}) {
  const { me } = useMe();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const problems = useProblems();
  const [refusing, setRefusing] = useState(false);
  const decide = useSubmit(
    (body: { approved: boolean; words?: string }, idempotencyKey) =>
      api.post(`${path}/{id}/decide-extension`, { path: { id: row.id }, query, body, idempotencyKey }),
    {
      about: ({ approved }) => `extension ${row.id} ${approved} ${row.extension?.askedAt ?? ''}`,
      onSuccess: (_, { approved }) =>
        void message.success(
          approved ? '已批准延期，提出人和企业会收到消息' : '未批准，承诺日期不变，提出人会收到原因',
        ),
      // Not waited for: what was pressed is over, whatever becomes of the lists.
      onSettled: () => void queries.invalidateQueries({ queryKey: ['promises', of] }),
    },
  );
  /** What somebody else decided, or what is over, is not tried again. */
  const told = (error: unknown) => {
    if (!(error instanceof ProblemError) || error.status !== 409) throw error;
    problems(error);
  };
  const { extension } = row;
  if (!extension) return null;
  const ask = () =>
    modal.confirm({
      title: `批准延期 ${extension.workingDays} 个工作日？`,
      content: `${row.caseNumber}，原因：${extension.reason}。批准后对方会收到新的日期和原因，不能再次延期。`,
      okText: '批准延期',
      onOk: () => decide.mutateAsync({ approved: true }).catch((error: unknown) => problems(error as Error)),
    });
  const before = extension.refusedBefore;
  const own = extension.askedBy === me?.accountId;
  return (
    <div className={css.asked}>
      <span className={pageCss.sub}>
        {extension.askedByName}申请延期 {extension.workingDays} 个工作日：{extension.reason}
      </span>
      {before && (
        <span className={pageCss.sub}>
          此前已有一次申请未获批准：{longDate(dateText(before.decidedAt))}，{before.decidedByName}
          不批准延期 {before.workingDays} 个工作日，原因：{before.words}
        </span>
      )}
      {own ? (
        <span className={pageCss.sub}>须由其他负责人审批</span>
      ) : (
        <>
          <Button size="small" type="primary" aria-label={`批准延期 ${row.caseNumber}`} onClick={ask}>
            批准延期
          </Button>{' '}
          <Button size="small" aria-label={`不批准延期 ${row.caseNumber}`} onClick={() => setRefusing(true)}>
            不批准
          </Button>
        </>
      )}
      <ReasonDrawer
        open={refusing}
        title="不批准延期"
        intro="承诺日期不变，申请延期的人会收到下面的原因。"
        label="不批准的原因"
        submitText="确认不批准"
        onClose={() => setRefusing(false)}
        onSubmit={(words) => decide.mutateAsync({ approved: false, words }).catch(told)}
      />
    </div>
  );
}
