import { SECTION_INTROS, SECTIONS } from '@/shared/fairs/words';
import { Entries, type Entry } from '../../ui/Entries';

const entries: Entry[] = [
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
  return <Entries label="金融服务" entries={entries} />;
}
