import type { ProjectDetail } from '../api';
import { figuresIn } from '../ui/format';
import { Unverified } from '../ui/StatusTag';
import css from './declare.module.css';

interface Props {
  of: Pick<ProjectDetail, 'audience' | 'barring'>;
  /** What is done under it. */
  what: string;
}

/** Whom a project is for beside what its policy asks, in words; alternatives stand together. */
export function AudienceWords({ of: { audience, barring }, what }: Props) {
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

/** The same in place of the check of an enterprise, for whoever acts for none yet. */
export function UncheckedAudience({ of, what }: Props) {
  return (
    <>
      <AudienceWords of={of} what={what} />
      <p>登录并领取企业码后，可先查看本企业是否符合{of.audience.length > 0 ? '条件' : '政策条件'}。</p>
    </>
  );
}
