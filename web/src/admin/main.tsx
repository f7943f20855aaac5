import { startApp } from '@/shared/app';
// Not from the index: that would load tables and date pickers with the first page.
import { AntdRoot } from '@/shared/ui/antd/AntdRoot';
import { Layout } from './layout/Layout';
import { routes } from './routes';

void startApp({
  routes,
  layout: <Layout />,
  wrap: (children) => <AntdRoot>{children}</AntdRoot>,
});
