import type { Account } from './platform';

/** Who opens a page: an account, or nobody who has signed in. */
type Reader = Account | 'anybody';

/** Where a page whose address has a part that changes is opened: by the journey that makes what it shows. */
interface Elsewhere {
  journey: `${string}.spec.ts`;
}

/** Several readers where a page shows each of them something else. */
type Pages = Record<string, Reader | Reader[] | Elsewhere>;

/** Every page of the portal; a test holds this against its table of routes. */
export const PORTAL: Pages = {
  '/': 'anybody',
  '/sign-in': 'anybody',
  '/sign-in/wechat': 'anybody',
  '/register': 'anybody',
  '/join': 'anybody',
  '/set-password': 'anybody',
  '/forgot-password': 'anybody',
  '/authorize': 'anybody',
  '/terms': 'anybody',
  '/search': 'anybody',
  '/policies': 'anybody',
  '/policies/:id': { journey: 'portal.spec.ts' },
  '/declarations': 'qiye',
  '/declarations/projects/:id': { journey: 'declaration.spec.ts' },
  '/declarations/:id': { journey: 'declaration.spec.ts' },
  '/loans': 'anybody',
  '/loans/compare': 'anybody',
  '/loans/calculator': 'anybody',
  '/loans/advice': 'qiye',
  '/loans/:id': { journey: 'portal.spec.ts' },
  '/loans/:id/apply': { journey: 'loan.spec.ts' },
  '/checks': 'anybody',
  '/checks/policies': ['anybody', 'qiye'],
  '/checks/loans': 'anybody',
  '/checks/srdi': ['anybody', 'qiye'],
  '/match': 'qiye',
  '/match/results/:resultId': { journey: 'match.spec.ts' },
  '/match/report': 'qiye',
  '/match/on': 'qiye',
  '/report-check': 'anybody',
  '/code': 'qiye',
  '/code/about': 'anybody',
  '/code/letter': 'anybody',
  '/code/claim': 'qiye',
  '/code/claims': 'qiye',
  '/code/claims/:id/edit': { journey: 'claims.spec.ts' },
  '/code/card': 'qiye',
  '/code/consents': 'qiye',
  '/code/readings': 'qiye',
  '/code/scans': 'qiye',
  '/center': 'qiye',
  '/center/enterprise': 'qiye',
  '/center/admission': 'qiye',
  '/center/members': 'qiye',
  '/center/profile': 'qiye',
  '/center/profile/edit': 'qiye',
  '/center/openapi': 'qiye',
  '/center/openapi/guide': 'qiye',
  '/center/declarations': 'qiye',
  '/center/favourites': 'qiye',
  '/center/favourites/products': 'qiye',
  '/center/applications': 'qiye',
  '/center/applications/:id': { journey: 'loan.spec.ts' },
  '/center/demands': 'qiye',
  '/center/demands/new': 'qiye',
  '/center/demands/:id': { journey: 'demand.spec.ts' },
  '/center/messages': 'qiye',
  '/center/messages/:id': { journey: 'claims.spec.ts' },
  '/center/account': 'qiye',
  '/center/security': 'qiye',
};

/** Every page of H5. */
export const PHONE: Pages = {
  '/': 'anybody',
  '/policies': 'anybody',
  '/policies/:id': { journey: 'h5.spec.ts' },
  '/loans': 'anybody',
  '/loans/compare': 'anybody',
  '/loans/calculator': 'anybody',
  '/loans/advice': 'qiye',
  '/code/about': 'anybody',
  '/loans/:id': { journey: 'h5.spec.ts' },
  '/loans/:id/apply': { journey: 'h5.spec.ts' },
  '/my/code': 'qiye',
  '/my/card': 'qiye',
  '/my/consents': 'qiye',
  '/my/readings': 'qiye',
  '/my/scans': 'qiye',
  '/my/demands': 'qiye',
  '/my/demands/new': 'qiye',
  '/my/demands/:id': { journey: 'demand.spec.ts' },
  '/my/favourites': 'qiye',
  '/scan': 'qiye',
  '/s/:token': { journey: 'h5-services.spec.ts' },
  '/claim': 'qiye',
  '/my/enterprise': 'qiye',
  '/my/claims': 'qiye',
  '/my/claims/:id': { journey: 'h5-claim.spec.ts' },
  '/checks': 'anybody',
  '/checks/policies': ['anybody', 'qiye'],
  '/checks/loans': 'anybody',
  '/checks/srdi': ['anybody', 'qiye'],
  '/match': 'qiye',
  '/match/results/:resultId': { journey: 'match.spec.ts' },
  '/match/report': 'qiye',
  '/match/on': 'qiye',
  '/report-check': 'anybody',
  '/my/profile': 'qiye',
  '/declarations': 'qiye',
  '/declarations/projects/:id': { journey: 'declaration.spec.ts' },
  '/declarations/:id': { journey: 'declaration.spec.ts' },
  '/my/applications': 'qiye',
  '/my/applications/:id': { journey: 'h5.spec.ts' },
  '/my/members': 'qiye',
  '/messages': 'qiye',
  '/messages/:id': { journey: 'h5.spec.ts' },
  '/security': 'qiye',
  '/account': 'qiye',
  '/me': 'qiye',
};

