import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  api,
  useMe,
  type NotificationContent,
  type NotificationDetail,
  type NotificationPreview,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import type { NotificationValues } from './content';
import css from './notifications.module.css';
import { pageText } from './pages';
import { useSettled } from './queries';

const usePreview = (
  words: Pick<NotificationContent, 'title' | 'body' | 'link' | 'channels'>,
  enabled: boolean,
) =>
  useQuery({
    queryKey: ['notifications', 'preview', words],
    queryFn: ({ signal }) => api.post('/api/message/notifications/preview', { body: words, signal }),
    placeholderData: keepPreviousData,
    enabled,
    gcTime: 0,
  });

/** How it will look by each way that is chosen. */
export function Preview({ values }: { values: NotificationValues }) {
  const words = useSettled({
    title: (values.title ?? '').trim(),
    body: (values.body ?? '').trim(),
    link: values.link?.trim() || undefined,
    channels: values.channels ?? [],
  });
  const shown = usePreview(words, words.channels.length > 0 && words.title.length > 0).data;
  if (!words.channels.length || !words.title || !shown)
    return <p className={css.ways}>填写标题并选择通知方式后，在这里看到各方式的样子</p>;
  return <PreviewCards shown={shown} linkText={pageText} />;
}

/** Of a notice that is handed in: worked out for those who may ask for it, and to the others what is known without, all but the words of a text message. */
export function WrittenPreview({ of: { notification, body, link } }: { of: NotificationDetail }) {
  const { can } = useMe();
  const { title, channels } = notification;
  const asked = usePreview({ title, body, link, channels }, can('message.notification.manage')).data;
  const known: NotificationPreview = {
    inSite: channels.includes('IN_SITE') ? { title, body, link } : undefined,
    weChat: channels.includes('WECHAT') ? { title } : undefined,
  };
  return (
    <>
      <PreviewCards shown={asked ?? known} linkText={pageText} />
      {!asked && channels.includes('SMS') && <p className={css.ways}>短信只发送标题，正文在平台内查看</p>}
    </>
  );
}

/** A message as its receiver sees it by each way. */
export function PreviewCards({
  shown,
  linkText,
  weChatAs = label('pushChannel', 'WECHAT'),
}: {
  shown: NotificationPreview;
  linkText: (link: string) => string;
  /** By which of the ways into WeChat, which show the same. */
  weChatAs?: string;
}) {
  return (
    <div className={css.preview}>
      {shown.inSite && (
        <>
          <h3>站内信</h3>
          <div className={css.card}>
            <b>{shown.inSite.title}</b>
            <p>{shown.inSite.body}</p>
            {shown.inSite.link && <small>查看详情：{linkText(shown.inSite.link)}</small>}
          </div>
        </>
      )}
      {shown.weChat && (
        <>
          <h3>{weChatAs}</h3>
          <div className={css.card}>
            <b>{shown.weChat.title}</b>
            <p>
              <small>点击后在平台内查看</small>
            </p>
          </div>
        </>
      )}
      {shown.sms && (
        <>
          <h3>短信</h3>
          <div className={css.card}>
            {shown.sms.text}
            <p>
              <small>
                共 {shown.sms.length} 字，按 {shown.sms.parts} 条计费
              </small>
            </p>
          </div>
        </>
      )}
    </div>
  );
}
