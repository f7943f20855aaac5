import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { isProblem, type ProblemError } from '@/shared/api';
import { useProblems } from '@/shared/ui/antd';

/** Whether someone else was quicker: the case is not what the person saw when they decided. */
export function isConflict(error: unknown): error is ProblemError {
  return isProblem(error, 'VERSION_CONFLICT') || isProblem(error, 'STATE_CONFLICT');
}

/**
 * Tells a failed decision. If two people met on the same case it says so in a dialog with what has become of the case
 * meanwhile, and the page shows the case afresh; everything else goes the common way.
 */
export function useConflict(refresh: QueryKey[], now?: () => Promise<ReactNode>) {
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const problems = useProblems();
  return async (error: unknown): Promise<void> => {
    if (!isConflict(error)) return problems(error);
    const state = await now?.().catch(() => undefined);
    modal.warning({
      title: '这件事项已有处理结果',
      content: (
        <>
          <p>
            您打开后，这件事项有了新的处理结果（由申请企业、另一位工作人员，或您在另一个窗口作出），本次操作没有生效。
          </p>
          {state}
        </>
      ),
      okText: '查看最新情况',
      onOk: () => Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey }))),
    });
  };
}
