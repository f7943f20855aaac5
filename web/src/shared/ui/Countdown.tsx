/** Whole seconds until `expiresAt`, never negative. `skew` is server time minus this clock, in milliseconds. */
export function secondsLeft(expiresAt: string, now: number = Date.now(), skew = 0): number {
  return Math.max(0, Math.ceil((Date.parse(expiresAt) - now - skew) / 1000));
}

/** A ring that empties. The number in it is the accessible text; it is not announced each second. */
export function CountdownRing({ left, total, size = 56 }: { left: number; total: number; size?: number }) {
  const radius = 22;
  const length = 2 * Math.PI * radius;
  const share = total > 0 ? Math.min(1, left / total) : 0;
  const edge = `${size / 16}rem`;
  return (
    <svg viewBox="0 0 52 52" style={{ width: edge, height: edge }} role="img" aria-label={`${left} 秒后刷新`}>
      <circle cx="26" cy="26" r={radius} fill="none" stroke="var(--zq-line)" strokeWidth="4" />
      <circle
        cx="26"
        cy="26"
        r={radius}
        fill="none"
        stroke={left <= 5 ? 'var(--zq-red)' : 'var(--zq-blue)'}
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray={`${length * share} ${length}`}
        transform="rotate(-90 26 26)"
        style={{ transition: 'stroke-dasharray 250ms linear' }}
      />
      <text
        x="26"
        y="26"
        dominantBaseline="central"
        textAnchor="middle"
        fontSize="20"
        fontWeight="600"
        fill="var(--zq-ink)"
        className="zq-num"
      >
        {left}
      </text>
    </svg>
  );
}
