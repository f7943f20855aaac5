import { useState } from 'react';
import type { Declaration } from '../api';
import css from './declare.module.css';
import { FilledForm } from './FilledForm';
import { fieldsOf, flawsIn, flawsInContact, inOrder, together } from './form';
import { useSupplement, useSupplementCheck } from './queries';
import { PolicyEnded, Progress, ReceiptButton, Withdraw } from './underway';
import { useFilling } from './useFilling';
import { useKeptAs, useSupplementDraft } from './useSupplementDraft';

/** One that came back: what the department marked is mended, the rest stays as it was handed in. */
export function Supplement({ declaration }: { declaration: Declaration }) {
  const [problem, setProblem] = useState<string>();
  const marks = Object.fromEntries(declaration.marked.map((mark) => [mark.key, mark.words ?? '']));
  // What is shown or hidden by a marked field goes with it.
  const may = new Set(Object.keys(marks));
  for (const field of fieldsOf(declaration.form))
    if (field.shownWhen && may.has(field.shownWhen.field)) may.add(field.key);
  const kept = useSupplementDraft(declaration, may);
  const filling = useFilling(kept.begun);
  const { answers, papers, contact } = filling;
  useKeptAs({ answers, papers, contact }, kept.save);
  const { form, materials } = declaration;
  const back = declaration.timeline.findLast((entry) => entry.kind === 'SENT_BACK');
  const supplement = useSupplement(declaration, {
    onSuccess: kept.clear,
    onError: (error) => {
      const flaws = filling.flawsOf(error);
      setProblem(flaws.length ? undefined : error.message);
      if (flaws.length) filling.refuse(inOrder(flaws, form, materials));
    },
  });
  const handingIn = supplement.isPending || supplement.isSuccess;
  const { wrong, wrongNow } = useSupplementCheck(declaration, filling.filled, kept.found, handingIn);
  const send = async () => {
    setProblem(undefined);
    const flaws = [
      ...flawsIn(form, materials, filling.answers, filling.papers),
      ...flawsInContact(filling.contact),
    ];
    if (!flaws.length) return supplement.mutate(filling.filled);
    // It is not handed in, and so the service has to be asked for its part of the list.
    const said = filling.flawsAt(await wrongNow());
    return filling.refuse(inOrder(together(flaws, said), form, materials));
  };
  return (
    <div className={css.page}>
      <PolicyEnded of={declaration} />
      <section className={css.notice} aria-label="退回原因">
        <b>部门已退回，请补正</b>
        <p>{back?.note}</p>
        <p>只有标注的内容和联系方式可以修改；补正前办理时限暂停计算。</p>
        <ReceiptButton declaration={declaration} />
      </section>
      <p className={css.saving} role="status">
        {kept.found && '已载入上次填写的内容。'}补正内容随填随存在本机，提交补正后部门才能看到。
      </p>
      <FilledForm
        declaration={declaration}
        filling={filling}
        found={filling.flawsAt(wrong)}
        marks={marks}
        mayChange={(key) => may.has(key)}
      />
      {problem && (
        <p className={css.bad} role="alert">
          {problem}
        </p>
      )}
      <p className={`${css.actions} ${css.bar}`}>
        <button
          type="button"
          className={css.main}
          disabled={supplement.isPending}
          onClick={() => void send()}
        >
          提交补正
        </button>
        <Withdraw declaration={declaration} onDone={kept.clear} />
      </p>
      <Progress declaration={declaration} />
    </div>
  );
}
