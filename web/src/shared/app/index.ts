export { RouteFocus, SkipLink } from './focus';
export { needEnterprise, needEnterpriseUser, needOwner } from './needEnterprise';
export { mayOpen, RouteTitle, toRouteObjects, useMenu, useRoute, useTrail, type AppRoute } from './routes';
export { startApp } from './start';
