import { daysLeft } from './format';
import { Tag } from './StatusTag';

/** From so many days on a deadline is said aloud. */
const NEAR = 60;

/** Says that a deadline is near or over; nothing while there is time. */
export function Deadline({ day }: { day: string | undefined }) {
  if (!day) return null;
  const left = daysLeft(day);
  if (left > NEAR) return null;
  if (left < 0) return <Tag>已截止</Tag>;
  return <Tag tone="wait">{left === 0 ? '今天截止' : `还剩 ${left} 天`}</Tag>;
}
