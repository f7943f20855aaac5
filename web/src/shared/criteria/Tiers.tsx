import type { ReactNode } from 'react';
import type { Part } from './parts';
import type { Sentence } from './sentences';
import css from './Tiers.module.css';

/** What is asked for in each tier of a measure, side by side. */
export function Tiers({
  measure,
  tiers,
  children,
}: Extract<Part, { measure: string }> & { children: (sentence: Sentence) => ReactNode }) {
  return (
    <table className={css.tiers}>
      <thead>
        <tr>
          <th scope="col">{measure}</th>
          <th scope="col">要求</th>
        </tr>
      </thead>
      <tbody>
        {tiers.map(({ tier, sentence }) => (
          <tr key={`${tier} ${sentence.text}`}>
            <th scope="row">{tier}</th>
            <td>{children(sentence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
