import { render } from '@testing-library/react';
import { ConfigProvider, theme } from 'antd';
import { useContext } from 'react';

// antd makes no styles: no test looks at them. Whatever has no theme, or adds to none, takes these.
Object.assign(theme.defaultConfig, { zeroRuntime: true });

function WithoutStyles() {
  Object.assign(useContext(ConfigProvider.ConfigContext), { theme: { ...theme.defaultConfig } });
  return null;
}

render(<WithoutStyles />).unmount();
