import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { useMe } from './session';
import { useEventStream } from './sse';
import type { Message } from './types';

export const UNREAD = ['messages', 'unread'] as const;

/** Number of unread messages, without listening: the layout's `useUnread` keeps it up to date. */
export function useUnreadCount(): number {
  const { me } = useMe();
  const count = useQuery({
    queryKey: UNREAD,
    queryFn: () => api.get<{ count: number }>('/api/message/my/unread-count').then((answer) => answer.count),
    enabled: !!me,
  });
  return me ? (count.data ?? 0) : 0;
}

/**
 * Number of unread messages, live while signed in. Mount once, in the app's layout; `onMessage` sees each new message.
 * Other messages queries are refreshed when one arrives.
 */
export function useUnread(onMessage?: (message: Message) => void): number {
  const { me } = useMe();
  const queries = useQueryClient();
  const count = useUnreadCount();
  useEventStream(
    '/api/message/my/stream',
    (event) => {
      if (event.event === 'unread')
        queries.setQueryData(UNREAD, (JSON.parse(event.data) as { count: number }).count);
      if (event.event === 'message') {
        onMessage?.(JSON.parse(event.data) as Message);
        void queries.invalidateQueries({ queryKey: ['messages', 'list'] });
      }
    },
    !!me,
  );
  return count;
}
