import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useNavigate, useParams } from 'react-router';
import { api, UNREAD, useOpenMessage, type Message } from '@/shared/api';
import { useEnterpriseOf } from '@/shared/enterprise';
import { useMyCase } from '@/shared/evaluations';
import { dateTimeText, Loaded, Skeleton, tidied, Whole } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, Section } from '../../ui';
import css from './messages.module.css';

/** What stands behind a message's link, by its place among 我的. */
const ACTION: Record<string, string> = {
  scans: '查看扫码记录',
  applications: '查看融资申请',
  claims: '查看领码申请',
  code: '查看企业码',
  members: '查看成员管理',
  evaluations: '查看办理评价',
};

export default function MessagePage() {
  const { id = '' } = useParams();
  const query = useOpenMessage(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={6} />}>
      {(message) => <Open message={message} />}
    </Loaded>
  );
}

/** What the button of a message does: whoever is asked to evaluate has nothing to look at yet. */
function ActionWords({ link }: { link: string }) {
  const [, , place = '', id = ''] = link.split(/[/?]/);
  const asked = place === 'evaluations' && id !== '';
  const { data } = useMyCase(id, asked);
  if (asked && data?.open && !data.evaluation) return '去评价';
  if (asked && data?.evaluation?.againOpen) return '再次评价';
  return ACTION[place] ?? '查看详情';
}

function Open({ message }: { message: Message }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const problems = useProblems();
  const enterprise = useEnterpriseOf(message);
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['messages', 'list'] }),
      queries.invalidateQueries({ queryKey: UNREAD }),
    ]);
  const remove = useMutation({
    mutationFn: () => api.delete('/api/message/my/messages/{id}', { path: { id: message.id } }),
    onSuccess: () => {
      void refresh();
      void navigate('/messages', { replace: true });
    },
    onError: (error) => problems(error),
  });
  const ask = async () => {
    if (await confirmed({ content: '删除后不能恢复，确定删除这条消息？', confirmText: '删除' }))
      await remove.mutateAsync().catch(() => undefined);
  };
  return (
    <>
      <Body>
        <Section title={message.title}>
          {enterprise && <p>企业：{enterprise}</p>}
          <p>
            <Whole>{tidied(message.body)}</Whole>
          </p>
          <p className={css.meta}>
            <time dateTime={message.createdAt}>{dateTimeText(message.createdAt)}</time>
          </p>
        </Section>
      </Body>
      <ActionBar>
        <Button onClick={() => void ask()}>删除</Button>
        {message.link && (
          <Button color="primary" onClick={() => void navigate(message.link!)}>
            <ActionWords link={message.link} />
          </Button>
        )}
      </ActionBar>
    </>
  );
}
