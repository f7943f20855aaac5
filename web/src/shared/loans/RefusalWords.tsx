import { Link } from 'react-router';
import type { LoanApplication } from '../api';
import { refusalOf } from './application';

/** Why the bank refused, its reason before its words, and where else the enterprise may look. */
export function RefusalWords({ application }: { application: LoanApplication }) {
  const { reason, words } = refusalOf(application);
  return (
    <>
      <p>
        <b>审批不通过{reason && `：${reason}`}</b>
      </p>
      <p>{words}</p>
      <p>
        <Link to="/match">看看还符合哪些产品</Link>
      </p>
    </>
  );
}
