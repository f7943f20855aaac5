import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { useMatches, useRouteError, type RouteObject } from 'react-router';
import { problemText } from '../api/problem';
import { replace, startSignIn } from '../api/session-flow';
import { ME, useMe, useSignOut } from '../api/session';
import { ErrorState, Forbidden, NotFound, PageSkeleton, PlainButton, State } from '../ui/States';
import type { IconName } from '../ui/Icon';
import { useOnline } from '../ui/useOnline';
import { usePageTitle } from '../ui/usePageTitle';

/**
 * One row of an app's routes table, which is the one source of menu, page title, breadcrumb and permission.
 */
export interface AppRoute {
  /** Full path, with `:params`; "/" is the app's home. */
  path: string;
  title: string;
  /** `public`, `signed-in`, or the permission that the page needs; of several, one is enough. */
  access: 'public' | 'signed-in' | (string & {}) | readonly string[];
  load: () => Promise<{ default: ComponentType }>;
  /** Shown in the app's menu under `group`. */
  menu?: { icon: IconName; group?: string };
  /** Stands alone, without the app's layout. */
  bare?: boolean;
  /** Name of the frame (see `Frames`) that the page stands in, inside the layout. */
  frame?: string;
  /** Path of the page above, for the breadcrumb and for which menu item is lit. */
  parent?: string;
}

const Routes = createContext<AppRoute[]>([]);

function RoutesProvider({ routes, children }: { routes: AppRoute[]; children: ReactNode }) {
  return <Routes value={routes}>{children}</Routes>;
}

/** Lazily loaded frames around groups of pages: each holds an `<Outlet />` and stays while one of its pages is open. */
export type Frames = Record<string, () => Promise<{ default: ComponentType }>>;

/**
 * The router's objects for a table: pages inside `layout` and their frame, bare pages beside it; for the rest 404, or the app's own word
 * of where it is. Where no page is public, what is no page asks a visitor to sign in like the others.
 */
export function toRouteObjects(
  routes: AppRoute[],
  layout: ReactNode,
  frames: Frames = {},
  elsewhere: Load = () => Promise.resolve({ default: NotFound }),
): RouteObject[] {
  const root = { errorElement: <RouteError />, HydrateFallback: PageSkeleton };
  const inLayout = routes.filter((route) => !route.bare);
  const open = routes.some((route) => route.access === 'public');
  const framed = Object.entries(frames).map(([name, load]): RouteObject => ({
    lazy: () => component(load, (Frame) => <Frame />),
    children: pages(inLayout.filter((route) => route.frame === name)),
  }));
  return [
    { ...root, children: pages(routes.filter((route) => route.bare)) },
    {
      ...root,
      element: <RoutesProvider routes={routes}>{layout}</RoutesProvider>,
      children: [
        ...pages(inLayout.filter((route) => !route.frame)),
        ...framed,
        { path: '*', lazy: () => component(elsewhere, guarded(open ? 'public' : 'signed-in')) },
      ],
    },
  ];
}

function pages(routes: AppRoute[]): RouteObject[] {
  return routes.map((route) => ({
    path: route.path,
    handle: route,
    errorElement: <RouteError />,
    lazy: () => component(route.load, guarded(route.access, route.title)),
  }));
}

type Load = AppRoute['load'];
type Show = (Loaded: ComponentType) => ReactNode;

const guarded =
  (access: AppRoute['access'], title = ''): Show =>
  (Page) => (
    <Guard access={access} title={title}>
      <Page />
    </Guard>
  );

/**
 * Never fails: the router shows nothing at all in place of a route whose `lazy` fails. Code that does not come is asked for again
 * when the page is opened, and told of when it does not come then either.
 */
async function component(load: Load, show: Show): Promise<{ Component: ComponentType }> {
  try {
    const { default: Loaded } = await load();
    return { Component: () => show(Loaded) };
  } catch {
    return { Component: () => <Late load={load} show={show} /> };
  }
}

