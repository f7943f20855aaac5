import type { ReactNode } from 'react';
import type { ExcludedPolicy, PolicyMatch } from '../api/types';
import css from './Exclusions.module.css';
import { quoted } from './format';
import { StatusTag, Unverified } from './StatusTag';

interface ExclusionsProps {
  match: Pick<PolicyMatch, 'code' | 'title' | 'excludes' | 'choice'>;
  /** Link to another policy, around its title in 《》. */
  link: (policy: ExcludedPolicy, text: string) => ReactNode;
}

/**
 * Policies that cannot be enjoyed together with a matched one, each with the clause that says so, and which of them is
 * proposed, or that it is for the enterprise to choose where nothing decides between them. The service names policies by their codes; a person reads titles.
 */
export function Exclusions({ match, link }: ExclusionsProps) {
  const { excludes, choice } = match;
  if (!excludes.length && !choice) return null;
  const titles = new Map([
    [match.code, match.title],
    ...excludes.map((one) => [one.code, one.title] as const),
  ]);
  const inFavourOf = excludes.find((one) => one.code === choice?.inFavourOf);
  const reason = choice?.reason.replace(/[A-Z]+\d+/g, (code) => {
    const title = titles.get(code);
    return title ? quoted(title) : code;
  });
  return (
    <div className={css.exclusions}>
      {choice && (
        <p className={choice.proposed && !choice.leftOpen ? css.proposed : css.instead}>
          <b>
            {choice.leftOpen ? (
              '只能选其一'
            ) : choice.proposed ? (
              '建议选择本项'
            ) : (
              <>建议改选{inFavourOf ? link(inFavourOf, quoted(inFavourOf.title)) : '另一项'}</>
            )}
          </b>
          ：{reason}
        </p>
      )}
      {excludes.length > 0 && (
        <ul>
          {excludes.map((one) => (
            <li key={one.code}>
              <p>
                不得同时享受{link(one, quoted(one.title))}
                <StatusTag
                  of="matchOutcome"
                  // Results kept before groups were told have the outcome alone.
                  value={one.group ?? (one.outcome === 'NEARLY' && one.beginsOn ? 'UPCOMING' : one.outcome)}
                />{' '}
                {!one.certain && <Unverified />}
              </p>
              <p className={css.clause}>
                {one.clause}
                {one.place && <span>（{one.place}）</span>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
