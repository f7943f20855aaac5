import { isOneOf, PHONE_ALONE, placeOnPhone, PORTAL_ALONE } from '@/shared/places';
import { routes } from '../../routes';

/** Pages of the portal and of H5, by their routes; a test holds them against the tables of both. */
export const EVERYWHERE: readonly string[] = [
  '/',
  '/policies',
  '/policies/:id',
  '/express',
  '/declarations',
  '/declarations/projects/:id',
  '/declarations/:id',
  '/redemptions',
  '/redemptions/projects/:id',
  '/redemptions/projects/:id/apply',
  '/redemptions/:id',
  '/loans',
  '/loans/compare',
  '/loans/calculator',
  '/loans/advice',
  '/loans/:id',
  '/loans/:id/apply',
  '/finance/news',
  '/finance/news/:id',
  '/finance/activities',
  '/finance/activities/:id',
  '/checks',
  '/checks/policies',
  '/checks/loans',
  '/checks/srdi',
  '/match',
  '/match/results/:resultId',
  '/match/report',
  '/match/on',
  '/report-check',
  '/code/about',
];

const ofConsole = routes.map((route) => route.path);

/** Whether some page has that address, for those who are told: people of enterprises come to no page of the console. */
export const isKnown = (link: string, target: 'ENTERPRISES' | 'INSTITUTIONS' | 'ACCOUNTS') =>
  isOneOf([...EVERYWHERE, ...PORTAL_ALONE, ...PHONE_ALONE], link) ||
  (target !== 'ENTERPRISES' && isOneOf(ofConsole, link));

/** Whether those who read it on their phones are told to open the page at a computer. */
export function isForComputers(link: string): boolean {
  const place = placeOnPhone(link);
  if (place) return place.at === 'computer';
  return isOneOf(ofConsole, link) && !isOneOf([...EVERYWHERE, ...PHONE_ALONE], link);
}
