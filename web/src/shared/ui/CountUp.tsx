import { useEffect, useState } from 'react';
import { prefersStill } from './preferences';

/** Counts from zero to `value` once, when first mounted; at once where motion is unwanted. */
export function CountUp({ value, decimals = 0 }: { value: number; decimals?: number }) {
  const [share, setShare] = useState(() => (prefersStill() ? 1 : 0));
  useEffect(() => {
    if (prefersStill()) return;
    const start = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const time = Math.min(1, (now - start) / 900);
      setShare(1 - (1 - time) ** 3);
      if (time < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const text = (shown: number) =>
    shown.toLocaleString('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (
    <span className="zq-num">
      <span aria-hidden="true">{text(value * share)}</span>
      <span className="zq-hidden">{text(value)}</span>
    </span>
  );
}
