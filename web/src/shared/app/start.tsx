import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '../api/query';
import { ME } from '../api/session';
import { beginAfresh } from '../api/shownTo';
import { onSignedOutElsewhere, onSwitchedElsewhere } from '../api/windows';
import { BrandProvider, loadBrand } from '../brand';
import '../ui/global.css';
import { restoreTextSize } from '../ui/preferences';
import { handInOnceAClick } from './clicks';
import { nameEntry } from './entry';
import { askAgainWhenRestored } from './restored';
import { SignInEnds } from './SignInEnds';
import { toRouteObjects, type AppRoute, type Frames } from './routes';
import { applyVariables, colorsOf, cssVariables, type Colors } from '../ui/tokens';
import { rememberLanding } from '../wechat/landing';

interface AppSetup {
  routes: AppRoute[];
  /** Frame of every page that is not `bare`; holds an `<Outlet />`. */
  layout: ReactNode;
  frames?: Frames;
  /** Says of an address that is none of the app's where it leads; without it, that there is no such page. */
  elsewhere?: AppRoute['load'];
  /** The component library's providers. */
  wrap?: (children: ReactNode) => ReactNode;
  /** More CSS variables, such as those of antd-mobile. */
  variables?: (colors: Colors) => Record<string, string>;
}

/** Starts one of the three apps: brand, colours, text size, router. */
export async function startApp({
  routes,
  layout,
  frames,
  elsewhere,
  wrap = (children) => children,
  variables,
}: AppSetup): Promise<void> {
  rememberLanding();
  restoreTextSize();
  const brand = await loadBrand();
  const colors = colorsOf(brand.colors);
  applyVariables({ ...cssVariables(colors), ...variables?.(colors) });
  document.title = brand.name;
  const queries = createQueryClient(beginAfresh);
  onSignedOutElsewhere(() => {
    queries.removeQueries({ type: 'inactive' });
    queries.setQueryData(ME, null);
  });
  onSwitchedElsewhere(beginAfresh);
  nameEntry();
  handInOnceAClick();
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const router = createBrowserRouter(toRouteObjects(routes, layout, frames, elsewhere), {
    basename: base || '/',
  });
  const root = document.getElementById('root')!;
  askAgainWhenRestored(queries, root);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BrandProvider brand={brand}>{wrap(<RouterProvider router={router} />)}</BrandProvider>
        <SignInEnds />
      </QueryClientProvider>
    </StrictMode>,
  );
}
