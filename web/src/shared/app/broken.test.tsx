import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { expect, it, vi } from 'vitest';
import { toRouteObjects } from './routes';

it('a page whose code does not come says so, offers to load again, and comes when it is opened later', async () => {
  let reachable = false;
  const routes = toRouteObjects(
    [
      { path: '/', title: '首页', access: 'public', load: async () => ({ default: () => <p>首页</p> }) },
      {
        path: '/loans',
        title: '贷款',
        access: 'public',
        load: () =>
          reachable
            ? Promise.resolve({ default: () => <p>产品列表</p> })
            : Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/x.js')),
      },
    ],
    <main>
      <Outlet />
    </main>,
  );
  const router = createMemoryRouter(routes, { initialEntries: ['/'] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findByText('首页');
  await router.navigate('/loans');
  expect(await screen.findByRole('button', { name: '刷新页面' })).toBeVisible();

  reachable = true;
  await router.navigate('/');
  await screen.findByText('首页');
  await router.navigate('/loans');
  expect(await screen.findByText('产品列表')).toBeVisible();
});

it('without network it is not offered to load a page again, which would lead out of the platform, as long as there is none', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const routes = toRouteObjects(
    [
      {
        path: '/',
        title: '贷款',
        access: 'public',
        load: () =>
          Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/x.js')),
      },
    ],
    <Outlet />,
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={createMemoryRouter(routes)} />
    </QueryClientProvider>,
  );
  expect(await screen.findByText('网络恢复后自动加载')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
