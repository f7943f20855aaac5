import { CheckPage } from './CheckPage';

export default function SrdiCheckPage() {
  return <CheckPage kind="srdi" />;
}
