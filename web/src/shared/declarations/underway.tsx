import { useState } from 'react';
import { problemText, type Declaration } from '../api';
import { Asked } from './Asked';
import { endedText } from '../policies/ended';
import { Icon } from '../ui/Icon';
import { DeclarationProgress } from './DeclarationProgress';
import css from './declare.module.css';
import { isTouchedByEnd } from './form';
import { useReceipt, useStep } from './queries';

export function Withdraw({ declaration, onDone }: { declaration: Declaration; onDone?: () => void }) {
  const [problem, setProblem] = useState<string>();
  const withdraw = useStep(declaration.id, 'withdraw', {
    onError: (error) => setProblem(error.message),
    onSuccess: onDone,
  });
  return (
    <Asked
      what="撤回申报"
      sure="确定撤回这份申报？撤回后不能恢复，申报期内可重新填写。"
      busy={withdraw.isPending}
      refused={problem}
      onSure={() => withdraw.mutate(declaration.version)}
    />
  );
}

/** How the policy ended under which it was handed in; nothing where that is over for its enterprise anyway. */
export function PolicyEnded({ of }: { of: Declaration }) {
  if (!of.policyEnd || !isTouchedByEnd(of)) return null;
  return (
    <p className={css.notice}>
      <Icon name="warning" size={18} />
      {endedText(of.policyEnd, `已受理的事项继续办理，请以${of.institutionName}的说明为准`)}
    </p>
  );
}

export function Progress({ declaration }: { declaration: Declaration }) {
  return (
    <section className={css.card} aria-labelledby="progress">
      <h2 id="progress">办理进度</h2>
      <DeclarationProgress of={declaration} />
    </section>
  );
}

/** What proves that it was handed in. */
export function ReceiptButton({ declaration }: { declaration: Declaration }) {
  const receipt = useReceipt(declaration.id);
  return (
    <p className={css.actions}>
      <button
        type="button"
        className={css.outline}
        disabled={receipt.isPending}
        onClick={() => receipt.mutate()}
      >
        {receipt.isPending ? '正在出具' : '下载提交回执（PDF）'}
      </button>
      {receipt.error && (
        <span className={css.bad} role="alert">
          {problemText(receipt.error)}
        </span>
      )}
    </p>
  );
}
