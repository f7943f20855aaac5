import type { CriterionView } from '@/shared/api';
import { checkedText, sentencesOf } from '@/shared/criteria/sentences';
import { figuresIn, Unverified } from '@/shared/ui';
import css from './Criteria.module.css';

/** Conditions as the document words them, numbered; those of one group are shown together. */
export function Criteria({ criteria }: { criteria: CriterionView[] }) {
  const sentences = sentencesOf(criteria);
  const groups = [...new Set(sentences.map((one) => one.group ?? ''))];
  return (
    <>
      {groups.map((group) => (
        <section key={group}>
          {group && <h3 className={css.group}>{group}</h3>}
          <ol className={css.criteria}>
            {sentences
              .filter((one) => (one.group ?? '') === group)
              .map((one, index) => (
                <li key={index}>
                  <span>
                    {figuresIn(one.text)}
                    {checkedText(one)} {!one.certain && <Unverified />}
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}
