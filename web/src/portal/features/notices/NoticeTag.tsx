import type { PublicNotice } from '@/shared/api';
import { daysLeft, Tag } from '@/shared/ui';

/** Whether there is still time to object, and how much. */
export function NoticeTag({ notice: { running, until } }: { notice: PublicNotice }) {
  if (!running) return <Tag>公示已结束</Tag>;
  const left = until === undefined ? undefined : daysLeft(until);
  return <Tag tone="info">公示中{left !== undefined && (left > 0 ? `，还剩 ${left} 天` : '，今天截止')}</Tag>;
}
