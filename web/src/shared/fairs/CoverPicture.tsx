import type { Article, Cover } from '../api';
import { Icon, type IconName } from '../ui/Icon';
import css from './CoverPicture.module.css';

const SIGNS: Record<Article['section'] | 'ACTIVITY', IconName> = {
  FINANCING: 'qizhi',
  INDUSTRY: 'report',
  DIRECT_LINE: 'phone',
  ACTIVITY: 'calendar',
};

/** The cover in a list; where there is none, the sign of what it is. */
export function CoverPicture({ of, kind }: { of: Cover | undefined; kind: keyof typeof SIGNS }) {
  if (of) return <WideCover of={of} />;
  return (
    <span className={css.none} aria-hidden>
      <Icon name={SIGNS[kind]} size={32} />
    </span>
  );
}

/** The cover itself, as wide as there is room. */
export const WideCover = ({ of: { id, words } }: { of: Cover }) => (
  <img className={css.cover} src={`/api/finance/covers/${id}`} alt={words} loading="lazy" />
);
