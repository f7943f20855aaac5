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

/** Only the portal has them: who reads a message in H5 comes to no page there. */
export const PORTAL_ONLY: readonly string[] = [
  '/sign-in',
  '/sign-in/wechat',
  '/register',
  '/join',
  '/set-password',
  '/forgot-password',
  '/account-closed',
  '/authorize',
  '/terms',
  '/search',
  '/notices',
  '/notices/:id',
  '/evaluations',
  '/code',
  '/code/letter',
  '/code/claim',
  '/code/claims',
  '/code/claims/:id/edit',
  '/code/card',
  '/code/consents',
  '/code/readings',
  '/code/scans',
  '/center',
  '/center/enterprise',
  '/center/admission',
  '/center/members',
  '/center/profile',
  '/center/profile/edit',
  '/center/openapi',
  '/center/openapi/guide',
  '/center/declarations',
  '/center/favourites',
  '/center/favourites/products',
  '/center/redemptions',
  '/center/applications',
  '/center/applications/:id',
  '/center/coordination',
  '/center/coordination/new',
  '/center/coordination/:id',
  '/center/demands',
  '/center/demands/new',
  '/center/demands/:id',
  '/center/evaluations',
  '/center/evaluations/:id',
  '/center/activities',
  '/center/messages',
  '/center/messages/:id',
  '/center/message-settings',
  '/center/account',
  '/center/security',
];

/** The portal leads from the most of them to a page of its own. */
export const PHONE_ONLY: readonly string[] = [
  '/my/activities',
  '/my/code',
  '/my/card',
  '/my/consents',
  '/my/readings',
  '/my/scans',
  '/my/coordination',
  '/my/coordination/new',
  '/my/coordination/:id',
  '/my/demands',
  '/my/demands/new',
  '/my/demands/:id',
  '/my/evaluations',
  '/my/evaluations/:id',
  '/my/favourites',
  '/scan',
  '/s/:token',
  '/claim',
  '/my/enterprise',
  '/my/claims',
  '/my/claims/:id',
  '/my/profile',
  '/my/applications',
  '/my/applications/:id',
  '/my/members',
  '/messages',
  '/messages/:id',
  '/security',
  '/message-settings',
  '/account',
  '/me',
];

const form = (route: string) => new RegExp(`^${route.replace(/\/:\w+/g, '/[^/]+')}$`);

/** An address as routes know it: without what stands behind the path. */
const pathOf = (link: string) => link.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');

const isOneOf = (known: readonly string[], link: string) => {
  const path = pathOf(link);
  return known.some((route) => form(route).test(path));
};

const ofConsole = routes.map((route) => route.path);

/** Whether some page has that address, for those who are told: people of enterprises come to no page of the console. */
export const isKnown = (link: string, target: 'ENTERPRISES' | 'INSTITUTIONS' | 'ACCOUNTS') =>
  isOneOf(EVERYWHERE, link) ||
  isOneOf(PORTAL_ONLY, link) ||
  isOneOf(PHONE_ONLY, link) ||
  (target !== 'ENTERPRISES' && isOneOf(ofConsole, link));

/** Whether those who read it on their phones are led to a page that H5 has not got. */
export const isForComputers = (link: string) =>
  isOneOf(PORTAL_ONLY, link) && !isOneOf(EVERYWHERE, link) && !isOneOf(PHONE_ONLY, link);
