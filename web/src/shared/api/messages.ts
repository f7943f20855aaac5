import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api } from './client';
import { useMe } from './session';
import { useSharedStream } from './sharedStream';
import type { Message } from './types';

export const UNREAD = ['messages', 'unread'] as const;

/** What messages are about. */
export const MESSAGE_KINDS: readonly Message['kind'][] = ['CODE', 'FINANCE', 'POLICY', 'SYSTEM'];

/** Whether it still wants to be looked at: neither read, nor about work that somebody has done meanwhile. */
export const isUnread = (message: Pick<Message, 'readAt' | 'doneAt'>) => !message.readAt && !message.doneAt;

/** Number of unread messages, without listening: the layout's `useUnread` keeps it up to date. */
export function useUnreadCount(): number {
  const { me } = useMe();
  const count = useQuery({
    queryKey: UNREAD,
    queryFn: () => api.get('/api/message/my/unread-count').then((answer) => answer.count),
    enabled: !!me,
  });
  return me ? (count.data ?? 0) : 0;
}

const listeners = new Set<(message: Message) => void>();

/** Hears of each message that comes while mounted; the layout's `useUnread` receives them. */
export function useNewMessage(onMessage: (message: Message) => void): void {
  const handle = useEffectEvent(onMessage);
  useEffect(() => {
    const listener = (message: Message) => handle(message);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}

/** The kind of own case that a link leads to, as the keys of its queries begin: `/my/claims/1` is one of `claims`. */
const kindIn = (link: string | undefined) =>
  /^\/(?:my\/([\w-]+)|(declarations|redemptions)\b)/
    .exec(link ?? '')
    ?.slice(1)
    .find(Boolean);

/**
 * Number of unread messages, live while signed in. Mount once, in the app's layout. Pages hear of new messages by
 * `useNewMessage`; what is shown of other messages, and of what one leads to, is refreshed when it arrives.
 */
export function useUnread(): number {
  const { me } = useMe();
  const queries = useQueryClient();
  const count = useUnreadCount();
  useSharedStream('/api/message/my/stream', me?.accountId, (event) => {
    const listChanged = () => void queries.invalidateQueries({ queryKey: ['messages', 'list'] });
    if (event.event === 'unread') {
      const before = queries.getQueryData(UNREAD);
      const { count } = JSON.parse(event.data) as { count: number };
      queries.setQueryData(UNREAD, count);
      // Messages may have come while nobody listened.
      if (before !== undefined && before !== count) listChanged();
    }
    if (event.event === 'message') {
      const message = JSON.parse(event.data) as Message;
      listeners.forEach((listener) => listener(message));
      listChanged();
      const kind = kindIn(message.link);
      if (kind)
        void queries.invalidateQueries({
          // Of a kind as a whole or of one: `claims`, `claim`.
          predicate: ({ queryKey: [of] }) => of === kind || `${String(of)}s` === kind,
        });
    }
  });
  return count;
}

/** One message. Opening it is reading it; if telling the server fails, it stays unread and nothing is lost. */
export function useOpenMessage(id: string) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['message', id],
    queryFn: ({ signal }) => api.get('/api/message/my/messages/{id}', { path: { id }, signal }),
  });
  const unread = query.data && !query.data.readAt;
  useEffect(() => {
    if (!unread) return;
    api
      .post('/api/message/my/messages/read', { body: { ids: [id] } })
      .then(() => {
        void queries.invalidateQueries({ queryKey: ['messages', 'list'] });
        void queries.invalidateQueries({ queryKey: UNREAD });
      })
      .catch(() => undefined);
  }, [id, unread, queries]);
  return query;
}
