import { ReversePage } from './ReversePage';

export default function ProductReversePage() {
  return <ReversePage kind="products" />;
}
