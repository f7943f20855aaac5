import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLargeText } from '../preferences';
import type { Colors } from '../tokens';
import { antdTheme } from './theme';

/** antd's providers in the platform's look. */
export function AntdRoot({ colors, children }: { colors: Colors; children: ReactNode }) {
  const [large] = useLargeText();
  return (
    <ConfigProvider theme={antdTheme(colors, large)} locale={zhCN} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 2, duration: 4 }}>{children}</App>
    </ConfigProvider>
  );
}
