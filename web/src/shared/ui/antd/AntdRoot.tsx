import { App, ConfigProvider, Modal } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useBrand } from '../../brand';
import { onPageLeft } from '../pageLeft';
import { useLargeText } from '../preferences';
import { colorsOf } from '../tokens';
import { speakChinese } from './chineseNames';
import { antdTheme } from './theme';
import './library.css';

/** antd's providers in the platform's look. */
export function AntdRoot({ children }: { children: ReactNode }) {
  const [large] = useLargeText();
  const brand = useBrand();
  const theme = useMemo(() => antdTheme(colorsOf(brand.colors), large), [brand.colors, large]);
  // Lists, drawers and messages are drawn beside the application, in the body.
  useEffect(() => speakChinese(document.body), []);
  useEffect(() => onPageLeft(() => Modal.destroyAll()), []);
  return (
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 2, duration: 4 }}>{children}</App>
    </ConfigProvider>
  );
}
