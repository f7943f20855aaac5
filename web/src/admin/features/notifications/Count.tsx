import { Button } from 'antd';
import { isProblem, problemText } from '@/shared/api';
import { numberText, Skeleton } from '@/shared/ui';
import type { NotificationValues } from './content';
import css from './notifications.module.css';
import { useCount, useNotificationSettings } from './queries';

/** How many it is for now, as the conditions stand. */
export function Count({ values }: { values: NotificationValues }) {
  const settings = useNotificationSettings();
  const count = useCount(values);
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
  const reached = [
    {
      n: values.channels.includes('WECHAT') ? weChat : undefined,
      can: '已绑定微信',
      none: '无人绑定微信，公众号不会送达',
    },
    {
      n: values.channels.includes('SMS') ? phone : undefined,
      can: '可收短信',
      none: '无人可收短信，短信不会送达',
    },
  ];
  const ways = reached.flatMap(({ n, can }) => (n ? [`${numberText(n)} 人${can}`] : []));
  const inVain = people > 0 ? reached.flatMap(({ n, none }) => (n === 0 ? [none] : [])) : [];
  return (
    <div aria-live="polite" aria-busy={count.isFetching}>
      <div className={css.count}>
        <strong>{numberText(people)}</strong>
        <span>人，每人一次</span>
      </div>
      {ways.length > 0 && <p className={css.ways}>其中 {ways.join('，')}</p>}
      {inVain.map((words) => (
        <p key={words} className={css.warn}>
          {words}
        </p>
      ))}
      {people === 0 && <p className={css.warn}>没有符合条件的接收人，请调整接收范围</p>}
      {needsApproval && (
        <p className={css.warn}>
          超过 {numberText(settings.data?.approvalAbove)} 人，提交后须由另一人审批才会发送
        </p>
      )}
    </div>
  );
}
