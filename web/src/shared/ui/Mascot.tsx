import { useBrand } from '../brand';

export type Pose = 'greet' | 'search' | 'point' | 'guard' | 'rest';

/** The district's mascot, if it has one. `title` makes it an image for screen readers; without it it is decoration. */
export function Mascot({
  pose = 'greet',
  size = 120,
  title,
}: {
  pose?: Pose;
  size?: number;
  title?: string;
}) {
  const { mascot } = useBrand();
  if (!mascot.name) return null;
  const edge = `${size / 16}rem`;
  if (mascot.image) return <img src={mascot.image} alt={title ?? ''} style={{ width: edge, height: edge }} />;
  return (
    <svg
      viewBox="0 0 160 160"
      style={{ width: edge, height: edge }}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      <Tail pose={pose} />
      <Body />
      <Arms pose={pose} />
      <Head pose={pose} />
      <Front pose={pose} />
    </svg>
  );
}

const FUR = '#f6a821';
const FUR_DARK = '#e08f0b';
const CREAM = '#fff3dc';
const INK = '#0c2348';
const BLUE = '#0b4fb3';
const outline = { stroke: INK, strokeWidth: 2.6 } as const;

function Tail({ pose }: { pose: Pose }) {
  const up = pose !== 'rest';
  const d = up ? 'M108 136c18 2 28-8 27-22-.5-8 3-12 8-13' : 'M108 142c16 4 30 2 36-8';
  return (
    <g fill="none">
      <path d={d} stroke={INK} strokeWidth={13} />
      <path d={d} stroke={FUR} strokeWidth={8} />
      <path d={up ? 'M131 127l7 3M134 113l8 1' : 'M126 140l1 7M136 137l4 6'} stroke={INK} strokeWidth={2.6} />
    </g>
  );
}

function Body() {
  return (
    <g {...outline}>
      <path d="M50 118c0-20 13-30 30-30s30 10 30 30v18c0 10-7 15-15 15H65c-8 0-15-5-15-15z" fill={FUR} />
      <path d="M64 124c0-13 6-20 16-20s16 7 16 20v9c0 8-6 13-16 13s-16-5-16-13z" fill={CREAM} stroke="none" />
      <path d="M51 122h8M51 132h7M109 122h-8M109 132h-7" fill="none" />
      <path d="M58 151c-1-7 4-11 10-11s10 4 9 11zM83 151c-1-7 3-11 9-11s11 4 10 11z" fill={FUR} />
      <path d="M58 93c6 7 14 10 22 10s16-3 22-10l3 6c-7 8-16 11-25 11s-18-3-25-11z" fill={BLUE} />
      <path d="M84 108l12 4-4 12-9-6z" fill={BLUE} />
    </g>
  );
}

function Head({ pose }: { pose: Pose }) {
  const eyes =
    pose === 'rest' ? (
      <path d="M54 66c3 3 8 3 11 0M95 66c3 3 8 3 11 0" fill="none" strokeWidth={3} />
    ) : (
      <g stroke="none">
        <ellipse cx="60" cy="65" rx="5.4" ry="6.6" fill={INK} />
        <ellipse cx="100" cy="65" rx="5.4" ry="6.6" fill={INK} />
        <circle cx={pose === 'search' ? 63 : 62} cy="62" r="2" fill="#fff" />
        <circle cx={pose === 'search' ? 103 : 102} cy="62" r="2" fill="#fff" />
      </g>
    );
  return (
    <g {...outline}>
      <circle cx="45" cy="29" r="13" fill={FUR} />
      <circle cx="115" cy="29" r="13" fill={FUR} />
      <circle cx="45" cy="30" r="6" fill={CREAM} stroke="none" />
      <circle cx="115" cy="30" r="6" fill={CREAM} stroke="none" />
      <path d="M80 17c29 0 48 17 48 41 0 25-20 40-48 40S32 83 32 58c0-24 19-41 48-41z" fill={FUR} />
      <path
        d="M80 66c8 0 11 5 19 6 9 1 14 5 12 11-3 9-16 15-31 15s-28-6-31-15c-2-6 3-10 12-11 8-1 11-6 19-6z"
        fill={CREAM}
        stroke="none"
      />
      <path d="M70 26h20M72.5 33.500h15M69 41h22M80 26v15" fill="none" strokeWidth={3.2} />
      <path d="M34 52l11 3M33 63l10 1M126 52l-11 3M127 63l-10 1" fill="none" strokeWidth={3.2} />
      {eyes}
      <path
        d="M74 72.500h12c1.5 0 2 1.5 1 2.700l-5 5c-1 1-3 1-4 0l-5-5c-1-1.2-.500-2.7 1-2.700z"
        fill={INK}
        stroke="none"
      />
      <path
        d={pose === 'rest' ? 'M80 80v4M74 87c3-3 9-3 12 0' : 'M80 80v3M70 83c2 5 8 5 10 0 2 5 8 5 10 0'}
        fill="none"
        strokeWidth={2.4}
      />
      <circle cx="51" cy="78" r="4.5" fill={FUR_DARK} stroke="none" opacity={0.45} />
      <circle cx="109" cy="78" r="4.5" fill={FUR_DARK} stroke="none" opacity={0.45} />
    </g>
  );
}

