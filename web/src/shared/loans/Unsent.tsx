import { isProblem, type LoanApplication } from '../api';
import { useCopy } from '../ui/useCopy';
import css from './Unsent.module.css';

/** Whether somebody else was quicker with what the bank asked for. */
export const isOvertaken = (error: Error) =>
  isProblem(error, 'VERSION_CONFLICT') || isProblem(error, 'STATE_CONFLICT');

/** What ends the wait for material, in words. */
const BECAME: Partial<Record<LoanApplication['timeline'][number]['kind'], (who: string) => string>> = {
  MATERIAL_SUPPLIED: (who) => `${who}已补充材料并通知银行`,
  WITHDRAWN: (who) => `${who}已撤回这笔申请`,
  APPROVED: () => '银行已答复这笔申请',
  REFUSED: () => '银行已答复这笔申请',
};

/** What has become of an application while somebody wrote to its bank: by what came last since the bank asked. */
export function overtakenText({ status, timeline }: Pick<LoanApplication, 'status' | 'timeline'>): string {
  if (status === 'NEED_MATERIAL') return '这笔申请刚有变化，您的补充没有送出；请核对银行的要求后再提交。';
  const asked = timeline.findLastIndex((step) => step.kind === 'MATERIAL_ASKED');
  const became = timeline
    .slice(asked + 1)
    .flatMap((step) => BECAME[step.kind]?.(step.applicant ?? '同事') ?? []);
  return `${became.at(-1) ?? '这笔申请刚有变化'}，您的补充没有送出。`;
}

/** Tells that the words were not sent, and keeps them to be copied where there is no form for them any more. */
export function Unsent({ application, words }: { application: LoanApplication; words: string }) {
  const { copied, copy, byHand } = useCopy(words);
  return (
    <>
      {overtakenText(application)}
      {words && application.status !== 'NEED_MATERIAL' && (
        <>
          <blockquote className={css.words}>{words}</blockquote>
          {copy && (
            <button type="button" className={css.copy} onClick={copy}>
              {copied ? '已复制' : '复制我的说明'}
            </button>
          )}
          {byHand}
        </>
      )}
    </>
  );
}
