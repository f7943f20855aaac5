import type { CriterionView } from '@/shared/api';
import { checkedText, sentencesOf, type Sentence } from '@/shared/criteria/sentences';
import { figuresIn, Unverified } from '@/shared/ui';
import css from './Criteria.module.css';

/** Published conditions, those of one group as alternatives. */
export function Criteria({
  title,
  criteria,
  none,
  level: Heading = 'h3',
}: {
  title: string;
  criteria: CriterionView[];
  /** What is said where none was published. */
  none: string;
  /** `h2` where no box with a title of its own is around it. */
  level?: 'h2' | 'h3';
}) {
  const sentences = sentencesOf(criteria);
  const groups = new Set(sentences.map((one) => one.group).filter(Boolean));
  const single = sentences.filter((one) => !one.group);
  return (
    <section className={css.criteria}>
      <Heading>{title}</Heading>
      {criteria.length === 0 && <p>{none}</p>}
      <ul>
        {single.map((one, index) => (
          <Item key={index} one={one} />
        ))}
        {[...groups].map((group) => (
          <li key={group}>
            <p>满足下列一项即可</p>
            <ul>
              {sentences
                .filter((one) => one.group === group)
                .map((one, index) => (
                  <Item key={index} one={one} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ one }: { one: Sentence }) {
  return (
    <li>
      {figuresIn(one.text)}
      {checkedText(one)} {!one.certain && <Unverified />}
    </li>
  );
}
