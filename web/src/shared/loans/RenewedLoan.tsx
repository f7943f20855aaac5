import { Link } from 'react-router';
import { NONE } from '../ui';
import { earlierLoanText } from './application';
import { useMyApplication } from './queries';

/** Which of its loans an enterprise renews, with the way to it. */
export function RenewedLoan({ id, path }: { id: string; path: string }) {
  const { data, isError } = useMyApplication(id);
  if (!data) return isError ? NONE : null;
  return <Link to={`${path}/${id}`}>{earlierLoanText(data)}</Link>;
}
