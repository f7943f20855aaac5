import { useBrand } from '../brand';

type Ridge = (x: number) => number;

const WIDTH = 1440;
const STEP = 12;

/** A smooth line through y(x), as SVG path. */
function line(y: Ridge, from = 0, to = WIDTH): string {
  let path = '';
  for (let x = from; x <= to; x += STEP) path += `${path ? 'L' : 'M'}${x} ${y(x).toFixed(1)}`;
  return path;
}

const peak = (centre: number, height: number, width: number): Ridge => {
  return (x) => height * Math.exp(-(((x - centre) / width) ** 2));
};
const ridge = (base: number, ...peaks: Ridge[]): Ridge => {
  return (x) =>
    base - peaks.reduce((sum, one) => sum + one(x), 0) - 2.2 * Math.sin(x / 37) - 1.4 * Math.sin(x / 13);
};

// From far to near: two ridges, the tea terraces, the bend of a river.
const far = ridge(
  196,
  peak(220, 66, 120),
  peak(470, 96, 150),
  peak(760, 52, 130),
  peak(1010, 104, 140),
  peak(1290, 84, 150),
);
const middle = ridge(232, peak(90, 74, 130), peak(620, 70, 150), peak(860, 40, 110), peak(1180, 92, 170));
const near = ridge(286, peak(-40, 96, 190), peak(330, 58, 150), peak(1060, 44, 130), peak(1420, 128, 210));

/** Contour lines under a ridge: the further down, the flatter, as terraces lie. */
function terraces(top: Ridge, count: number, gap: number, flat: number): Ridge[] {
  return Array.from({ length: count }, (_, row) => (x: number) => {
    const fade = (row + 1) / (count + 1);
    return top(x) * (1 - fade * 0.35) + flat * fade * 0.35 + (row + 1) * gap;
  });
}

const river: Ridge[] = Array.from({ length: 7 }, (_, row) => {
  const depth = row / 6;
  return (x: number) =>
    318 + row * (6 + depth * 5) + (5 + depth * 6) * Math.sin(x / (210 + row * 14) + row * 0.55 + 0.4);
});

const dashes = [
  '',
  '220 26 90 18',
  '160 40 320 30',
  '60 24 180 44',
  '300 60 120 34',
  '90 50 40 30',
  '200 90 60 40',
];

/**
 * The district's line art: hills, tea terraces, the river and its bridge. `ground` is the colour behind it, with which
 * nearer hills cover farther ones. Decoration only; hidden from screen readers.
 */
export function Motif({
  className,
  ground = 'var(--zq-navy)',
  stroke = 'var(--zq-navy-line)',
}: {
  className?: string;
  ground?: string;
  stroke?: string;
}) {
  const brand = useBrand();
  if (brand.motif !== 'terraces') return null;
  const area = (top: Ridge) => `${line(top)}L${WIDTH} 400L0 400Z`;
  return (
    <svg
      className={className}
      viewBox="0 -110 1440 490"
      preserveAspectRatio="xMidYMax slice"
      fill="none"
      stroke={stroke}
      strokeWidth={1.25}
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {/* The sun goes down behind the far ridge. */}
      <circle cx="750" cy="124" r="30" opacity={0.7} />
      <path d={area(far)} fill={ground} stroke="none" />
      <path d={line(far)} opacity={0.7} />
      {terraces(far, 3, 13, 220).map((one, row) => (
        <path key={row} d={line(one)} opacity={0.3 - row * 0.07} />
      ))}
      <path d={area(middle)} fill={ground} stroke="none" />
      <path d={line(middle)} opacity={0.85} />
      {terraces(middle, 5, 10, 262).map((one, row) => (
        <path key={row} d={line(one)} opacity={0.55 - row * 0.08} />
      ))}
      <Bridge />
      <path d={area(near)} fill={ground} stroke="none" />
      <path d={line(near)} />
      {terraces(near, 7, 8.5, 318).map((one, row) => (
        <path key={row} d={line(one)} opacity={0.9 - row * 0.1} />
      ))}
      <path d={area((x) => river[0]!(x) - 6)} fill={ground} stroke="none" />
      {river.map((one, row) => (
        <path key={row} d={line(one)} strokeDasharray={dashes[row]} opacity={1 - row * 0.1} />
      ))}
    </svg>
  );
}

/** A cable-stayed bridge between the two banks. */
function Bridge() {
  const deck = 268;
  const pylons = [640, 800];
  return (
    <g>
      <path d={`M470 ${deck}H970M470 ${deck + 5}H970`} />
      {pylons.map((x) => (
        <g key={x}>
          <path
            d={`M${x - 5} ${deck + 48}L${x - 2} ${deck - 86}M${x + 5} ${deck + 48}L${x + 2} ${deck - 86}`}
          />
          {[1, 2, 3, 4, 5].map((n) => (
            <path
              key={n}
              d={`M${x} ${deck - 88 + n * 7}L${x - 15 * n} ${deck}M${x} ${deck - 88 + n * 7}L${x + 15 * n} ${deck}`}
              opacity={0.75}
            />
          ))}
        </g>
      ))}
    </g>
  );
}
