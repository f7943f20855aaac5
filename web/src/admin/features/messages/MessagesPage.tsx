import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, isUnread, MESSAGE_KINDS, UNREAD, type Message } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Tag, Whole } from '@/shared/ui';
import { ACTIONS, ListPage, useProblems } from '@/shared/ui/antd';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { MessageLink } from './MessageLink';
import css from './MessagesPage.module.css';

/** 消息中心 of the person who is signed in. */
export default function MessagesPage() {
  const queries = useQueryClient();
  const problems = useProblems();
  const { message: toast, modal } = App.useApp();
  const [open, setOpen] = useState<Message>();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['messages', 'list'] }),
      queries.invalidateQueries({ queryKey: UNREAD }),
    ]);
  const read = useMutation({
    mutationFn: (which: { ids?: string[]; all?: true }) =>
      api.post('/api/message/my/messages/read', { body: which }),
    onError: (error) => problems(error),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (message: Message) =>
      api.delete('/api/message/my/messages/{id}', { path: { id: message.id } }),
    onSuccess: () => toast.success('已删除'),
    onError: (error) => problems(error),
    onSettled: refresh,
  });
  const show = (message: Message) => {
    setOpen(message);
    if (!message.readAt) read.mutate({ ids: [message.id] });
  };

  return (
    <>
      <ListPage
        title="消息中心"
        queryKey={['messages', 'list']}
        empty={{ title: '还没有消息' }}
        path="/api/message/my/messages"
        rowKey="id"
        tabs={{
          name: 'read',
          label: '阅读状态',
          options: [
            { value: 'false', label: '未读' },
            { value: 'true', label: '已读' },
          ],
        }}
        filters={[
          { kind: 'text', name: 'q', label: '消息', placeholder: '标题或内容' },
          {
            kind: 'select',
            name: 'kind',
            label: '类型',
            options: MESSAGE_KINDS.map((value) => ({ value, label: label('messageKind', value) })),
          },
        ]}
        selectable={isUnread}
        scrollX={720}
        toolbar={(selected, clear) => (
          <>
            <Button
              disabled={!selected.length}
              onClick={() => {
                read.mutate({ ids: selected.map((message) => message.id) });
                clear();
              }}
            >
              标为已读
            </Button>
            <Button onClick={() => read.mutate({ all: true })}>全部已读</Button>
          </>
        )}
        // The message takes what the others leave; they have room for the large text too.
        columns={[
          {
            key: 'title',
            title: '消息',
            render: (_, message) => (
              <div className={isUnread(message) ? css.unread : css.read}>
                {isUnread(message) && <span className="zq-hidden">未读</span>}
                <Button type="link" className={pageCss.linkButton} onClick={() => show(message)}>
                  {message.title}
                </Button>{' '}
                {message.doneAt && <Tag tone="good">已办理</Tag>}
                <span className={css.body}>
                  <Whole>{message.body}</Whole>
                </span>
              </div>
            ),
          },
          {
            key: 'kind',
            title: '类型',
            width: 110,
            render: (_, message) => <Tag>{label('messageKind', message.kind)}</Tag>,
          },
          {
            key: 'createdAt',
            title: '时间',
            width: 175,
            className: pageCss.num,
            render: (_, message) => (
              <time dateTime={message.createdAt}>{dateTimeText(message.createdAt)}</time>
            ),
          },
          {
            key: ACTIONS,
            title: '操作',
            width: 145,
            render: (_, message) => (
              <RowActions
                of={message.title}
                more={[
                  {
                    key: 'remove',
                    label: '删除',
                    danger: true,
                    run: () =>
                      modal.confirm({
                        title: '删除这条消息？',
                        okText: '删除',
                        okButtonProps: { danger: true },
                        onOk: () => remove.mutateAsync(message).catch(() => undefined),
                      }),
                  },
                ]}
              >
                <Button type="link" size="small" onClick={() => show(message)}>
                  查看
                </Button>
              </RowActions>
            ),
          },
        ]}
      />
      <InfoDrawer open={!!open} title={open?.title} onClose={() => setOpen(undefined)} width={480}>
        {open && (
          <>
            <p className={pageCss.sub}>{dateTimeText(open.createdAt)}</p>
            <p className={css.text}>{open.body}</p>
            {open.doneAt && (
              <p className={css.done}>
                <Tag tone="good">已办理</Tag> {dateTimeText(open.doneAt)}
              </p>
            )}
            {open.link && <MessageLink link={open.link} done={!!open.doneAt} />}
          </>
        )}
      </InfoDrawer>
    </>
  );
}
