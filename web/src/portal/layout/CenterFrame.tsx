import { Outlet } from 'react-router';
import { AntdRoot } from '@/shared/ui/antd';

export default function CenterFrame() {
  return (
    <AntdRoot>
      <Outlet />
    </AntdRoot>
  );
}