/** Every page of the console. */
export const CONSOLE: Pages = {
  '/': 'yunying',
  '/messages': 'yunying',
  '/security': 'yunying',
  '/promises': ['jinrongban', 'yunying', 'jianhangfuze'],
  '/claims': 'yunying',
  '/claims/:id': { journey: 'office.spec.ts' },
  '/codes': 'yunying',
  '/service-codes': 'yunying',
  '/service-codes/:id/print': { journey: 'h5-services.spec.ts' },
  '/code-about': 'yunying',
  '/scan': 'guanyuan',
  '/scan/history': 'guanyuan',
  '/enterprises': 'yunying',
  '/enterprises/:id': { journey: 'office.spec.ts' },
  '/applications': 'jinrongban',
  '/applications/:id': { journey: 'office.spec.ts' },
  '/demands': ['jinrongban', 'yinhang'],
  '/demands/:id': { journey: 'demand.spec.ts' },
  '/products': 'jinrongban',
  '/product-entries': ['jinrongban', 'yinhang'],
  '/product-entries/new': 'yinhang',
  '/product-entries/:id': { journey: 'products.spec.ts' },
  '/banks': 'jinrongban',
  '/policies': 'yunying',
  '/reverse/policies': 'guanyuan',
  '/reverse/products': ['jinrongban', 'yinhang'],
  '/policy-drafts': 'guanyuan',
  '/policy-drafts/:id': { journey: 'criteria.spec.ts' },
  '/projects': 'guanyuan',
  '/projects/new': 'guanyuan',
  '/projects/:id': { journey: 'declaration.spec.ts' },
  '/declarations': 'guanyuan',
  '/declarations/:id': { journey: 'declaration.spec.ts' },
  '/accounts': 'yunying',
  '/staff': 'yunying',
  '/enterprise-accounts': 'xitong',
  '/institutions': 'jianhangguanli',
  '/admissions': 'yunying',
  '/roles': 'anquan',
  '/notifications': ['yunying', 'xitong'],
  '/notifications/new': 'yunying',
  '/notifications/:id': { journey: 'notifications.spec.ts' },
  '/openapi': 'yunying',
  '/apps': 'xitong',
  '/reference-data': 'yunying',
  '/calendar': 'yunying',
  '/promise-terms': 'yunying',
  '/processing': 'yunying',
  '/operations': 'shenji',
  '/operations/:seq': { journey: 'logs.spec.ts' },
  '/sign-ins': 'shenji',
  '/pushes': 'shenji',
};

const readersOf = (reader: Pages[string]): Reader[] =>
  typeof reader === 'string' ? [reader] : Array.isArray(reader) ? reader : [];

/** The pages that one reader opens, reader by reader. */
export function byReader(pages: Pages): [Reader, string[]][] {
  const readers = new Map<Reader, string[]>();
  for (const [path, reader] of Object.entries(pages))
    for (const one of readersOf(reader)) readers.set(one, [...(readers.get(one) ?? []), path]);
  return [...readers];
}

/** The journeys that open the other pages. */
export const journeysOf = (pages: Pages): string[] =>
  Object.values(pages).flatMap((reader) =>
    typeof reader === 'object' && 'journey' in reader ? [reader.journey] : [],
  );
