import { startApp } from '@/shared/app';
import { MobileRoot } from '@/shared/ui/mobile';
import { mobileVariables } from '@/shared/ui/tokens';
import { Layout } from './layout/Layout';
import { routes } from './routes';

void startApp({
  routes,
  layout: <Layout />,
  variables: mobileVariables,
  wrap: (children) => <MobileRoot>{children}</MobileRoot>,
});
