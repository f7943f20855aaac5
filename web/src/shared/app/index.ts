export { RouteFocus, SkipLink } from './focus';
export {
  Guard,
  mayOpen,
  RouteError,
  RouteTitle,
  toRouteObjects,
  useMenu,
  useRoute,
  useTrail,
  type AppRoute,
} from './routes';
export { startApp } from './start';
