import type { CriterionView } from '@/shared/api';
import { figuresIn, Unverified } from '@/shared/ui';
import css from './Criteria.module.css';

/** Conditions as the document words them, numbered; those of one group are shown together. */
export function Criteria({ criteria }: { criteria: CriterionView[] }) {
  const groups = [...new Set(criteria.map((one) => one.group ?? ''))];
  return (
    <>
      {groups.map((group) => (
        <section key={group}>
          {group && <h3 className={css.group}>{group}</h3>}
          <ol className={css.criteria}>
            {criteria
              .filter((one) => (one.group ?? '') === group)
              .map((one, index) => (
                <li key={index}>
                  <span>
                    {figuresIn(one.text)} {!one.certain && <Unverified />}
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}
