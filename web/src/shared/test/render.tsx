import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../api/query';
import { useMe } from '../api/session';
import type { Me } from '../api/types';
import { json } from './http';

/** Renders a page at a path, with the providers that every app has. */
export function renderAt(path: string, element: ReactNode, pattern = '*') {
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { retry: false } });
  const router = createMemoryRouter([{ path: pattern, element }], { initialEntries: [path] });
  const view = render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...view, router, queries };
}

/** Shows a page once it is known who is signed in, as the routes do. */
export function SignedIn({ children }: { children: ReactNode }) {
  return useMe().me && children;
}

export const someone: Me = {
  accountId: '0199a007-0000-7000-8000-000000000001',
  name: '陈志远',
  phone: '199****0029',
  userType: 'ENTERPRISE',
  enterprise: {
    id: '019a1ddb-e288-71d9-a787-0e0fd583d581',
    name: '重庆渝巴精密机械有限公司',
    uscc: '91500113MAX5XQ4WX4',
  },
  roles: ['ENTERPRISE_ADMIN'],
  ownRoleNames: [],
  permissions: [
    'self',
    'enterprise.own',
    'enterprise.consent',
    'code.own.manage',
    'match.report.issue',
    'finance.apply',
    'code.claim',
  ],
  fieldRules: {},
  bounded: [],
  tokenStale: false,
};

/** The same, who reads what the administrator of the enterprise decides. */
export const member: Me = {
  ...someone,
  roles: ['ENTERPRISE_MEMBER'],
  permissions: ['self', 'enterprise.own', 'finance.apply', 'code.claim'],
};

/** What the server answers about who is signed in. */
export const signedInAs = (me: Me) => ({
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json(me),
});
