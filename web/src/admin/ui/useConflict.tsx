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
  return useTold(refresh, now, (state, afresh, modal) =>
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
      onOk: afresh,
    }),
  );
}

/**
 * The same for what staff keep between them (a tag, a calendar): no enterprise has a part in it.
 *
 * @param what it is called, as in "这个标签"
 */
export function useThingConflict(what: string, refresh: QueryKey[]) {
  return useTold(refresh, undefined, (_, afresh, modal) =>
    modal.warning({
      title: `${what}已有变化`,
      content: `您打开后，另一位工作人员（或您在另一个窗口）改动过${what}，本次操作没有生效。`,
      okText: '查看最新情况',
      onOk: afresh,
    }),
  );
}

/**
 * The same for what two people write: what was typed stays on the page until its author takes the other's in its place.
 *
 * @param what it is called, as in "这份政策草稿"
 * @param now who saved last, and when
 * @param load puts the other's into the form, where that does not follow from what is asked afresh
 */
export function useWritingConflict(
  what: string,
  refresh: QueryKey[],
  now?: () => Promise<ReactNode>,
  load?: () => Promise<unknown>,
) {
  return useTold(refresh, now, (state, afresh, modal) =>
    modal.confirm({
      title: `${what}已被别人改过`,
      content: (
        <>
          {state ?? <p>您打开后，另一位工作人员（或您在另一个窗口）保存过{what}，或改变了它的状态。</p>}
          <p>您写的内容没有保存，还在本页上。载入最新内容会替换本页未保存的修改，需要保留的请先复制。</p>
          <p>
            <a href={globalThis.location.href} target="_blank" rel="noreferrer">
              在新窗口查看最新内容
            </a>
          </p>
        </>
      ),
      okText: '载入最新内容',
      cancelText: '继续编辑',
      onOk: () => afresh().then(load),
    }),
  );
}

type Modal = ReturnType<typeof App.useApp>['modal'];

function useTold(
  refresh: QueryKey[],
  now: (() => Promise<ReactNode>) | undefined,
  tell: (state: ReactNode, afresh: () => Promise<unknown>, modal: Modal) => unknown,
) {
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const problems = useProblems();
  return async (error: unknown): Promise<void> => {
    if (!isConflict(error)) return problems(error);
    const state = await now?.().catch(() => undefined);
    tell(state, () => Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey }))), modal);
  };
}
