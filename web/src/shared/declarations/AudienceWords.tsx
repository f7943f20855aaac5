import type { ProjectDetail } from '../api';
import { figuresIn } from '../ui/format';
import { Unverified } from '../ui/StatusTag';
import css from './declare.module.css';

/** Whom a project is for beside what its policy asks, in words; alternatives stand together. `what`: what is done under it. */
export function AudienceWords({
  of: { audience, barring },
  what,
}: {
  of: Pick<ProjectDetail, 'audience' | 'barring'>;
  what: string;
}) {
  if (!audience.length) return barring ? <p>本项目仅限符合政策条件的企业{what}。</p> : null;
  const parts = [...new Set(audience.map((one, index) => one.group ?? `${index}`))].map((part) =>
    audience.filter((one, index) => (one.group ?? `${index}`) === part),
  );
  return (
    <>
      <p>{barring ? '本项目仅限' : '本项目面向'}符合政策条件、并满足以下条件的企业：</p>
      <ul className={css.points}>
        {parts.map((part, index) => (
          <li key={index}>
            {part.length > 1 && '组合条件：'}
            {part.map((one, at) => (
              <span key={at}>
                {at > 0 && '；'}
                {figuresIn(one.text)} {!one.certain && <Unverified />}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
