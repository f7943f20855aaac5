import { numberText } from '../ui';

/** How often a key may call. */
export const callLimits = (key: { perMinute: number; perDay: number }) =>
  `每分钟 ${numberText(key.perMinute)} 次，每日 ${numberText(key.perDay)} 次`;
