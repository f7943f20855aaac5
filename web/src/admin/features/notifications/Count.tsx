import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, isProblem, problemText } from '@/shared/api';
import { numberText, Skeleton } from '@/shared/ui';
import { audienceOf, type NotificationValues } from './content';
import css from './notifications.module.css';
import { useNotificationSettings, useSettled } from './queries';

/** How many it is for now, as the conditions stand. */
export function Count({ values }: { values: NotificationValues }) {
  const audience = useSettled(audienceOf(values));
  const settings = useNotificationSettings();
  const count = useQuery({
    queryKey: ['notifications', 'count', audience],
    queryFn: ({ signal }) => api.post('/api/message/notifications/count', { body: audience, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  // Without who has the tags it can be neither counted nor kept.
  if (isProblem(count.error, 'TAGS_UNANSWERED'))
    return (
      <div role="alert">
        <p className={css.warn}>{problemText(count.error)}</p>
        <Button type="link" loading={count.isFetching} onClick={() => void count.refetch()}>
          重新统计
        </Button>
      </div>
    );
  if (count.isError) return <p className={css.ways}>暂时不能统计人数，不影响保存</p>;
  if (!count.data) return <Skeleton lines={2} height={20} />;
  const { people, weChat, phone, needsApproval } = count.data;
  const ways = [
    ...(values.channels.includes('WECHAT') && weChat !== undefined
      ? [`${numberText(weChat)} 人已绑定微信`]
      : []),
    ...(values.channels.includes('SMS') && phone !== undefined ? [`${numberText(phone)} 人可收短信`] : []),
  ];
  return (
    <div aria-live="polite" aria-busy={count.isFetching}>
      <div className={css.count}>
        <strong>{numberText(people)}</strong>
        <span>人，每人一次</span>
      </div>
      {ways.length > 0 && <p className={css.ways}>其中 {ways.join('，')}</p>}
      {people === 0 && <p className={css.warn}>没有符合条件的接收人，请调整接收范围</p>}
      {needsApproval && (
        <p className={css.warn}>
          超过 {numberText(settings.data?.approvalAbove)} 人，提交后须由另一人审批才会发送
        </p>
      )}
    </div>
  );
}
