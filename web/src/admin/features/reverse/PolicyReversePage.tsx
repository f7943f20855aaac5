import { ReversePage } from './ReversePage';

export default function PolicyReversePage() {
  return <ReversePage kind="policies" />;
}
