import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '@/shared/api';
import { audienceOf, type NotificationValues } from './content';

/** What the form has to know: whether text messages can be sent, and for how many people a second person approves. */
export const useNotificationSettings = () =>
  useQuery({
    queryKey: ['notifications', 'settings'],
    queryFn: ({ signal }) => api.get('/api/message/notifications/settings', { signal }),
    staleTime: 5 * 60_000,
  });

/** The value once it has stayed the same for a moment: nothing is asked at each stroke. */
export function useSettled<T>(value: T, moment = 400): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), moment);
    return () => clearTimeout(timer);
  }, [text, moment]);
  return JSON.parse(settled) as T;
}

const counting = (audience: ReturnType<typeof audienceOf>) => ({
  queryKey: ['notifications', 'count', audience],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.post('/api/message/notifications/count', { body: audience, signal }),
});

/** How many it is for, as the conditions stand; while they are typed, as they stood. */
export function useCount(values: NotificationValues) {
  const audience = useSettled(audienceOf(values));
  return useQuery({ ...counting(audience), placeholderData: keepPreviousData, gcTime: 0 });
}

/** The same of what is typed at this moment. */
export function useCountNow() {
  const queries = useQueryClient();
  return (values: NotificationValues) => queries.fetchQuery({ ...counting(audienceOf(values)), gcTime: 0 });
}
