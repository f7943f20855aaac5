import { Drawer } from 'antd';
import { useState } from 'react';
import { SideNav } from './SideNav';

/** The menu of a window that is too narrow to have it beside the page. */
export default function MenuDrawer({ onClosed }: { onClosed: () => void }) {
  const [open, setOpen] = useState(true);
  const close = () => setOpen(false);
  return (
    <Drawer
      open={open}
      onClose={close}
      afterOpenChange={(now) => {
        if (!now) onClosed();
      }}
      placement="left"
      size={280}
      closable={false}
      title={null}
      aria-label="主菜单"
      styles={{ body: { padding: 0 } }}
    >
      <SideNav onPick={close} />
    </Drawer>
  );
}
