import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';
import { dateText } from '@/shared/ui';

/**
 * What stands in place of what is the enterprise's, for whom its code was revoked; undefined for who never had one. Of who left with a code before it was
 * kept why, the last claim says it.
 */
export function useRevokedCode(enabled: boolean) {
  const ended = useQuery({
    enabled,
    queryKey: ['ended-enterprises'],
    queryFn: ({ signal }) => api.get('/api/user/my/ended-enterprises', { signal }),
  });
  const left = ended.data?.[0];
  const claims = useQuery({
    enabled: enabled && !ended.isPending && !left,
    queryKey: ['code', 'last-claim'],
    queryFn: ({ signal }) => api.get('/api/code/my/claims', { query: { size: 1 }, signal }),
  });
  const last = claims.data?.items[0];
  const again = '重新领取企业码、审核通过后，此前的申请、授权和查看记录即可继续查看。';
  const title = '企业码已注销';
  const revoked = left
    ? {
        title,
        hint: `${left.name}的企业码已于 ${dateText(left.endedAt)} 注销，数据授权同时终止，您的账号与该企业的关联随之解除。原因：${left.reason}。${again}`,
      }
    : last?.codeStatus === 'REVOKED'
      ? {
          title,
          hint: `${last.enterpriseName}的企业码已注销，数据授权同时终止。注销时间和原因见“消息”。${again}`,
        }
      : undefined;
  return { revoked, asking: enabled && (ended.isPending || (!left && claims.isPending)) };
}
