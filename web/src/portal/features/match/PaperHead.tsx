import { useMe } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { BrandMark } from '@/shared/ui';
import css from './PaperHead.module.css';

/** On paper the head of the site is missing: whose result it is and where it comes from is said here. */
export function PaperHead() {
  const { name } = useBrand();
  const enterprise = useMe().me?.enterprise;
  return (
    <div className={css.head}>
      <p>
        <BrandMark size={24} /> {name}
      </p>
      {enterprise && (
        <p>
          <b>{enterprise.name}</b> <span className="zq-num">{enterprise.uscc}</span>
        </p>
      )}
    </div>
  );
}
