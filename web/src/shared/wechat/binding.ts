import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api';

const BINDING = ['wechat', 'binding'] as const;

/** The WeChat user that opens one's own account. */
export const useWeChatBinding = () =>
  useQuery({
    queryKey: BINDING,
    queryFn: ({ signal }) => api.get('/api/auth/wechat/binding', { signal }),
  });

/** Ends it, by the password of the account. */
export function useUnbindWeChat() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (password: string) => api.post('/api/auth/wechat/binding/removal', { body: { password } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: BINDING }),
  });
}
