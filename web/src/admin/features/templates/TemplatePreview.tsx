import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { api, isProblem, type NoticeContent, type NoticeTemplate } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Skeleton } from '@/shared/ui';
import css from '../notifications/notifications.module.css';
import { messagePageText } from '../notifications/pages';
import { PreviewCards } from '../notifications/Preview';
import { useSettled } from '../notifications/queries';

const weChatAs = ({ ways }: NoticeContent) =>
  ways
    .filter((way) => way === 'WECHAT' || way === 'SUBSCRIPTION')
    .map((way) => label('pushChannel', way))
    .join('、');

/** How the words look by each way, with the examples or with what a recent notice said. */
export function TemplatePreview({
  detail,
  content,
  recent,
  onRecent,
}: {
  detail: NoticeTemplate;
  content: NoticeContent;
  recent: boolean;
  onRecent: (recent: boolean) => void;
}) {
  const { sampleAt } = detail;
  const { code } = detail.template;
  const settled = useSettled(content);
  const preview = useQuery({
    queryKey: ['templates', 'preview', code, settled, recent],
    queryFn: ({ signal }) =>
      api.post('/api/message/templates/{code}/preview', {
        path: { code },
        body: { content: settled, recent },
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const faults = isProblem(preview.error) ? preview.error.fields : [];
  return (
    <>
      <Radio.Group
        aria-label="预览用的内容"
        value={recent}
        onChange={(event) => onRecent(event.target.value as boolean)}
        options={[
          { value: false, label: '用示例' },
          { value: true, label: '用最近一次事件', disabled: !sampleAt },
        ]}
      />
      <p className={css.ways}>
        {sampleAt
          ? `最近一次事件记于 ${dateTimeText(sampleAt)}，其中的企业名称、姓名和填写的文字已脱敏`
          : '还没有发生过这种事件，只能用示例预览'}
      </p>
      <div aria-live="polite">
        {preview.isError ? (
          <ul className={css.warn}>
            {faults.length
              ? faults.map((one) => <li key={`${one.field} ${one.message}`}>{one.message}</li>)
              : ['暂时不能预览，不影响保存'].map((text) => <li key={text}>{text}</li>)}
          </ul>
        ) : preview.data ? (
          <>
            <p className={css.ways}>
              {preview.data.told
                ? `按${recent ? '最近一次事件' : '示例'}，会通知${detail.template.receivers}`
                : `按${recent ? '最近一次事件' : '示例'}，条件不满足，不通知${detail.template.receivers}`}
            </p>
            {preview.data.told && (
              <PreviewCards shown={preview.data} linkText={messagePageText} weChatAs={weChatAs(settled)} />
            )}
            {preview.data.others.map((one) => (
              <div key={`${one.place} ${one.role}`} className={css.preview}>
                <h3>
                  {label('receiverPlace', one.place)}的{one.roleName ?? one.role}
                </h3>
                {one.told ? (
                  <>
                    {one.people !== undefined && <p>现有 {one.people} 人</p>}
                    <div className={css.card}>
                      <b>{one.inSite.title}</b>
                      <p>{one.inSite.body}</p>
                      {one.inSite.link && <small>查看详情：{messagePageText(one.inSite.link)}</small>}
                    </div>
                  </>
                ) : (
                  <p>条件不满足，不通知</p>
                )}
              </div>
            ))}
          </>
        ) : (
          <Skeleton lines={3} height={20} />
        )}
      </div>
    </>
  );
}
