import { Outlet, ScrollRestoration } from 'react-router';
import { RouteFocus, RouteTitle, SkipLink } from '@/shared/app';
import { BrokenOff, DemoNotice, Offline, ShownToAnother } from '@/shared/ui';
import { Footer } from './Footer';
import { Header } from './Header';
import css from './Layout.module.css';
import { MeantEnterprise } from './MeantEnterprise';

export function Layout() {
  return (
    <div className={css.page}>
      <SkipLink />
      <RouteTitle />
      <RouteFocus />
      <DemoNotice />
      <Header />
      <Offline />
      <BrokenOff />
      <ShownToAnother />
      <main id="main" tabIndex={-1} className={css.main}>
        <MeantEnterprise>
          <Outlet />
        </MeantEnterprise>
      </main>
      <Footer />
      <ScrollRestoration />
    </div>
  );
}
