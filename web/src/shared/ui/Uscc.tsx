import css from './Uscc.module.css';

/** Where the groups of the standard begin: 2-6-9-1. */
const GROUPS = [0, 2, 8, 17];

/**
 * A unified social credit code in its groups, in one line to its check digit. The groups stand apart by their margin: what is
 * copied is the code as other systems take it.
 */
export function Uscc({ of: uscc }: { of: string }) {
  return (
    <span className={css.uscc}>
      {uscc.length === 18
        ? GROUPS.map((from, index) => <span key={from}>{uscc.slice(from, GROUPS[index + 1])}</span>)
        : uscc}
    </span>
  );
}
