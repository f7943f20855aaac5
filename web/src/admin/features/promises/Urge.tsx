import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, useSubmit, type PromiseRow } from '@/shared/api';
import type { PromiseOf } from '@/shared/promise';
import { timeAgo } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { BOARDS } from './boards';

/** 催办: one click asks whoever has to answer. */
export function Urge({ of, row }: { of: PromiseOf; row: PromiseRow }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const { message } = App.useApp();
  const urge = useSubmit(
    (_: void, idempotencyKey) =>
      api.post(`${BOARDS[of].path}/{id}/urge`, {
        path: { id: row.id },
        query: BOARDS[of].query,
        idempotencyKey,
      }),
    {
      about: () => `urge ${row.id} ${row.urgedAt ?? ''}`,
      onSuccess: () =>
        void message.success(
          row.assigned
            ? '已催办，经办人会收到消息；由接口办理或经办人已不能办理的，该机构可办理的人员会收到'
            : '已催办，该机构可办理的人员会收到消息',
        ),
      onError: (error) => problems(error),
      onSettled: () => queries.invalidateQueries({ queryKey: ['promises', of] }),
    },
  );
  return (
    <>
      {(row.promise.state === 'RUNNING' || row.promise.broken) && (
        <Button
          size="small"
          loading={urge.isPending}
          aria-label={`催办 ${row.caseNumber}`}
          onClick={() => urge.mutate()}
        >
          催办
        </Button>
      )}
      {row.urgedAt && <span className={pageCss.sub}>{timeAgo(row.urgedAt)}催办过</span>}
    </>
  );
}
