import { createContext, useContext } from 'react';
import { daysLeft } from './format';
import { Tag } from './StatusTag';

/** From so many days on a deadline is said aloud. */
const NEAR = 60;

/** The day from which is counted, where that is not today: 2026-03-15. */
export const CountedFrom = createContext<string | undefined>(undefined);

/** Says that a deadline is near or over; nothing while there is time. */
export function Deadline({ day }: { day: string | undefined }) {
  const from = useContext(CountedFrom);
  if (!day) return null;
  const left = daysLeft(day, from ? Date.parse(`${from}T12:00:00+08:00`) : undefined);
  if (left > NEAR) return null;
  if (left < 0) return <Tag>已截止</Tag>;
  return <Tag tone="wait">{left === 0 ? (from ? '当天截止' : '今天截止') : `还剩 ${left} 天`}</Tag>;
}
