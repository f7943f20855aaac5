import type { CriterionView } from '@/shared/api';
import { partsOf } from '@/shared/criteria/parts';
import { checkedText, sentencesOf, type Sentence } from '@/shared/criteria/sentences';
import { figuresIn, Unverified } from '@/shared/ui';
import css from './Criteria.module.css';

/** Published conditions; those of a choice, and the tiers of a measure, stand under what they are. */
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
  return (
    <section className={css.criteria}>
      <Heading>{title}</Heading>
      {criteria.length === 0 && <p>{none}</p>}
      <ul>
        {partsOf(sentencesOf(criteria)).flatMap((part) => {
          if (!('tiers' in part) && !part.title)
            return part.sentences.map((one) => <Item key={one.text} one={one} />);
          const under = 'tiers' in part ? `按${part.measure}分档` : part.title;
          return (
            <li key={under}>
              <p>{under}</p>
              <ul>
                {'tiers' in part
                  ? part.tiers.map(({ tier, sentence }) => (
                      <Item key={tier} one={{ ...sentence, text: `${tier}：${sentence.text}` }} />
                    ))
                  : part.sentences.map((one) => <Item key={one.text} one={one} />)}
              </ul>
            </li>
          );
        })}
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
