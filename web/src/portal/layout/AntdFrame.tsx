import { Outlet } from 'react-router';
import { AntdRoot } from '@/shared/ui/antd';

/** Brings the component library to the pages that need it. */
export default function AntdFrame() {
  return (
    <AntdRoot>
      <Outlet />
    </AntdRoot>
  );
}
