import { Link } from 'react-router';
import { SECTION_INTROS, SECTIONS } from '@/shared/fairs/words';
import { Icon, type IconName } from '@/shared/ui';
import css from './finance.module.css';

const entries: { to: string; icon: IconName; title: string; intro: string }[] = [
  {
    to: '/finance/news?section=DIRECT_LINE',
    icon: 'phone',
    title: SECTIONS.DIRECT_LINE,
    intro: SECTION_INTROS.DIRECT_LINE,
  },
  {
    to: '/finance/activities',
    icon: 'calendar',
    title: '金融活动',
    intro: '银企对接、政策宣讲，在线报名、凭码签到',
  },
  {
    to: '/finance/news?section=INDUSTRY',
    icon: 'report',
    title: SECTIONS.INDUSTRY,
    intro: SECTION_INTROS.INDUSTRY,
  },
  {
    to: '/finance/news?section=FINANCING',
    icon: 'qizhi',
    title: SECTIONS.FINANCING,
    intro: SECTION_INTROS.FINANCING,
  },
];

/** The ways from 企融 on the home page, beside its products. */
export function FinanceEntries() {
  return (
    <ul className={css.entries} aria-label="金融服务">
      {entries.map(({ to, icon, title, intro }) => (
        <li key={to}>
          <Link to={to}>
            <Icon name={icon} size={32} />
            <span>
              <b>{title}</b>
              {intro}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
