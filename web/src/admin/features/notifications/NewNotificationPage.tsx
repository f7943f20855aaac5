import { useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import { useNavigate } from 'react-router';
import { api, isProblem, useSubmit, type NotificationContent, type NotificationDetail } from '@/shared/api';
import { useProblems } from '@/shared/ui/antd';
import { PageHead, pageCss } from '../../ui/page';
import { EMPTY, formField } from './content';
import { NotificationForm } from './NotificationForm';

/** 新建通知. */
export default function NewNotificationPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message } = App.useApp();
  const begin = useSubmit(
    async (
      { content, send }: { content: NotificationContent; send: boolean; form: FormInstance },
      idempotencyKey,
    ): Promise<{ detail: NotificationDetail; refused?: Error }> => {
      const detail = await api.post('/api/message/notifications', { body: content, idempotencyKey });
      if (!send) return { detail };
      const submitted = api.post('/api/message/notifications/{id}/submit', {
        path: { id: detail.notification.id },
        body: { version: detail.notification.version },
        idempotencyKey: `${idempotencyKey}-submit`,
      });
      // It is kept all the same: what is wrong is mended where it is.
      return submitted.then(
        (done) => ({ detail: done }),
        (refused: Error) => ({ detail, refused }),
      );
    },
    {
      onSuccess: ({ detail, refused }, { send, form }) => {
        if (refused) {
          void message.warning('已保存为草稿，还不能发送');
          problems(refused, form, formField);
        } else if (!send) void message.success('草稿已保存');
        else
          void message.success(
            detail.notification.state === 'PENDING_APPROVAL' ? '已提交，等待审批' : '已提交发送',
          );
        queries.setQueryData(['notifications', 'one', detail.notification.id], detail);
        void queries.invalidateQueries({ queryKey: ['notifications', 'list'] });
        void navigate(`/notifications/${detail.notification.id}`, { replace: true });
      },
    },
  );
  const send = (content: NotificationContent, now: boolean, form: FormInstance) =>
    begin.mutateAsync({ content, send: now, form }).then(
      () => true,
      (error: unknown) => {
        problems(error, isProblem(error) ? form : undefined, formField);
        return false;
      },
    );
  return (
    <div className={pageCss.page}>
      <PageHead title="新建通知" facts="填写内容和接收条件，预览并核对人数后发送" />
      <NotificationForm
        values={EMPTY}
        busy={begin.isPending}
        onKeep={(content, form) => send(content, false, form)}
        onSend={(content, form) => send(content, true, form)}
      />
    </div>
  );
}
