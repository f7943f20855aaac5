import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { expect, it } from 'vitest';
import { createQueryClient, ME, type Me } from '@/shared/api';
import { toRouteObjects, type AppRoute } from '@/shared/app';
import { someone } from '@/shared/test/render';

const page = (text: string) => () => Promise.resolve({ default: () => <p>{text}</p> });
const routes: AppRoute[] = [
  { path: '/my/demands/:id', title: '需求详情', access: 'public', load: page('需求') },
];

function open(address: string, me: Me = someone) {
  const queries = createQueryClient();
  queries.setQueryData(ME, me);
  const router = createMemoryRouter(
    toRouteObjects(routes, <Outlet />, {}, () => import('./ElsewherePage')),
    { initialEntries: ['/', address], initialIndex: 1 },
  );
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

it('an address of the portal opens the page of the same thing, and the way back leads past it', async () => {
  const router = open('/center/demands/d1?from=message');
  expect(await screen.findByText('需求')).toBeVisible();
  expect(router.state.location).toMatchObject({ pathname: '/my/demands/d1', search: '?from=message' });
  expect(router.state.historyAction).toBe('REPLACE');
});

it('what H5 has not is for a computer, with the address to take there', async () => {
  open('/center/openapi');
  expect(await screen.findByRole('heading', { name: '请在电脑上打开' })).toBeVisible();
  expect(screen.getByText(`${location.origin}/center/openapi`)).toBeVisible();
  expect(screen.getByRole('link', { name: '仍在手机上打开' })).toHaveAttribute('href', '/center/openapi');
});

it('staff are told of pages of the console in the same way', async () => {
  open('/payments/p1', {
    ...someone,
    userType: 'GOVERNMENT',
    enterprise: undefined,
    institution: { id: 'i1', name: '区金融办' } as Me['institution'],
  });
  expect(await screen.findByText(`${location.origin}/admin/payments/p1`)).toBeVisible();
});

it('what nobody has is not there', async () => {
  open('/nothing-here');
  expect(await screen.findByText('页面不存在')).toBeVisible();
});
