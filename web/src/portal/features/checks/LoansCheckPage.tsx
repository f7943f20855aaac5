import { CheckPage } from './CheckPage';

export default function LoansCheckPage() {
  return <CheckPage kind="loans" />;
}
