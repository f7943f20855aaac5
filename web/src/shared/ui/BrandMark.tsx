import { useBrand } from '../brand';

/** The drawn mark (hills over a river), or the district's own logo when one is configured. */
export function BrandMark({ size = 36, onDark = false }: { size?: number; onDark?: boolean }) {
  const { logo } = useBrand();
  const edge = `${size / 16}rem`;
  if (logo) return <img src={logo} alt="" style={{ width: edge, height: edge }} />;
  return (
    <svg viewBox="0 0 32 32" style={{ width: edge, height: edge }} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" fill={onDark ? '#ffffff' : 'var(--zq-navy)'} />
      <path
        d="M4 20.5 11.5 9l5 7.6 3.4-4.800L28 20.5"
        fill="none"
        stroke={onDark ? 'var(--zq-navy)' : '#ffffff'}
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M4 25c3 0 3-2 6-2s3 2 6 2 3-2 6-2 3 2 6 2"
        fill="none"
        stroke={onDark ? 'var(--zq-amber-hover)' : 'var(--zq-amber)'}
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
