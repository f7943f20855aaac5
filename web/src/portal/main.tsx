import { startApp } from '@/shared/app';
import { Layout } from './layout/Layout';
import { routes } from './routes';

// The home page and the sign-in pages need no component library; the frames bring antd to the pages that do.
void startApp({
  routes,
  layout: <Layout />,
  frames: {
    antd: () => import('./layout/AntdFrame'),
    center: () => import('./layout/CenterFrame'),
  },
});
