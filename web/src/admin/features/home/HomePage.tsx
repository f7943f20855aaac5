import { useMe } from '@/shared/api';

export default function HomePage() {
  const { me } = useMe();
  return <h1>{me?.name}，您好</h1>;
}
