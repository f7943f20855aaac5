import type { NoticeCondition, NoticeContent } from '@/shared/api';

/** What the form holds: empty texts in place of absent ones. */
export interface TemplateValues {
  title: string;
  body: string;
  link: string;
  ways: NoticeContent['ways'];
  weChat: string;
  sms: string;
  conditions: Partial<NoticeCondition>[];
  others: Partial<OtherValues>[];
}

/** A role that is told besides; `own`: in words of its own. */
interface OtherValues {
  place: NoticeContent['others'][number]['place'];
  role: string;
  conditions: Partial<NoticeCondition>[];
  own: boolean;
  title: string;
  body: string;
  link: string;
}

export const valuesOf = (content: NoticeContent): TemplateValues => ({
  title: content.title,
  body: content.body,
  link: content.link ?? '',
  ways: content.ways,
  weChat: content.weChat ?? '',
  sms: content.sms ?? '',
  conditions: content.conditions,
  others: content.others.map((one) => ({ ...one, own: one.title !== undefined })),
});

const typed = (text: string | undefined) => text?.trim() || undefined;

/** A row that is being filled in is no condition yet. */
const finished = (rows: Partial<NoticeCondition>[] | undefined): NoticeCondition[] =>
  (rows ?? []).flatMap((row) => {
    const value = typed(row?.value);
    return row?.variable && row.comparison && value
      ? [{ variable: row.variable, comparison: row.comparison, value }]
      : [];
  });

/** Template and subscription messages say the same words. */
export const isInWeChat = (ways: NoticeContent['ways']) =>
  ways.includes('WECHAT') || ways.includes('SUBSCRIPTION');

/** Short words only of the ways by which it goes. */
export const contentOf = (values: TemplateValues): NoticeContent => ({
  title: typed(values.title) ?? '',
  body: typed(values.body) ?? '',
  link: typed(values.link),
  ways: values.ways,
  weChat: isInWeChat(values.ways) ? typed(values.weChat) : undefined,
  sms: values.ways.includes('SMS') ? typed(values.sms) : undefined,
  conditions: finished(values.conditions),
  others: (values.others ?? [])
    .filter((one) => one?.place && one.role)
    .map((one) => ({
      place: one.place!,
      role: one.role!,
      conditions: finished(one.conditions),
      title: one.own ? typed(one.title) : undefined,
      body: one.own ? typed(one.body) : undefined,
      link: one.own ? typed(one.link) : undefined,
    })),
});

/** Of the form, where the server names fields of the content. */
export const formField = (field: string) => field.replace(/^content\./, '').replace(/\[\d+\]$/, '');

export const versionText = (number: number) => (number === 0 ? '默认文字' : `第 ${number} 版`);

/** Words as they are read in a list: each place for a value by its name, and what may be left out as it stands. */
export const spoken = (words: string) =>
  words.replace(/\$\{([^{}]*)\}/g, (_mark, name: string) => `〔${name.trim()}〕`).replace(/\[\[|\]\]/g, '');
