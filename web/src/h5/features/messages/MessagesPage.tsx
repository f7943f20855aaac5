import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { Link } from 'react-router';
import { api, isUnread, UNREAD, useUnreadCount } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Empty, numberText, Tag, timeAgo, tidied, Whole } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';
import css from './messages.module.css';

export default function MessagesPage() {
  const unread = useUnreadCount();
  const queries = useQueryClient();
  const problems = useProblems();
  const query = useGrowing(['messages', 'list'], (page, signal) =>
    api.get('/api/message/my/messages', { signal, query: { page, size: 20 } }),
  );
  const readAll = useMutation({
    mutationFn: () => api.post('/api/message/my/messages/read', { body: { all: true } }),
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
        <p>{unread ? `${numberText(unread)} 条未读` : query.data && '没有未读消息'}</p>
        <Button size="small" disabled={!unread} loading={readAll.isPending} onClick={() => readAll.mutate()}>
          全部已读
        </Button>
      </div>
      <Growing query={query} empty={<Empty title="还没有消息" hint="办理进度会在这里告知" />}>
        {(items) => (
          <Section flush>
            {items.map((message) => (
              <Link key={message.id} to={`/messages/${message.id}`} className={css.message}>
                <p className={isUnread(message) ? css.unread : undefined}>
                  {message.title}
                  {isUnread(message) && <span className={css.dot}>未读</span>}
                  {message.doneAt && <Tag tone="good">已办理</Tag>}
                </p>
                <p className={css.body}>
                  <Whole>{tidied(message.body)}</Whole>
                </p>
                <p className={css.meta}>
                  {label('messageKind', message.kind)} · {timeAgo(message.createdAt)}
                </p>
              </Link>
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
