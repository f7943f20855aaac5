import type { CriterionView } from '@/shared/api';
import { partsOf } from '@/shared/criteria/parts';
import { checkedText, sentencesOf, type Sentence } from '@/shared/criteria/sentences';
import { Tiers } from '@/shared/criteria/Tiers';
import { figuresIn, Unverified, Whole, withoutPlace } from '@/shared/ui';
import css from './Criteria.module.css';

/** Conditions as the document words them, numbered where there are several; those of one group, and the tiers of one measure, are shown together. */
export function Criteria({ criteria }: { criteria: CriterionView[] }) {
  return (
    <>
      {partsOf(sentencesOf(criteria)).map((part) =>
        'tiers' in part ? (
          <Tiers key={part.measure} {...part}>
            {(sentence) => <Clause sentence={sentence} />}
          </Tiers>
        ) : (
          <section key={part.title ?? ''}>
            {part.title && <h3 className={css.group}>{withoutPlace(part.title)}</h3>}
            <ol className={part.sentences.length > 1 ? css.criteria : `${css.criteria} ${css.only}`}>
              {part.sentences.map((sentence) => (
                <li key={sentence.text}>
                  <Clause sentence={sentence} />
                </li>
              ))}
            </ol>
          </section>
        ),
      )}
    </>
  );
}

function Clause({ sentence }: { sentence: Sentence }) {
  return (
    <span>
      <Whole>{figuresIn(sentence.text)}</Whole>
      {checkedText(sentence)} {!sentence.certain && <Unverified />}
    </span>
  );
}
