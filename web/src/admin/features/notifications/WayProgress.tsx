import type { NotificationDetail } from '@/shared/api';
import { label } from '@/shared/i18n';
import { numberText, toneOf, type Tone } from '@/shared/ui';
import css from './notifications.module.css';

type Result = NotificationDetail['progress'][number];

const OPEN = new Set<string>(['WAITING', 'TAKEN']);
/** From what got there to what did not. */
const ORDER: Tone[] = ['good', 'info', 'wait', 'bad', 'quiet'];

/**
 * How far one way has come: what got there, what did not and what nobody knows are parts of the bar in the colours of their states, for
 * a bar that only says that all were tried reads as if all had been reached. What is still open is the rest of the bar.
 */
export function WayProgress({ way, results }: { way: string; results: Result[] }) {
  const all = results.reduce((sum, one) => sum + one.count, 0);
  const done = results.filter((one) => !OPEN.has(one.result));
  const tried = done.reduce((sum, one) => sum + one.count, 0);
  const tone = (one: Result) => toneOf('deliveryResult', one.result);
  const parts = [...done].sort((a, b) => ORDER.indexOf(tone(a)) - ORDER.indexOf(tone(b)));
  return (
    <li>
      <div className={css.way}>
        <b>{way}</b>
        <span>
          已处理 {numberText(tried)} / {numberText(all)}
        </span>
      </div>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={`${way}发送进度`}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={tried}
      >
        {parts.map((one) => (
          <span key={one.result} className={css[tone(one)]} style={{ flexGrow: one.count }} />
        ))}
        {all > tried && <span style={{ flexGrow: all - tried }} />}
      </div>
      <span className={css.tally}>
        {[...parts, ...results.filter((one) => OPEN.has(one.result))].map((one) => (
          <span key={one.result}>
            <i className={OPEN.has(one.result) ? undefined : css[tone(one)]} aria-hidden="true" />
            {label('deliveryResult', one.result)} {numberText(one.count)}
          </span>
        ))}
      </span>
    </li>
  );
}
