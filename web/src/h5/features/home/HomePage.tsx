import { useBrand } from '@/shared/brand';

export default function HomePage() {
  const brand = useBrand();
  return <h1>{brand.name}</h1>;
}
