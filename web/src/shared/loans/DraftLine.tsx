import { useEffect, type ReactNode } from 'react';
import { problemText } from '../api';
import { Asked } from '../declarations/Asked';
import { dateTimeText } from '../ui/format';
import { openAlreadyText } from './application';
import { useNextLoan } from './queries';
import { useDiscardLoanDraft, type KeptDraft, type Keeping } from './useKeptDraft';
import css from './DraftLine.module.css';

const STATE: Record<Keeping, string> = {
  none: '填写的内容会自动保存为草稿，可在其他设备上继续填写。',
  waiting: '正在填写…',
  saving: '正在保存草稿…',
  saved: '草稿已保存',
  failed: '草稿没有保存',
  conflict: '这份草稿已在别处修改（同事或另一个窗口），这里填写的内容还没有保存。',
  gone: '这份草稿已在别处提交或放弃，这里填写的内容还没有保存。',
};

/** The way to an application, in the app that shows the line. */
type ToOpen = (id: string, text: string) => ReactNode;

/** Where it was handed in, by its number. */
function OpenInstead({ productId, toOpen }: { productId: string; toOpen: ToOpen }) {
  const { data, refetch } = useNextLoan(productId);
  // It was asked when the form was opened.
  useEffect(() => void refetch(), [refetch]);
  const open = data?.openApplication;
  return (
    open && (
      <>
        {openAlreadyText(open)}，{toOpen(open.applicationId, '查看这笔申请')}。
      </>
    )
  );
}

/** How the draft of a loan application stands, what its enterprise has to know about it, and the way to give it up. */
export function DraftLine({
  productId,
  kept,
  toOpen,
  onTheirs,
  onGone,
}: {
  productId: string;
  kept: KeptDraft;
  toOpen: ToOpen;
  /** The form starts anew with what somebody else saved. */
  onTheirs: () => void;
  onGone: () => void;
}) {
  const { state, draft, error } = kept;
  const discard = useDiscardLoanDraft(productId, kept, onGone);
  const theirs = () => {
    kept.yieldHere();
    onTheirs();
  };
  return (
    <div className={css.told}>
      {draft?.productSuspended && <p>该产品已暂停受理新申请，现在不能提交；草稿仍会保留。</p>}
      {draft?.productChanged && <p>该产品的内容在草稿保存后有更新，请核对额度、期限等要求。</p>}
      {kept.contactOf && <p>草稿由{kept.contactOf}保存，留的是其账号手机号；联系人已改为您本人，请核对。</p>}
      {kept.dropped && <p>草稿已在别处修改，本机此前没能保存的填写未采用。</p>}
      <div className={css.line}>
        <span role="status">
          {STATE[state]}
          {state === 'saved' && draft && (
            <>
              {' '}
              <time dateTime={draft.savedAt}>{dateTimeText(draft.savedAt)}</time>（{draft.savedBy}）
            </>
          )}
          {state === 'failed' && `：${problemText(error)}。填写的内容留在本机，会再次保存。`}
          {state === 'gone' && <OpenInstead productId={productId} toOpen={toOpen} />}
        </span>
        {state === 'failed' && (
          <button type="button" className={css.plain} onClick={() => void kept.save()}>
            重试
          </button>
        )}
        {state === 'conflict' && (
          <button type="button" className={css.plain} onClick={theirs}>
            载入最新草稿
          </button>
        )}
        {(state === 'conflict' || state === 'gone') && (
          <button type="button" className={css.plain} onClick={() => void kept.insist()}>
            保存这里的填写
          </button>
        )}
        {state !== 'none' && state !== 'conflict' && (
          <Asked
            what="放弃草稿"
            sure="确定放弃这份草稿？填写的内容将无法找回。"
            busy={discard.isPending}
            onSure={() => discard.mutate()}
          />
        )}
        {discard.error && (
          <span className={css.bad} role="alert">
            {problemText(discard.error)}
          </span>
        )}
      </div>
    </div>
  );
}
