import { useQuery } from '@tanstack/react-query';
import { api, type RedemptionRow, type RedemptionStatus } from '../api';
import { daysLeft } from '../ui/format';

export const REDEMPTIONS = ['redemptions'];

export function useMyRedemptions(enabled = true) {
  return useQuery({
    queryKey: REDEMPTIONS,
    queryFn: ({ signal }) => api.get('/api/policy/my/redemptions', { query: { size: 100 }, signal }),
    enabled,
  });
}

/** How an application stands as it is shown: its notice is over with its last day, and it is approved some minutes later, or once who objected is answered. */
export const shownStatus = ({
  status,
  noticeUntil,
}: Pick<RedemptionRow, 'status' | 'noticeUntil'>): RedemptionStatus | 'NOTICE_OVER' =>
  status === 'IN_NOTICE' && noticeUntil && daysLeft(noticeUntil) < 0 ? 'NOTICE_OVER' : status;
