import type { CriterionView } from '@/shared/api';
import { partsOf } from '@/shared/criteria/parts';
import { checkedText, sentencesOf, type Sentence } from '@/shared/criteria/sentences';
import { Tiers } from '@/shared/criteria/Tiers';
import { figuresIn, Unverified, Whole, withoutPlace } from '@/shared/ui';
import css from './Criteria.module.css';

/** Conditions as the document or the bank words them; those of a choice, and the tiers of one measure, are shown together. */
export function Criteria({ criteria }: { criteria: CriterionView[] }) {
  return partsOf(sentencesOf(criteria)).map((part) =>
    'tiers' in part ? (
      <Tiers key={part.measure} {...part}>
        {(sentence) => <Clause sentence={sentence} />}
      </Tiers>
    ) : (
      <div key={part.title ?? ''}>
        {part.title && <p className={css.group}>{withoutPlace(part.title)}</p>}
        <ul className={css.clauses}>
          {part.sentences.map((sentence) => (
            <li key={sentence.text}>
              <Clause sentence={sentence} />
            </li>
          ))}
        </ul>
      </div>
    ),
  );
}

function Clause({ sentence }: { sentence: Sentence }) {
  return (
    <>
      <Whole>{figuresIn(sentence.text)}</Whole>
      {checkedText(sentence)} {!sentence.certain && <Unverified />}
    </>
  );
}
