import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { Link } from 'react-router';
import { api, UNREAD, useUnreadCount, type Message, type Page } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Empty, Loaded, Skeleton, timeAgo } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, More, Section } from '../../ui';
import css from './messages.module.css';

export default function MessagesPage() {
  const unread = useUnreadCount();
  const queries = useQueryClient();
  const problems = useProblems();
  const query = useInfiniteQuery({
    queryKey: ['messages', 'list'],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Message>>('/api/message/my/messages', { signal, query: { page: pageParam, size: 20 } }),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  });
  const readAll = useMutation({
    mutationFn: () => api.post('/api/message/my/messages/read', { all: true }),
    onError: (error) => problems(error),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['messages', 'list'] }),
        queries.invalidateQueries({ queryKey: UNREAD }),
      ]),
  });
  return (
    <Body>
      <div className={css.head}>
        <p>{unread ? `${unread} 条未读` : '没有未读消息'}</p>
        <Button size="small" disabled={!unread} loading={readAll.isPending} onClick={() => readAll.mutate()}>
          全部已读
        </Button>
      </div>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          return items.length ? (
            <>
              <Section flush>
                {items.map((message) => (
                  <Link key={message.id} to={`/messages/${message.id}`} className={css.message}>
                    <p className={message.readAt ? undefined : css.unread}>
                      {message.title}
                      {!message.readAt && <span className={css.dot}>未读</span>}
                    </p>
                    <p className={css.body}>{message.body}</p>
                    <p className={css.meta}>
                      {label('messageKind', message.kind)} · {timeAgo(message.createdAt)}
                    </p>
                  </Link>
                ))}
              </Section>
              <More
                onMore={() => void query.fetchNextPage()}
                busy={query.isFetchingNextPage}
                left={data.pages[0]!.total - items.length}
              />
            </>
          ) : (
            <Empty title="还没有消息" hint="办理进度会在这里告知" />
          );
        }}
      </Loaded>
    </Body>
  );
}
