import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';

/** What stands where the code stood, for whom it was revoked; undefined for who never had one. */
export function useRevokedCode(enabled: boolean): { title: string; hint: string } | undefined {
  const { data } = useQuery({
    enabled,
    queryKey: ['code', 'last-claim'],
    queryFn: ({ signal }) => api.get('/api/code/my/claims', { query: { size: 1 }, signal }),
  });
  const last = data?.items[0];
  return last?.codeStatus === 'REVOKED'
    ? {
        title: '企业码已注销',
        hint: `${last.enterpriseName}的企业码已注销，数据授权同时终止。注销时间和原因见“消息”；如需使用，请重新领取。`,
      }
    : undefined;
}
