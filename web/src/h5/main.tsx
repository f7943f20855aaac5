import { startApp } from '@/shared/app';
// Not by the index: it would bring dialogs and their animations into the first load.
import { MobileRoot } from '@/shared/ui/mobile/MobileRoot';
import { mobileVariables } from '@/shared/ui/tokens';
import { Layout } from './layout/Layout';
import { routes } from './routes';
import './library.css';

void startApp({
  routes,
  layout: <Layout />,
  elsewhere: () => import('./features/elsewhere/ElsewherePage'),
  variables: mobileVariables,
  wrap: (children) => <MobileRoot>{children}</MobileRoot>,
});
