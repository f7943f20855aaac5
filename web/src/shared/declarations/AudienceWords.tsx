import type { ProjectDetail } from '../api';
import { partsOf } from '../criteria/parts';
import { sentencesOf, type Sentence } from '../criteria/sentences';
import { figuresIn } from '../ui/format';
import { Unverified } from '../ui/StatusTag';
import css from './declare.module.css';

interface Props {
  of: Pick<ProjectDetail, 'audience' | 'barring'>;
  /** What is done under it. */
  what: string;
}

/** Whom a project is for beside what its policy asks, in words; what may be chosen from stands together. */
export function AudienceWords({ of: { audience, barring }, what }: Props) {
  if (!audience.length) return barring ? <p>本项目仅限符合政策条件的企业{what}。</p> : null;
  return (
    <>
      <p>{barring ? '本项目仅限' : '本项目面向'}符合政策条件、并满足以下条件的企业：</p>
      <ul className={css.points}>
        {partsOf(sentencesOf(audience)).flatMap((part) =>
          'tiers' in part ? (
            <Line
              key={part.measure}
              title={`按${part.measure}分档`}
              sentences={part.tiers.map(({ tier, sentence }) => ({
                ...sentence,
                text: `${tier}，${sentence.text}`,
              }))}
            />
          ) : part.title ? (
            <Line key={part.title} {...part} />
          ) : (
            part.sentences.map((one) => <Line key={one.text} sentences={[one]} />)
          ),
        )}
      </ul>
    </>
  );
}

function Line({ title, sentences }: { title?: string; sentences: Sentence[] }) {
  return (
    <li>
      {title && `${title}：`}
      {sentences.map((one, at) => (
        <span key={one.text}>
          {at > 0 && '；'}
          {figuresIn(one.text)} {!one.certain && <Unverified />}
        </span>
      ))}
    </li>
  );
}

/** The same in place of the check of an enterprise, for whoever acts for none yet. */
export function UncheckedAudience({ of, what }: Props) {
  return (
    <>
      <AudienceWords of={of} what={what} />
      <p>登录并领取企业码后，可先查看本企业是否符合{of.audience.length > 0 ? '条件' : '政策条件'}。</p>
    </>
  );
}
