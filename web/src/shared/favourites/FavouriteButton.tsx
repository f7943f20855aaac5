import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, problemText, signInUrl, useMe } from '@/shared/api';
import { Icon } from '@/shared/ui';

/** What can be kept, and where its list is. */
const kept = {
  policy: {
    permission: 'policy.favourite',
    holds: (policyId: string, signal: AbortSignal) =>
      api.get('/api/policy/my/favourites/{policyId}', { path: { policyId }, signal }),
    add: (policyId: string) => api.put('/api/policy/my/favourites/{policyId}', { path: { policyId } }),
    remove: (policyId: string) => api.delete('/api/policy/my/favourites/{policyId}', { path: { policyId } }),
  },
  product: {
    permission: 'finance.favourite',
    holds: (productId: string, signal: AbortSignal) =>
      api.get('/api/finance/my/favourites/{productId}', { path: { productId }, signal }),
    add: (productId: string) => api.put('/api/finance/my/favourites/{productId}', { path: { productId } }),
    remove: (productId: string) =>
      api.delete('/api/finance/my/favourites/{productId}', { path: { productId } }),
  },
};

type Kept = keyof typeof kept;

/** Keys of the lists, by what is in them. */
export const favourites = (of: Kept) => ['favourites', of] as const;

/**
 * Keeps a policy or a product in the enterprise's list, and takes it out again. Visitors are led to the sign-in and back;
 * who acts for no enterprise has no list and sees no button.
 */
export function FavouriteButton({
  of,
  id,
  className,
  listed = false,
}: {
  of: Kept;
  id: string;
  className?: string;
  /** In the list itself, where everything is kept: the button says what it does and not how it stands. */
  listed?: boolean;
}) {
  const { me, loading, can } = useMe();
  const queries = useQueryClient();
  const way = kept[of];
  const mine = !!me?.enterprise && can(way.permission);
  const query = useQuery({
    queryKey: [...favourites(of), 'holds', id],
    queryFn: ({ signal }) => way.holds(id, signal),
    enabled: mine,
  });
  const change = useMutation({
    mutationFn: (keep: boolean) => (keep ? way.add(id) : way.remove(id)),
    onSuccess: () => queries.invalidateQueries({ queryKey: favourites(of) }),
  });
  if (loading) return null;
  if (!me) {
    return (
      <a className={className} href={signInUrl(location.pathname + location.search)}>
        <Icon name="star" size={18} /> 收藏
      </a>
    );
  }
  if (!mine || !query.data) return null;
  const held = query.data.favourite;
  return (
    <>
      <button
        type="button"
        className={className}
        aria-pressed={listed ? undefined : held}
        disabled={change.isPending}
        onClick={() => change.mutate(!held)}
      >
        <Icon name="star" size={18} filled={held && !listed} />{' '}
        {!held ? '收藏' : listed ? '取消收藏' : '已收藏'}
      </button>
      {change.error && <p role="alert">{problemText(change.error)}</p>}
    </>
  );
}
