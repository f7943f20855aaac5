import { render, screen, waitFor } from '@testing-library/react';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '../api/query';
import { loadMe, ME } from '../api/session';
import * as flow from '../api/session-flow';
import type { Me } from '../api/types';
import { answerWith, json, problem } from '../test/http';
import { someone } from '../test/render';
import { mayOpen, RouteTitle, toRouteObjects, useMenu, useTrail, type AppRoute } from './routes';

const page = (text: string) => () => Promise.resolve({ default: () => <h1>{text}</h1> });
const routes: AppRoute[] = [
  { path: '/', title: '首页', access: 'public', load: page('首页内容'), menu: { icon: 'home' } },
  {
    path: '/claims',
    title: '领码审核',
    access: 'code.claim.review',
    load: page('审核列表'),
    menu: { icon: 'claim' },
  },
  {
    path: '/claims/:id',
    title: '审核详情',
    access: 'code.claim.review',
    parent: '/claims',
    load: page('详情'),
  },
  { path: '/mine', title: '我的', access: 'signed-in', load: page('我的内容'), frame: 'inner' },
];

function Layout() {
  return (
    <>
      <RouteTitle />
      <nav>
        {useMenu().map((route) => (
          <span key={route.path}>{route.title}</span>
        ))}
      </nav>
      <p>
        {useTrail()
          .map((route) => route.title)
          .join('/')}
      </p>
      <output>{useQuery({ queryKey: ME, queryFn: () => loadMe(), enabled: false }).status}</output>
      <Outlet />
    </>
  );
}

function open(path: string, me?: Me | null, pages = routes) {
  const queries = createQueryClient();
  if (me === undefined) queries.setDefaultOptions({ queries: { retry: false } });
  else queries.setQueryData(ME, me);
  const frames = {
    inner: () =>
      Promise.resolve({
        default: () => (
          <section aria-label="框架">
            <Outlet />
          </section>
        ),
      }),
  };
  const router = createMemoryRouter(toRouteObjects(pages, <Layout />, frames), { initialEntries: [path] });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return queries;
}

const reviewer: Me = { ...someone, permissions: ['self', 'code.claim.review'] };

describe('one table of routes', () => {
  it('lets in who has the permission, with title and trail', async () => {
    open('/claims/1', reviewer);
    expect(await screen.findByRole('heading', { name: '详情' })).toBeInTheDocument();
    expect(screen.getByText('领码审核/审核详情')).toBeInTheDocument();
    await waitFor(() => {
      expect(document.title).toMatch(/^审核详情 - /);
    });
  });

  it('says 403 to who has not, and hides the menu row', async () => {
    open('/claims', someone);
    expect(await screen.findByText('您没有权限查看此页面')).toBeInTheDocument();
    expect(screen.getByRole('navigation')).toHaveTextContent(/^首页$/);
  });

  it('sends guests to sign in, and leaves no page behind that shows them nothing', async () => {
    const start = vi.spyOn(flow, 'startSignIn').mockImplementation(() => undefined);
    open('/mine', null);
    await vi.waitFor(() => expect(start).toHaveBeenCalledWith(undefined, flow.replace));
    expect(screen.queryByText('我的内容')).not.toBeInTheDocument();
  });

  it('when it cannot be known who asks, it can be asked again', async () => {
    answerWith({
      'GET /bff/session': [
        problem(500, 'INTERNAL', { detail: '系统繁忙，请稍后再试', traceId: 't1' }),
        json({ signedIn: true }),
      ],
      'GET /api/auth/me': json(someone),
    });
    open('/mine');
    await userEvent.click(await screen.findByRole('button', { name: '重试' }));
    expect(await screen.findByText('我的内容')).toBeInTheDocument();
  });

  it.each([
    ['the platform does not answer', 503, 'SERVICE_UNAVAILABLE'],
    ['somebody else has signed in, and the person keeps the page', 409, 'SWITCHED_ELSEWHERE'],
  ])('what stands on the page stays when who asks cannot be asked again: %s', async (_, status, code) => {
    vi.spyOn(flow, 'reload').mockImplementation(() => undefined);
    const sent = answerWith({
      'GET /bff/session': json({ signedIn: true }),
      'GET /api/auth/me': problem(status, code),
    });
    const queries = open('/mine', someone);
    queries.setDefaultOptions({ queries: { retry: false } });
    const page = await screen.findByText('我的内容');
    await queries.refetchQueries({ queryKey: ME });
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('error'));
    expect(sent).toHaveLength(2);
    expect(page).toBeVisible();
  });

  it('who cannot be signed out there either is told so', async () => {
    answerWith({
      'GET /bff/session': problem(503, 'SERVICE_UNAVAILABLE'),
      'POST /bff/logout': problem(503, 'SERVICE_UNAVAILABLE'),
    });
    open('/mine');
    await userEvent.click(await screen.findByRole('button', { name: '退出登录' }));
    expect(await screen.findByText('退出未成功，请重试')).toBeVisible();
  });

  it('puts framed pages into their frame', async () => {
    open('/mine', someone);
    expect(await screen.findByRole('region', { name: '框架' })).toHaveTextContent('我的内容');
  });

  it('knows what it does not have', async () => {
    open('/nothing', null);
    expect(await screen.findByText('页面不存在')).toBeInTheDocument();
  });

  it('where nothing is public, a guest is sent to sign in from what there is not too', async () => {
    const start = vi.spyOn(flow, 'startSignIn').mockImplementation(() => undefined);
    const closed = routes.filter((route) => route.access !== 'public');
    open('/nothing', null, closed);
    await vi.waitFor(() => expect(start).toHaveBeenCalledWith(undefined, flow.replace));
    expect(screen.queryByText('页面不存在')).toBeNull();
  });

  it('where nothing is public, who is signed in reads that there is no such page', async () => {
    open(
      '/nothing',
      someone,
      routes.filter((route) => route.access !== 'public'),
    );
    expect(await screen.findByText('页面不存在')).toBeInTheDocument();
  });
});

it('access is public, signed-in or a permission', () => {
  const can = (permission?: string) => permission === 'a';
  expect(mayOpen('public', false, can)).toBe(true);
  expect(mayOpen('signed-in', false, can)).toBe(false);
  expect(mayOpen('a', true, can)).toBe(true);
  expect(mayOpen('b', true, can)).toBe(false);
});
