/** Line icons on a 24-pixel grid, drawn in one weight for the platform's own domains. */
const paths = {
  // The six anchors
  qifu: 'M4 20h16M6 20V9l6-5 6 5v11M10 20v-5h4v5M9.5 11.5h.01M14.5 11.5h.01',
  qihui:
    'M12 12m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M12 3v4M12 17v4M3 12h4M17 12h4M5.8 5.8l2.6 2.6M15.6 15.6l2.6 2.6M18.2 5.8l-2.6 2.6M8.4 15.6l-2.6 2.6',
  qiwen: 'M4 5h16v11h-8l-5 4v-4H4zM9.6 8.9a2.4 2.4 0 1 1 3.3 2.2c-.6.3-.9.7-.9 1.3M12 14h.01',
  qirong: 'M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M8.5 7l3.5 5 3.5-5M12 12v5.5M9 12.4h6M9 15h6',
  qizhi: 'M6 3h9l4 4v14H6zM15 3v4h4M9.5 11h6M9.5 14.5h6M9.5 18h3.5',
  qicha: 'M10.5 10.5m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.3 15.3 21 21M7.6 10.6l2.1 2.1 3.8-3.9',
  // Enterprise code
  code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM20 14v2.5M17 20h3v-1.5M14 20h.01M7 7h.01M17 7h.01M7 17h.01',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  claim:
    'M5 4h14v9H5zM8.5 7.5h7M8.5 10h4M15.5 15.5m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M14 17.8V22l1.5-1 1.5 1v-4.2M5 13v4h5',
  card: 'M3 5.5h18v13H3zM8 11m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5.3 15.8c.6-1.5 1.6-2 2.7-2s2.1.5 2.7 2M13.5 9.5h4.5M13.5 12.5h4.5M13.5 15.5h2.5',
  enterprise: 'M4 21h16M6 21V4h8v17M14 9h4v12M8.7 7.5h2.6M8.7 11h2.6M8.7 14.5h2.6M16 12.5h.01M16 16h.01',
  shield: 'M12 3l7.5 2.8v5.4c0 4.7-3.1 8-7.5 9.8-4.4-1.8-7.5-5.1-7.5-9.8V5.8zM8.6 12l2.4 2.4 4.4-4.6',
  // Work
  match: 'M9 12m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 12m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
  report: 'M5 3h14v18H5zM8.5 16v-3M12 16V8M15.5 16v-5.5M8.5 18.5h7',
  profile: 'M4 20V10M9.3 20V4M14.7 20v-8M20 20V7M3 20h18',
  bank: 'M3 9.5 12 4l9 5.5zM5 20h14M3.5 20h17M6.5 9.5V17M10.2 9.5V17M13.8 9.5V17M17.5 9.5V17',
  loan: 'M3 8h14v9H3zM6 20h15V11M10 12.5m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5.5 12.5h.01M14.5 12.5h.01',
  policy: 'M7 3h10v4H7zM7 5H4v16h16V5h-3M8 12h8M8 16h5',
  tax: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 7.5l3 3.5 3-3.5M12 11v5M9.5 12h5M9.5 14h5',
  order: 'M5 4h14v16H5zM8.5 9l1.2 1.2L12 8M14 9.3h2M8.5 14.5l1.2 1.2 2.3-2.2M14 14.8h2',
  people:
    'M9 8m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M3 20c.5-4 2.8-6 6-6s5.5 2 6 6M15.5 5.200a3.2 3.2 0 0 1 0 5.700M17.5 14.500c2 .800 3.2 2.6 3.5 5.5',
  dashboard: 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  notice: 'M5 3h14v18H5zM8.5 6.5h7M9 15.5V13a3 3 0 0 1 6 0v2.5l1 1.5H8zM11.2 18.8h1.6',
  ticket: 'M3 7h18v3.5a1.5 1.5 0 0 0 0 3V17H3v-3.5a1.5 1.5 0 0 0 0-3zM9 12l2.2 2.2 4-4.4',
  // General
  home: 'M4 11 12 4l8 7M6 9.500V20h12V9.500M10 20v-6h4v6',
  search: 'M11 11m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0M16 16l5 5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.500h-15zM10 21h4M12 3v2',
  user: 'M12 8m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 21c.700-4.6 3.5-7 8-7s7.3 2.4 8 7',
  lock: 'M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3M12 15v2.5',
  phone:
    'M6.5 3.500h3l1.5 4.5-2 1.500c1 2.4 3.1 4.5 5.5 5.500l1.5-2 4.5 1.500v3c0 1.7-1.3 3-3 3C10.5 20.5 3.5 13.5 3.5 6.500c0-1.7 1.3-3 3-3z',
  clock: 'M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5.500l3.5 2',
  calendar: 'M4 5.500h16V20H4zM4 10h16M8.5 3v4M15.5 3v4M8 14h.01M12 14h.01M16 14h.01',
  check: 'M5 12.500l4.5 4.500L19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  minus: 'M6 12h12',
  plus: 'M12 5v14M5 12h14',
  question: 'M8.8 9a3.3 3.3 0 1 1 4.7 3c-1 .500-1.5 1.1-1.5 2.300M12 18h.01',
  info: 'M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 11v5.500M12 7.800h.01',
  warning: 'M12 4 2.8 20h18.400zM12 10v5M12 17.500h.01',
  right: 'M9 5l7 7-7 7',
  left: 'M15 5l-7 7 7 7',
  down: 'M5 9l7 7 7-7',
  arrow: 'M4 12h16M14 6l6 6-6 6',
  external: 'M13 4h7v7M20 4 11 13M17 14v6H4V7h6',
  download: 'M12 4v11M7 10.500l5 5 5-5M4 20h16',
  upload: 'M12 16V5M7 9.500l5-5 5 5M4 20h16',
  refresh: 'M20 5v5h-5M4 19v-5h5M5.5 9.500A7 7 0 0 1 19 8.500l1 1.500M18.5 14.500A7 7 0 0 1 5 15.500L4 14',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM13.5 7.500l3 3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  filter: 'M4 5h16l-6 7.500V20l-4-2v-5.500z',
  pin: 'M9 4h6l-1 6 3 3.500H7L10 10zM12 13.500V21',
  star: 'M12 4l2.4 5 5.6.700-4.1 3.8 1.1 5.5-5-2.7-5 2.7 1.1-5.500L4 9.7 9.6 9z',
  camera: 'M4 7h4l1.5-2.500h5L16 7h4v12H4zM12 13m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.500L20 16.500M15.5 9h.01',
  keyboard: 'M3 6h18v12H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17.5 10h.01M6.5 14h.01M17.5 14h.01M10 14h4',
  logout: 'M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5',
  eye: 'M2.5 12C4.5 8 7.8 6 12 6s7.5 2 9.5 6c-2 4-5.3 6-9.5 6s-7.5-2-9.5-6zM12 12m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  eyeOff:
    'M4 4l16 16M9.5 6.300A10 10 0 0 1 12 6c4.2 0 7.5 2 9.5 6a11 11 0 0 1-3 3.700M6 8a11 11 0 0 0-3.5 4c2 4 5.3 6 9.5 6 1.5 0 2.8-.200 4-.700',
  text: 'M3 19 8.5 5 14 19M5 14.500h7M15 19l3.2-8L21.5 19M16 16.500h4.5',
  file: 'M6 3h9l4 4v14H6zM15 3v4h4',
  pause: 'M9 6v12M15 6v12',
  play: 'M8 5.500v13l10.5-6.500z',
  location:
    'M12 21c-4.5-5-7-8.3-7-11.500a7 7 0 0 1 14 0c0 3.2-2.5 6.5-7 11.500zM12 9.500m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0',
  chat: 'M4 5h16v11h-8l-5 4v-4H4zM8.5 10.500h.01M12 10.500h.01M15.5 10.500h.01',
  fullscreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  data: 'M5 6c0-1.7 3.1-3 7-3s7 1.3 7 3-3.1 3-7 3-7-1.3-7-3zM5 6v12c0 1.7 3.1 3 7 3s7-1.3 7-3V6M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3',
  hourglass: 'M7 3h10M7 21h10M8.5 3v4l7 10v4M15.5 3v4l-7 10v4',
  send: 'M4 11 20 4l-5 16-3.500-6.500zM11.5 13.500 20 4',
  plug: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
  settings:
    'M12 12m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.600l2.2 2.200M16.2 16.200l2.2 2.200M18.4 5.600l-2.2 2.200M7.8 16.200l-2.2 2.2',
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
  /** Edge length; a number is pixels at the normal text size and grows with 大字版. */
  size?: number;
  className?: string;
  /** Its lines hold a ground of their own colour: what it stands for is the case. */
  filled?: boolean;
  /** Read by screen readers; without it the icon is decoration. */
  title?: string;
}

export function Icon({ name, size = 20, className, title, filled = false }: IconProps) {
  const edge = `${size / 16}rem`;
  return (
    <svg
      viewBox="0 0 24 24"
      width={edge}
      height={edge}
      style={{ width: edge, height: edge, verticalAlign: '-0.15em' }}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
