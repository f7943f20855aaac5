import { isProblem, type LoanApplication } from '../api';
import { useCopy } from '../ui/useCopy';
import css from './Unsent.module.css';

/** Whether somebody else was quicker with what the bank asked for. */
export const isOvertaken = (error: Error) =>
  isProblem(error, 'VERSION_CONFLICT') || isProblem(error, 'STATE_CONFLICT');

/** What has become of an application while somebody wrote to its bank. */
export function overtakenText({ status, timeline }: Pick<LoanApplication, 'status' | 'timeline'>): string {
  if (status === 'NEED_MATERIAL') return '这笔申请刚有变化，您的说明没有送出；请核对银行的要求后再提交。';
  const kind = status === 'WITHDRAWN' ? 'WITHDRAWN' : 'MATERIAL_SUPPLIED';
  const who = timeline.findLast((step) => step.kind === kind)?.applicant ?? '同事';
  return `${who}已${kind === 'WITHDRAWN' ? '撤回这笔申请' : '补充材料并通知银行'}，您的说明没有送出。`;
}

/** Tells that the words were not sent, and keeps them to be copied where there is no form for them any more. */
export function Unsent({ application, words }: { application: LoanApplication; words: string }) {
  const { copied, copy } = useCopy(words);
  return (
    <>
      {overtakenText(application)}
      {application.status !== 'NEED_MATERIAL' && (
        <>
          <blockquote className={css.words}>{words}</blockquote>
          {copy && (
            <button type="button" className={css.copy} onClick={copy}>
              {copied ? '已复制' : '复制我的说明'}
            </button>
          )}
        </>
      )}
    </>
  );
}
