import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type AllowedApp } from '../api';
import { dateTimeText } from '../ui/format';
import { toldBy } from './words';

const APPS = ['allowed-apps'] as const;

/** Which other applications know who the signed-in person is. */
export const useAllowedApps = () =>
  useQuery({
    queryKey: APPS,
    queryFn: ({ signal }) => api.get('/api/auth/my/apps', { signal }),
  });

/** Takes back what one of them was allowed. */
export function useWithdrawal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post('/api/auth/my/apps/{id}/withdrawal', { path: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: APPS }),
  });
}

export const NO_APPS = '没有用平台账号登录过其他应用。登录时同意授权的应用会列在这里。';

export const WITHDRAWAL =
  '该应用不能再获取您的信息，再次用平台账号登录时须重新授权。已提供给该应用的信息由其主管单位负责。';

/** Who runs it, since when it is allowed, and what it may know. */
export function allowedFacts({ owner, givenAt, knows, plainPhone }: AllowedApp): string {
  const told = knows.map((scope) => toldBy(scope, plainPhone)).join('、');
  return `${owner}，${dateTimeText(givenAt)} 授权${told && `，可获取${told}`}`;
}
