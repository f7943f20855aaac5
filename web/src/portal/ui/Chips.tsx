import { Link, useSearchParams } from 'react-router';
import { useCentred } from '@/shared/ui/useCentred';
import css from './Chips.module.css';

/** One filter as a row of links; its value is in the URL. */
export function Chips({
  name,
  label,
  options,
  all = '全部',
}: {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** What no choice is called: beside another row of chips of what all are meant. */
  all?: string;
}) {
  const [params] = useSearchParams();
  const chosen = params.get(name);
  const strip = useCentred<HTMLElement>(`${chosen} ${options.length}`);
  const href = (value?: string) => {
    const next = new URLSearchParams(params);
    next.delete('page');
    if (value) next.set(name, value);
    else next.delete(name);
    return `?${next.toString()}`;
  };
  return (
    <nav ref={strip} className={css.chips} aria-label={label}>
      <Link to={href()} preventScrollReset aria-current={chosen ? undefined : 'true'}>
        {all}
      </Link>
      {options.map((option) => (
        <Link
          key={option.value}
          to={href(option.value)}
          preventScrollReset
          aria-current={chosen === option.value ? 'true' : undefined}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  );
}
