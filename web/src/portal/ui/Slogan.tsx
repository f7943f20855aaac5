import { useBrand } from '@/shared/brand';

/** The brand's slogan, broken before its last clause rather than in the middle of a word. */
export function Slogan() {
  const { slogan } = useBrand();
  const cut = slogan.lastIndexOf('，');
  if (cut < 0) return slogan;
  return (
    <>
      {slogan.slice(0, cut + 1)}
      <br />
      {slogan.slice(cut + 1)}
    </>
  );
}
