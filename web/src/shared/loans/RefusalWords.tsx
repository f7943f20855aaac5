import type { LoanApplication } from '../api';
import { refusalOf } from './application';

/** Why the bank refused, its reason before its words. */
export function RefusalWords({ application }: { application: LoanApplication }) {
  const { reason, words } = refusalOf(application);
  return (
    <>
      <p>
        <b>审批不通过{reason && `：${reason}`}</b>
      </p>
      <p>{words}</p>
    </>
  );
}
