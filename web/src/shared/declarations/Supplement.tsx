import { useState } from 'react';
import type { Declaration } from '../api';
import css from './declare.module.css';
import { FilledForm } from './FilledForm';
import { fieldsOf, flawsIn, flawsInContact } from './form';
import { useSupplement } from './queries';
import { Progress, ReceiptButton, Withdraw } from './underway';
import { useFilling } from './useFilling';

/** One that came back: what the department marked is mended, the rest stays as it was handed in. */
export function Supplement({ declaration }: { declaration: Declaration }) {
  const filling = useFilling(declaration);
  const [problem, setProblem] = useState<string>();
  const marks = Object.fromEntries(declaration.marked.map((mark) => [mark.key, mark.words ?? '']));
  // What is shown or hidden by a marked field goes with it.
  const may = new Set(Object.keys(marks));
  for (const field of fieldsOf(declaration.form))
    if (field.shownWhen && may.has(field.shownWhen.field)) may.add(field.key);
  const back = declaration.timeline.findLast((entry) => entry.kind === 'SENT_BACK');
  const supplement = useSupplement(declaration, {
    onSuccess: () => undefined,
    onError: (error) => {
      const flaws = filling.flawsOf(error);
      setProblem(flaws.length ? undefined : error.message);
      if (flaws.length) filling.refuse(flaws);
    },
  });
  const send = () => {
    setProblem(undefined);
    const flaws = [
      ...flawsIn(declaration.form, declaration.materials, filling.answers, filling.papers),
      ...flawsInContact(filling.contact),
    ];
    if (flaws.length) filling.refuse(flaws);
    else supplement.mutate(filling.filled);
  };
  return (
    <div className={css.page}>
      <section className={css.notice} aria-label="退回原因">
        <b>部门已退回，请补正</b>
        <p>{back?.note}</p>
        <p>只有标注的内容和联系方式可以修改；补正前办理时限暂停计算。</p>
        <ReceiptButton declaration={declaration} />
      </section>
      <FilledForm
        declaration={declaration}
        filling={filling}
        marks={marks}
        mayChange={(key) => may.has(key)}
      />
      {problem && (
        <p className={css.bad} role="alert">
          {problem}
        </p>
      )}
      <p className={`${css.actions} ${css.bar}`}>
        <button type="button" className={css.main} disabled={supplement.isPending} onClick={send}>
          提交补正
        </button>
        <Withdraw declaration={declaration} />
      </p>
      <Progress declaration={declaration} />
    </div>
  );
}
