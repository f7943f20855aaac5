import { AppLayout } from '@/shared/ui/antd';

export function Layout() {
  return <AppLayout product="管理端" />;
}
