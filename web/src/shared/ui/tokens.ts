/**
 * The one place of colours, type, space and motion. It feeds CSS variables (`--zq-…`), antd, antd-mobile and ECharts.
 * Every text colour here has a contrast of at least 4.5:1 on the ground it is used on.
 */
export const palette = {
  /** Titles, hero, footer. */
  navy: '#0c2348',
  navyDeep: '#081833',
  navyLine: '#23406f',
  /** The government blue: links, primary controls. */
  blue: '#0b4fb3',
  blueHover: '#093f90',
  blueSoft: '#eaf1fb',
  blueLine: '#b9cdec',
  red: '#c8372d',
  redText: '#b02a21',
  redSoft: '#fbecea',
  redLine: '#eec3be',
  /** Only for the one main action of a page; its text is navy. */
  amber: '#f5a400',
  amberHover: '#e09600',
  amberText: '#8a5a00',
  /** Ground and line of what wants attention, quiet enough for several on a page. */
  amberSoft: '#fffaee',
  amberLine: '#ecd9ab',
  green: '#1a7f4b',
  greenText: '#14693d',
  greenSoft: '#e7f5ed',
  greenLine: '#b5dcc6',
  ink: '#16202e',
  text: '#2c3848',
  textMuted: '#56637a',
  line: '#dfe4ec',
  lineStrong: '#8b97aa',
  ground: '#f4f6f9',
  surface: '#ffffff',
} as const;

type ColorName = keyof typeof palette;
export type Colors = Record<ColorName, string>;

export const fontFamily =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,-apple-system,"Segoe UI",sans-serif';
const fontMono = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace';

export const radius = { small: 3, medium: 4, large: 8 } as const;
export const motion = { fast: '120ms', normal: '180ms', ease: 'cubic-bezier(.2,.6,.2,1)' } as const;

/** Series of charts, dark enough on white, told apart without colour by label or pattern as well. */
export const series = [
  '#0b4fb3',
  '#0e7c86',
  '#1a7f4b',
  '#c8372d',
  '#4b6a9b',
  '#6b7a90',
  '#c27d00',
  '#7a5c2e',
];

export function colorsOf(overrides: Record<string, string> = {}): Colors {
  const colors: Colors = { ...palette };
  for (const name of Object.keys(palette) as ColorName[]) {
    const value = overrides[name];
    if (value) colors[name] = value;
  }
  return colors;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Every token as CSS variable; the sizes in rem so that 大字版 scales them. */
export function cssVariables(colors: Colors): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(colors)) variables[`--zq-${kebab(name)}`] = value;
  variables['--zq-font'] = fontFamily;
  variables['--zq-mono'] = fontMono;
  variables['--zq-radius-s'] = `${radius.small}px`;
  variables['--zq-radius'] = `${radius.medium}px`;
  variables['--zq-radius-l'] = `${radius.large}px`;
  variables['--zq-fast'] = motion.fast;
  variables['--zq-normal'] = motion.normal;
  variables['--zq-ease'] = motion.ease;
  return variables;
}

/** antd-mobile reads these names. */
export function mobileVariables(colors: Colors): Record<string, string> {
  return {
    '--adm-color-primary': colors.blue,
    '--adm-color-success': colors.green,
    '--adm-color-warning': colors.amberText,
    '--adm-color-danger': colors.red,
    '--adm-color-text': colors.ink,
    '--adm-color-text-secondary': colors.text,
    '--adm-color-weak': colors.textMuted,
    '--adm-color-light': colors.textMuted,
    '--adm-color-border': colors.line,
    '--adm-color-background': colors.surface,
    '--adm-color-box': colors.ground,
    '--adm-font-family': fontFamily,
    // antd-mobile's ten sizes, 9 to 18 px, in rem and with the floor of 大字版.
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, step) => [
        `--adm-font-size-${step + 1}`,
        step < 4 ? 'var(--zq-text-xs)' : `max(${(step + 9) / 16}rem, var(--zq-text-xs))`,
      ]),
    ),
    '--adm-font-size-main': '0.9375rem',
    '--adm-radius-s': `${radius.small}px`,
    '--adm-radius-m': `${radius.medium}px`,
    '--adm-radius-l': `${radius.large}px`,
  };
}

/** Sets the variables through the CSSOM, which a strict style-src allows. */
export function applyVariables(
  variables: Record<string, string>,
  root: HTMLElement = document.documentElement,
) {
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
}
