import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { Link, useSearchParams } from 'react-router';
import { api, isUnread, MESSAGE_KINDS, UNREAD, useUnreadCount, type Message } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Empty, numberText, Tag, timeAgo, tidied, Whole } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Choice, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import css from './messages.module.css';

/** Among the kinds, the one choice that is none. */
const UNREAD_ONLY = 'UNREAD';

/** 消息中心 on the phone. */
export default function MessagesPage() {
  const unread = useUnreadCount();
  const queries = useQueryClient();
  const problems = useProblems();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  // Whatever stands in the address bar: the server refuses what it does not know.
  const chosen = params.get('kind') ?? (params.get('read') === 'false' ? UNREAD_ONLY : '');
  const query = useGrowing(['messages', 'list', q, chosen], (page, signal) =>
    api.get('/api/message/my/messages', {
      signal,
      query: {
        q: q || undefined,
        ...(chosen === UNREAD_ONLY ? { read: false } : { kind: (chosen || undefined) as Message['kind'] }),
        page,
        size: 20,
      },
    }),
  );
  const show = (text: string, which: string) =>
    setParams(
      {
        ...(text && { q: text }),
        ...(which === UNREAD_ONLY ? { read: 'false' } : which && { kind: which }),
      },
      { replace: true },
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
        {/* All are meant, not those that were chosen. */}
        {!q && !chosen && (
          <Button
            size="small"
            disabled={!unread}
            loading={readAll.isPending}
            onClick={() => readAll.mutate()}
          >
            全部已读
          </Button>
        )}
      </div>
      <Search
        key={q}
        label="搜索消息"
        placeholder="标题、内容"
        value={q}
        onSearch={(text) => show(text, chosen)}
      />
      <Choice
        name="按类型筛选"
        chosen={chosen}
        options={[
          ['', '全部'],
          [UNREAD_ONLY, '未读'],
          ...MESSAGE_KINDS.map((kind): [string, string] => [kind, label('messageKind', kind)]),
        ]}
        onChoose={(next) => show(q, next)}
      />
      <Growing
        query={query}
        empty={
          q || chosen ? (
            <Empty title={label('state', 'emptyFiltered')}>
              <Button onClick={() => show('', '')}>清除条件</Button>
            </Empty>
          ) : (
            <Empty title="还没有消息" hint="办理进度会在这里告知" />
          )
        }
      >
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
