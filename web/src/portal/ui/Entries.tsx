import { Link } from 'react-router';
import { Icon, inWords, type IconName } from '@/shared/ui';
import css from './Entries.module.css';

export interface Entry {
  to: string;
  icon: IconName;
  title: string;
  intro: string;
}

/** Ways from a part of the home page to its pages. */
export function Entries({ label, entries }: { label: string; entries: Entry[] }) {
  return (
    <ul className={css.entries} aria-label={label}>
      {entries.map(({ to, icon, title, intro }) => (
        <li key={to}>
          <Link to={to}>
            <Icon name={icon} size={32} />
            <span>
              <b>{title}</b>
              <span className={css.intro}>{inWords(intro)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
