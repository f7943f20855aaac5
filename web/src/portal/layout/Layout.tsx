import { Outlet, ScrollRestoration } from 'react-router';
import { RouteFocus, RouteTitle, SkipLink } from '@/shared/app';

export function Layout() {
  return (
    <>
      <SkipLink />
      <RouteTitle />
      <RouteFocus />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  );
}
