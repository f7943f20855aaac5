import { ConfigProvider, unstableSetRender } from 'antd-mobile';
import zhCN from 'antd-mobile/es/locales/zh-CN';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Told } from './Told';
import { addToast, removeToast } from '../topLayer';

type Container = (Element | DocumentFragment) & { zqRoot?: Root };

// antd-mobile 5 still calls React 18's render for its toasts; without this they silently do nothing.
unstableSetRender((node, container: Container) => {
  container.zqRoot ??= createRoot(container);
  const root = container.zqRoot;
  root.render(<Told>{node}</Told>);
  addToast(container);
  return async () => {
    removeToast(container);
    // Unmounting while React renders is an error: wait for the current task to end.
    await new Promise((resolve) => setTimeout(resolve, 0));
    root.unmount();
    container.zqRoot = undefined;
  };
});

export function MobileRoot({ children }: { children: ReactNode }) {
  return <ConfigProvider locale={zhCN}>{children}</ConfigProvider>;
}