function Arms({ pose }: { pose: Pose }) {
  if (pose === 'search' || pose === 'rest') return null;
  return (
    <g fill="none">
      <path d="M55 112c-7 5-9 12-7 19" stroke={INK} strokeWidth={17} />
      <path d="M55 112c-7 5-9 12-7 19" stroke={FUR} strokeWidth={12} />
    </g>
  );
}

/** What stands before the head: a raised paw, a magnifier, a sheet of paper, a lock. */
function Front({ pose }: { pose: Pose }) {
  if (pose === 'greet') {
    return (
      <g>
        <path d="M108 113c12-3 20-11 24-23" fill="none" stroke={INK} strokeWidth={17} />
        <path d="M108 113c12-3 20-11 24-23" fill="none" stroke={FUR} strokeWidth={12} />
        <circle cx="134" cy="85" r="9.5" fill={FUR} {...outline} />
        <path
          d="M130 84.500h.01M134 82h.01M138 84.500h.01M132 89.500c1.5-1.5 3.5-1.5 5 0"
          fill="none"
          {...outline}
          strokeWidth={3}
        />
        <path d="M146 74l5-4M149 84h6M141 68l2-6" fill="none" stroke={BLUE} strokeWidth={2.6} />
      </g>
    );
  }
  if (pose === 'search') {
    return (
      <g>
        <path d="M55 112c-6 4-8 10-6 16" fill="none" stroke={INK} strokeWidth={17} />
        <path d="M55 112c-6 4-8 10-6 16" fill="none" stroke={FUR} strokeWidth={12} />
        <path d="M121 107l7-10" stroke={INK} strokeWidth={6} />
        <circle cx="136" cy="85" r="14" fill="#fff" fillOpacity={0.85} stroke={BLUE} strokeWidth={4} />
        <path d="M129 82c2-4 5-5 8-5" fill="none" stroke={BLUE} strokeWidth={2.4} />
        <path d="M106 116c6 1 10-1 14-7" fill="none" stroke={INK} strokeWidth={17} />
        <path d="M106 116c6 1 10-1 14-7" fill="none" stroke={FUR} strokeWidth={12} />
      </g>
    );
  }
  if (pose === 'point') {
    return (
      <g>
        <rect x="104" y="96" width="38" height="48" rx="3" fill="#fff" {...outline} />
        <path d="M111 107h24M111 116h24M111 125h15" fill="none" stroke="#8b97aa" strokeWidth={2.6} />
        <path d="M126 133l4 4 8-9" fill="none" stroke="#1a7f4b" strokeWidth={3.4} />
        <circle cx="106" cy="126" r="8.5" fill={FUR} {...outline} />
      </g>
    );
  }
  if (pose === 'guard') {
    return (
      <g>
        <path d="M112 110v-9a11 11 0 0 1 22 0v9" fill="none" stroke={INK} strokeWidth={5} />
        <rect x="105" y="109" width="36" height="32" rx="4" fill={BLUE} {...outline} />
        <path d="M123 122v8" stroke="#fff" strokeWidth={4} />
        <circle cx="106" cy="128" r="8.5" fill={FUR} {...outline} />
      </g>
    );
  }
  return (
    <g>
      <path d="M56 116c2 8 9 12 17 11M104 116c-2 8-9 12-17 11" fill="none" stroke={INK} strokeWidth={16} />
      <path d="M56 116c2 8 9 12 17 11M104 116c-2 8-9 12-17 11" fill="none" stroke={FUR} strokeWidth={11} />
      <path d="M128 26h9l-9 10h9M142 12h6l-6 7h6" fill="none" stroke={BLUE} strokeWidth={2.6} />
    </g>
  );
}
