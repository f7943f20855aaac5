import type { NoticeContent } from '@/shared/api';

/** What the form holds: empty texts in place of absent ones. */
export interface TemplateValues {
  title: string;
  body: string;
  link: string;
  ways: NoticeContent['ways'];
  weChat: string;
  sms: string;
}

export const valuesOf = (content: NoticeContent): TemplateValues => ({
  title: content.title,
  body: content.body,
  link: content.link ?? '',
  ways: content.ways,
  weChat: content.weChat ?? '',
  sms: content.sms ?? '',
});

const typed = (text: string | undefined) => text?.trim() || undefined;

/** Short words only of the ways by which it goes. */
export const contentOf = (values: TemplateValues): NoticeContent => ({
  title: typed(values.title) ?? '',
  body: typed(values.body) ?? '',
  link: typed(values.link),
  ways: values.ways,
  weChat: values.ways.includes('WECHAT') ? typed(values.weChat) : undefined,
  sms: values.ways.includes('SMS') ? typed(values.sms) : undefined,
});

/** Of the form, where the server names fields of the content. */
export const formField = (field: string) => field.replace(/^content\./, '').replace(/\[\d+\]$/, '');

export const versionText = (number: number) => (number === 0 ? '默认文字' : `第 ${number} 版`);
