import { dateText, NONE, numberText } from '../ui';

/** How often a key may call. */
export const callLimits = (key: { perMinute: number; perDay: number }) =>
  `每分钟 ${numberText(key.perMinute)} 次，每日 ${numberText(key.perDay)} 次`;

/** The last day on which a key counts: it ends with that day, which is the first moment of the next one. */
export const lastDayOf = ({ expiresAt }: { expiresAt?: string | null }) =>
  expiresAt ? dateText(new Date(Date.parse(expiresAt) - 1).toISOString()) : NONE;
