import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, useMe } from '@/shared/api';
import { numberText } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import css from './ReversePage.module.css';

/** While enterprises are being told, the figures are asked for again. */
const AGAIN = 2_000;

/** How far a policy is told to those who qualify, and telling the others by hand: each enterprise once. */
export function Push({ code, title }: { code: string; title: string }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const { can } = useMe();
  const queries = useQueryClient();
  const queryKey = ['reverse', 'push', code];
  const { data: push } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get('/api/match/reverse/policies/push', { query: { code }, signal }),
    refetchInterval: ({ state: { data } }) => (data && (data.waiting > 0 || data.preparing) ? AGAIN : false),
  });
  const tell = useMutation({
    mutationFn: () => api.post('/api/match/reverse/policies/push', { body: { code } }),
    onSuccess: (standing) => {
      queries.setQueryData(queryKey, standing);
      void message.success('已开始推送');
    },
    onError: (error) => {
      problems(error);
      void queries.invalidateQueries({ queryKey });
    },
  });
  if (!push) return null;
  const open = push.open ?? 0;
  const busy = push.preparing || push.waiting > 0;
  return (
    <div className={css.push} role="status" aria-label="政策推送">
      <span>
        已推送 <b className="zq-num">{numberText(push.told)}</b> 家
        {push.told > 0 && '（含没有成员账号、收不到通知的企业）'}
        {busy && '，正在推送'}
        {!push.inForce && '；不在有效期内，不能推送'}
        {push.inForce && push.open === undefined && '；正在重新匹配，稍后可推送'}
      </span>
      {push.inForce && !busy && open > 0 && can('match.policy.push') && (
        <Button
          size="small"
          loading={tell.isPending}
          onClick={() =>
            modal.confirm({
              title: `向 ${numberText(open)} 家企业推送？`,
              content: `《${title}》：数据权限内符合条件、愿意接收且尚未推送的全部企业（不限于当前筛选出的），每个成员账号各收到一条通知，不能收回；没有成员账号的企业收不到。`,
              okText: '推送',
              onOk: () => tell.mutateAsync().catch(() => undefined),
            })
          }
        >
          推送给其余 {numberText(open)} 家
        </Button>
      )}
    </div>
  );
}
