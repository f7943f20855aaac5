import { startApp } from '@/shared/app';
import { AntdRoot } from '@/shared/ui/antd';
import { Layout } from './layout/Layout';
import { routes } from './routes';

void startApp({
  routes,
  layout: <Layout />,
  wrap: (children) => <AntdRoot>{children}</AntdRoot>,
});
