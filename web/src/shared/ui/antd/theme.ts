import type { ThemeConfig } from 'antd';
import { prefersStill } from '../preferences';
import { fontFamily, radius, type Colors } from '../tokens';

/** antd in the platform's own look. `large` is 大字版. */
export function antdTheme(colors: Colors, large = false): ThemeConfig {
  const scale = large ? 1.25 : 1;
  return {
    cssVar: { prefix: 'ant' },
    hashed: false,
    token: {
      colorPrimary: colors.blue,
      colorInfo: colors.blue,
      colorLink: colors.blue,
      colorLinkHover: colors.blueHover,
      colorSuccess: colors.green,
      colorWarning: colors.amberText,
      colorError: colors.redText,
      colorWarningBg: colors.amberSoft,
      colorWarningBorder: colors.amberLine,
      colorErrorBg: colors.redSoft,
      colorErrorBorder: colors.redLine,
      colorSuccessBg: colors.greenSoft,
      colorSuccessBorder: colors.greenLine,
      colorInfoBg: colors.blueSoft,
      colorInfoBorder: colors.blueLine,
      colorText: colors.text,
      colorTextHeading: colors.ink,
      colorTextSecondary: colors.textMuted,
      colorTextTertiary: colors.textMuted,
      colorTextDescription: colors.textMuted,
      colorTextPlaceholder: '#667389',
      colorBorder: '#b4bfce',
      colorBorderSecondary: colors.line,
      colorBgLayout: colors.ground,
      colorSplit: colors.line,
      fontFamily,
      fontSize: 16 * scale,
      fontSizeSM: 14 * (large ? 18 / 14 : 1),
      lineHeight: 1.6,
      controlHeight: large ? 60 : 40,
      controlHeightLG: large ? 64 : 48,
      controlHeightSM: large ? 48 : 32,
      borderRadius: radius.medium,
      borderRadiusLG: radius.large,
      borderRadiusSM: radius.small,
      // A dialog that grows is drawn whole, shrinks to a point and then grows: pressed just then, its button does nothing and nothing is told.
      motion: !prefersStill(),
      motionDurationFast: '0.1s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
      boxShadow: '0 6px 20px rgba(12,35,72,.12)',
      boxShadowSecondary: '0 6px 20px rgba(12,35,72,.12)',
      wireframe: false,
    },
    components: {
      // As the buttons that are not antd's: they stand side by side.
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 600,
        borderRadiusLG: radius.medium,
        contentFontSizeLG: 16 * scale,
      },
      Table: {
        headerBg: colors.ground,
        headerColor: colors.ink,
        headerSplitColor: 'transparent',
        rowHoverBg: '#f7f9fc',
        // Picked rows stay as light as others: what stands in them is read.
        rowSelectedBg: colors.blueSoft,
        rowSelectedHoverBg: '#dfeafa',
        bodySortBg: 'transparent',
        headerSortActiveBg: colors.ground,
        headerSortHoverBg: colors.line,
        cellPaddingBlock: 10,
        cellPaddingInline: 14,
      },
      // The buttons at the foot stand under the end of the fields.
      Drawer: { footerPaddingInline: 24, footerPaddingBlock: 12 },
      Form: { labelColor: colors.ink, verticalLabelPadding: '0 0 6px' },
      Tabs: { titleFontSize: 16 * scale },
      Menu: { itemBorderRadius: radius.medium, itemHeight: 44 * scale },
      Card: { headerFontSize: 17 * scale },
      // Its off state is drawn in what antd calls a text colour; white letters stand on it.
      Switch: { colorTextQuaternary: '#66738a', colorTextTertiary: colors.textMuted },
      Steps: { colorPrimary: colors.blue },
    },
  };
}