function Late({ load, show }: { load: Load; show: Show }) {
  const [got, setGot] = useState<{ Loaded: ComponentType } | { error: unknown }>();
  useEffect(() => {
    let left = false;
    load().then(
      ({ default: Loaded }) => left || setGot({ Loaded }),
      (error: unknown) => left || setGot({ error }),
    );
    return () => {
      left = true;
    };
  }, [load]);
  if (!got) return <PageSkeleton />;
  return 'Loaded' in got ? show(got.Loaded) : <Broken error={got.error} />;
}

/** Whether the caller may open a page with this access. */
export function mayOpen(
  access: AppRoute['access'],
  signedIn: boolean,
  can: (permission?: string) => boolean,
): boolean {
  if (access === 'public') return true;
  if (typeof access !== 'string') return signedIn && access.some((permission) => can(permission));
  return signedIn && (access === 'signed-in' || can(access));
}

/** Shows the page, or goes to sign in, or says 403. */
function Guard({
  access,
  title,
  children,
}: {
  access: AppRoute['access'];
  title: string;
  children: ReactNode;
}) {
  const { me, loading, error, can } = useMe();
  const leave = access !== 'public' && !loading && !error && !me;
  useEffect(() => {
    if (leave) startSignIn(undefined, replace);
  }, [leave]);
  if (access === 'public') return children;
  if (loading || leave) return <PageSkeleton />;
  if (error) return <Unknown error={error} />;
  return mayOpen(access, !!me, can) ? children : <Forbidden title={title} />;
}

const HOME: string = import.meta.env.BASE_URL;

/** It could not be found out who is asking. */
function Unknown({ error }: { error: unknown }) {
  const queries = useQueryClient();
  const signOut = useSignOut(HOME);
  const [failed, setFailed] = useState<Error>();
  return (
    <ErrorState page error={error} onRetry={() => void queries.refetchQueries({ queryKey: ME })}>
      <a href={HOME}>返回首页</a>
      <PlainButton onClick={() => void signOut().catch(setFailed)}>退出登录</PlainButton>
      {failed && <p role="alert">{problemText(failed)}</p>}
    </ErrorState>
  );
}

/** The table row of the page that is open. */
export function useRoute(): AppRoute | undefined {
  return useMatches()
    .map((match) => match.handle)
    .findLast(isRoute);
}

/** The open page and the pages above it, top first. */
export function useTrail(): AppRoute[] {
  const routes = useContext(Routes);
  const trail: AppRoute[] = [];
  for (let at = useRoute(); at; at = routes.find((route) => route.path === trail[0]?.parent)) {
    if (trail.includes(at)) break;
    trail.unshift(at);
  }
  return trail;
}

/** Menu rows that the caller may open. */
export function useMenu(): AppRoute[] {
  const routes = useContext(Routes);
  const { me, can } = useMe();
  return routes.filter((route) => route.menu && mayOpen(route.access, !!me, can));
}

/** Gives the document the title of the open route; a page may set a more telling one after it. */
export function RouteTitle() {
  usePageTitle(useRoute()?.title);
  return null;
}

function isRoute(handle: unknown): handle is AppRoute {
  return typeof handle === 'object' && handle !== null && 'access' in handle;
}

/** A page that threw. After a new release old page parts are gone from the server: then one reload helps. */
function RouteError() {
  return <Broken error={useRouteError()} />;
}

function Broken({ error }: { error: unknown }) {
  const text = error instanceof Error ? error.message : '';
  if (
    /dynamically imported module|Importing a module script|error loading dynamically|preload CSS/i.test(text)
  ) {
    return <NotLoaded />;
  }
  return <ErrorState error={error} onRetry={() => location.reload()} />;
}

function NotLoaded() {
  const online = useOnline();
  // Nothing of the page is there yet that a reload could lose.
  useEffect(() => {
    const reload = () => location.reload();
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);
  // Without network a reload leads to the browser's own page, from which nothing comes back by itself.
  if (!online) return <State pose="search" title="页面未能加载" hint="网络恢复后自动加载" />;
  return (
    <State
      pose="search"
      title="页面未能加载"
      hint={
        <>
          网络可能已中断，或平台刚发布了新版本，<span className="zq-whole">请刷新后继续</span>
        </>
      }
    >
      <PlainButton onClick={() => location.reload()}>刷新页面</PlainButton>
    </State>
  );
}
