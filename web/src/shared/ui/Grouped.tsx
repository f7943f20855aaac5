import css from './Grouped.module.css';

/** A code in its groups, in one line to its end. The groups stand apart by their margin: what is copied is the code as other systems take it. */
export function Grouped({ groups }: { groups: string[] }) {
  return (
    <span className={css.grouped}>
      {groups.length > 1
        ? groups.map((group, index) => <span key={`${index} ${group}`}>{group}</span>)
        : groups[0]}
    </span>
  );
}
