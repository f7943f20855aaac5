import { act, cleanup, render, screen } from '@testing-library/react';
import { createBrowserRouter, RouterProvider, ScrollRestoration } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { nameEntry } from './entry';

/** What the browser does for an address that is typed, or with the same one for a reload, and the app after it. */
async function start(page: string) {
  nameEntry();
  const router = createBrowserRouter([
    {
      path: '*',
      element: (
        <>
          <p>{page}</p>
          <ScrollRestoration />
        </>
      ),
    },
  ]);
  render(<RouterProvider router={router} />);
  await screen.findByText(page);
  return () => {
    act(() => void window.dispatchEvent(new Event('pagehide')));
    cleanup();
    router.dispose();
  };
}

const scrollTo = vi.fn<(x: number, y: number) => void>();

beforeEach(() => {
  scrollTo.mockClear();
  vi.stubGlobal('scrollTo', scrollTo);
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});

it('a page that is opened by its address starts at its top, however far down the one before was left', async () => {
  const leave = await start('政策');
  vi.stubGlobal('scrollY', 185);
  leave();
  history.pushState(null, '', '/match');
  const end = await start('匹配');
  expect(scrollTo.mock.lastCall).toEqual([0, 0]);
  end();
});

it('a page that is loaded anew stands where it stood', async () => {
  const leave = await start('政策');
  vi.stubGlobal('scrollY', 185);
  leave();
  const end = await start('政策');
  expect(scrollTo.mock.lastCall).toEqual([0, 185]);
  end();
});
