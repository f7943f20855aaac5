/**
 * Where a thing stands in the portal and in H5. Messages, and what people pass on, name one address; each app leads from it to its
 * own page of the same thing. A test holds this against the pages of both and against the links that messages carry.
 */

type Addresses = readonly (readonly [portal: string, phone: string])[];

/** The same page at two addresses. */
const TWICE: Addresses = [
  ['/code', '/my/code'],
  ['/code/claim', '/claim'],
  ['/code/claims', '/my/claims'],
  ['/code/card', '/my/card'],
  ['/code/consents', '/my/consents'],
  ['/code/readings', '/my/readings'],
  ['/code/scans', '/my/scans'],
  ['/center', '/me'],
  ['/center/enterprise', '/my/enterprise'],
  ['/center/members', '/my/members'],
  ['/center/profile', '/my/profile'],
  ['/center/favourites', '/my/favourites'],
  ['/center/applications', '/my/applications'],
  ['/center/applications/:id', '/my/applications/:id'],
  ['/center/coordination', '/my/coordination'],
  ['/center/coordination/new', '/my/coordination/new'],
  ['/center/coordination/:id', '/my/coordination/:id'],
  ['/center/demands', '/my/demands'],
  ['/center/demands/new', '/my/demands/new'],
  ['/center/demands/:id', '/my/demands/:id'],
  ['/center/evaluations', '/my/evaluations'],
  ['/center/evaluations/:id', '/my/evaluations/:id'],
  ['/center/activities', '/my/activities'],
  ['/center/messages', '/messages'],
  ['/center/messages/:id', '/messages/:id'],
  ['/center/message-settings', '/message-settings'],
  ['/center/account', '/account'],
  ['/center/security', '/security'],
];

/** What the portal shows on a page of its own, and H5 as a part of another. */
const PART_OF_PHONE: Addresses = [
  ['/search', '/policies'],
  ['/code/claims/:id/edit', '/my/claims/:id'],
  ['/center/profile/edit', '/my/profile'],
  ['/center/favourites/products', '/my/favourites'],
  ['/center/declarations', '/declarations'],
  ['/center/redemptions', '/redemptions'],
];

/** And the other way about. */
const PART_OF_PORTAL: Addresses = [
  ['/code/claims', '/my/claims/:id'],
  // No page of H5's: what messages about an admission have always named.
  ['/center/admission', '/my/admission'],
];

/** The portal's alone, and as good on a phone: H5 opens them as they are. */
const AS_THEY_ARE: readonly string[] = [
  '/sign-in',
  '/sign-in/wechat',
  '/register',
  '/join',
  '/set-password',
  '/forgot-password',
  '/account-closed',
  '/authorize',
  '/terms',
  '/notices',
  '/notices/:id',
  '/evaluations',
  '/center/admission',
];

/** The portal's alone, to be filled in, printed or programmed by at a desk. */
const AT_A_COMPUTER: readonly string[] = ['/code/letter', '/center/openapi', '/center/openapi/guide'];

/** H5's alone: they need a camera in the hand. */
const BY_PHONE: readonly string[] = ['/scan', '/s/:token'];

/** Pages of the console that messages to staff name and that are no enterprise's. */
const OF_CONSOLE: readonly string[] = [
  '/admissions',
  '/applications/:id',
  '/claims/:id',
  '/coordination/cases/:id',
  '/coordination/recommendations/:id',
  '/demands/:id',
  '/evaluations/:id',
  '/exports',
  '/notifications/:id',
  '/objections',
  '/openapi',
  '/products',
  '/promises',
];

/** Of the portal, and under no such address of H5. */
export const PORTAL_ALONE: readonly string[] = [
  ...[...TWICE, ...PART_OF_PHONE].map(([portal]) => portal),
  ...AS_THEY_ARE,
  ...AT_A_COMPUTER,
];

/** Of H5, and under no such address of the portal. */
export const PHONE_ALONE: readonly string[] = [
  ...TWICE.map(([, phone]) => phone),
  '/my/claims/:id',
  ...BY_PHONE,
];

export type Place =
  /** A page of H5, by its address there. */
  | { at: 'phone'; path: string }
  /** A page of the portal that a phone shows well. */
  | { at: 'portal'; path: string }
  /** A page for a computer, by its address on this site. */
  | { at: 'computer'; path: string };

/** Where H5 leads from an address that is none of its own; nowhere if nobody has such a page. */
export function placeOnPhone(link: string): Place | undefined {
  const path = translated(link, TWICE, 0) ?? translated(link, PART_OF_PHONE, 0);
  if (path) return { at: 'phone', path };
  const portal = translated(link, PART_OF_PORTAL, 1) ?? link;
  if (isOneOf(AS_THEY_ARE, portal)) return { at: 'portal', path: portal };
  if (isOneOf(AT_A_COMPUTER, portal)) return { at: 'computer', path: portal };
  return isOneOf(OF_CONSOLE, link) ? { at: 'computer', path: `/admin${link}` } : undefined;
}

/** The portal's page of what an address names: the address itself where it is the portal's, never one of another site. */
export const portalPath = (link: string): string =>
  translated(link, PART_OF_PORTAL, 1) ??
  translated(link, TWICE, 1) ??
  (/^\/(?!\/)/.test(link) ? link : '/center');

/** Whether a link leads to one of the pages; what stands behind the path of it does not matter. */
export const isOneOf = (routes: readonly string[], link: string): boolean => {
  const [path] = apart(link);
  return routes.some((route) => formOf(route).test(path));
};

function translated(link: string, addresses: Addresses, from: 0 | 1): string | undefined {
  const [path, rest] = apart(link);
  for (const pair of addresses) {
    const found = formOf(pair[from]).exec(path);
    if (found) return pair[1 - from]!.replace(/:\w+/, found[1] ?? '') + rest;
  }
  return undefined;
}

const formOf = (route: string) => new RegExp(`^${route.replace(/\/:\w+/g, '/([^/]+)')}$`);

/** Path and what stands behind it. */
function apart(link: string): [path: string, rest: string] {
  const path = link.replace(/[?#].*$/, '');
  return [path.replace(/(.)\/$/, '$1'), link.slice(path.length)];
}
