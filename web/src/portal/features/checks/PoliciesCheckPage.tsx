import { CheckPage } from './CheckPage';

export default function PoliciesCheckPage() {
  return <CheckPage kind="policies" />;
}
