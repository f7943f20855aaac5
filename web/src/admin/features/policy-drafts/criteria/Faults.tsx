import type { CriteriaFault } from '@/shared/api';
import css from './criteria.module.css';

export function Faults({ faults }: { faults: CriteriaFault[] }) {
  if (!faults.length) return null;
  return (
    <ul className={css.faults} role="alert">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.member}`}>{fault.message}</li>
      ))}
    </ul>
  );
}
