import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { api, isUnread, MESSAGE_KINDS, UNREAD, useUnreadCount } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  Empty,
  Icon,
  Loaded,
  numberText,
  Skeleton,
  Tag,
  timeAgo,
  useListUrlState,
  tidied,
  Whole,
} from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { Chips } from '../../ui/Chips';
import { CenterHead, Panel } from '../../ui/Panel';
import { StatePager } from '../../ui/List';
import { SearchBox } from '../../ui/SearchBox';
import css from './MessagesPage.module.css';

export default function MessagesPage() {
  const state = useListUrlState<'/api/message/my/messages'>({ size: 20 });
  const unread = useUnreadCount();
  const query = useQuery({
    queryKey: ['messages', 'list', state.query],
    queryFn: ({ signal }) => api.get('/api/message/my/messages', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  const actions = useMessageActions();
  const { modal } = App.useApp();
  return (
    <>
      <CenterHead
        title="消息中心"
        intro={unread ? `${numberText(unread)} 条未读` : query.data && '没有未读消息'}
        actions={
          // All are meant, not those that were chosen.
          unread > 0 &&
          !Object.keys(state.filters).length && (
            <Button loading={actions.read.isPending} onClick={() => actions.read.mutate({ all: true })}>
              全部已读
            </Button>
          )
        }
      />
      <div className={css.filters}>
        <Chips
          name="read"
          label="按已读状态筛选"
          options={[
            { value: 'false', label: '未读' },
            { value: 'true', label: '已读' },
          ]}
        />
        <Chips
          name="kind"
          all="全部类型"
          label="按类型筛选"
          options={MESSAGE_KINDS.map((value) => ({ value, label: label('messageKind', value) }))}
        />
        <SearchBox
          value={[state.filters.q ?? ''].flat()[0]!}
          placeholder="搜消息"
          onSearch={(q) => state.setFilters({ q })}
        />
      </div>
      <Panel flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(data) =>
            data.items.length ? (
              <ul className={css.messages}>
                {data.items.map((message) => (
                  <li key={message.id} className={isUnread(message) ? css.unread : undefined}>
                    <Link to={`/center/messages/${message.id}`}>
                      <span className={css.dot} aria-hidden="true" />
                      <span className={css.text}>
                        <b>
                          {message.title}
                          {isUnread(message) && <span className="zq-hidden">（未读）</span>}
                          {message.doneAt && <Tag tone="good">已办理</Tag>}
                        </b>
                        <span>
                          <Whole>{tidied(message.body)}</Whole>
                        </span>
                      </span>
                      <time dateTime={message.createdAt}>{timeAgo(message.createdAt)}</time>
                    </Link>
                    <Button
                      type="text"
                      aria-label={`删除：${message.title}`}
                      icon={<Icon name="close" size={16} />}
                      onClick={() =>
                        modal.confirm({
                          title: '删除这条消息？',
                          content: message.title,
                          okText: '删除',
                          cancelText: '取消',
                          onOk: () => actions.remove.mutateAsync(message.id).catch(() => undefined),
                        })
                      }
                    />
                  </li>
                ))}
              </ul>
            ) : (
              <Empty
                title={Object.keys(state.filters).length ? label('state', 'emptyFiltered') : '没有消息'}
              />
            )
          }
        </Loaded>
      </Panel>
      <StatePager state={state} total={query.data?.total} />
    </>
  );
}

function useMessageActions() {
  const queries = useQueryClient();
  const problems = useProblems();
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['messages', 'list'] });
    void queries.invalidateQueries({ queryKey: UNREAD });
  };
  const read = useMutation({
    mutationFn: (which: { ids?: string[]; all?: true }) =>
      api.post('/api/message/my/messages/read', { body: which }),
    onSuccess: refresh,
    onError: (error) => problems(error),
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete('/api/message/my/messages/{id}', { path: { id } }),
    onSuccess: refresh,
    onError: (error) => problems(error),
  });
  return { read, remove };
}
