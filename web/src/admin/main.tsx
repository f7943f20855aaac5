import { startApp } from '@/shared/app';
import { speakOfTheConsole } from '@/shared/i18n/console';
// Not from the index: that would load tables and date pickers with the first page.
import { AntdRoot } from '@/shared/ui/antd/AntdRoot';
import { Layout } from './layout/Layout';
import { routes } from './routes';

speakOfTheConsole();

void startApp({
  routes,
  layout: <Layout />,
  wrap: (children) => <AntdRoot>{children}</AntdRoot>,
});
