import dayjs, { type Dayjs } from 'dayjs';
import type { Audience, NotificationContent, NotificationDetail } from '@/shared/api';
import { label } from '@/shared/i18n';

export type Target = Audience['target'];
export type Way = NotificationContent['channels'][number];

export const KINDS = ['POLICY', 'FINANCE', 'CODE', 'SYSTEM'] as const;
export const WAYS = ['IN_SITE', 'WECHAT', 'SMS'] as const;
export const SIZES = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
export const TARGETS = ['ENTERPRISES', 'INSTITUTIONS', 'ACCOUNTS'] as const;
/** What accounts of institutions are. */
export const STAFF_TYPES = ['BANK', 'GOVERNMENT', 'CHAMBER', 'PROVIDER', 'OPERATOR'] as const;
export const ACCOUNT_TYPES = ['ENTERPRISE', ...STAFF_TYPES, 'TALENT'] as const;

/** What the form holds; what does not belong to the target stays in it and is not sent. */
export interface NotificationValues {
  kind: NotificationContent['kind'];
  title: string;
  body: string;
  link?: string;
  channels: Way[];
  mandatory: boolean;
  target: Target;
  accountTypes: string[];
  staffTypes: string[];
  adminsOnly: boolean;
  towns: string[];
  industries: string[];
  certified: '' | 'true' | 'false';
  tags: string[];
  sizes: Audience['sizes'];
  banks: string[];
  applications: '' | 'RUNNING';
  enterprises: string[];
  institutions: string[];
  when: 'now' | 'at';
  sendAt?: Dayjs | null;
}

export const EMPTY: NotificationValues = {
  kind: 'POLICY',
  title: '',
  body: '',
  channels: ['IN_SITE'],
  mandatory: false,
  target: 'ENTERPRISES',
  accountTypes: [],
  staffTypes: [],
  adminsOnly: false,
  towns: [],
  industries: [],
  certified: '',
  tags: [],
  sizes: [],
  banks: [],
  applications: '',
  enterprises: [],
  institutions: [],
  when: 'now',
};

export function audienceOf(values: NotificationValues): Audience {
  const { target } = values;
  const ofEnterprises = target === 'ENTERPRISES';
  return {
    target,
    userTypes: (target === 'ACCOUNTS'
      ? values.accountTypes
      : target === 'INSTITUTIONS'
        ? values.staffTypes
        : []) as Audience['userTypes'],
    adminsOnly: ofEnterprises && values.adminsOnly,
    towns: ofEnterprises ? values.towns : [],
    industries: ofEnterprises ? values.industries : [],
    certified: ofEnterprises && values.certified ? values.certified === 'true' : undefined,
    tags: ofEnterprises ? values.tags : [],
    sizes: ofEnterprises ? values.sizes : [],
    banks: ofEnterprises ? values.banks : [],
    applications: ofEnterprises && values.applications ? values.applications : undefined,
    enterprises: ofEnterprises ? values.enterprises : [],
    institutions: target === 'INSTITUTIONS' ? values.institutions : [],
  };
}

/** A time is one of Beijing, wherever the browser is. */
export const inBeijing = (time: Dayjs) => `${time.format('YYYY-MM-DDTHH:mm:00')}+08:00`;

export function contentOf(values: NotificationValues): NotificationContent {
  return {
    kind: values.kind,
    title: values.title.trim(),
    body: values.body.trim(),
    link: values.link?.trim() || undefined,
    channels: WAYS.filter((way) => values.channels.includes(way)),
    mandatory: values.mandatory,
    audience: audienceOf(values),
    sendAt: values.when === 'at' && values.sendAt ? inBeijing(values.sendAt) : undefined,
  };
}

export function valuesOf({ notification, audience, ...rest }: NotificationDetail): NotificationValues {
  return {
    ...EMPTY,
    kind: notification.kind,
    title: notification.title,
    body: rest.body,
    link: rest.link,
    channels: notification.channels,
    mandatory: notification.mandatory,
    target: audience.target,
    accountTypes: audience.target === 'ACCOUNTS' ? audience.userTypes : [],
    staffTypes: audience.target === 'INSTITUTIONS' ? audience.userTypes : [],
    adminsOnly: audience.adminsOnly,
    towns: audience.towns,
    industries: audience.industries,
    certified: audience.certified === undefined ? '' : audience.certified ? 'true' : 'false',
    tags: audience.tags,
    sizes: audience.sizes,
    banks: audience.banks,
    applications: audience.applications === 'RUNNING' ? 'RUNNING' : '',
    enterprises: audience.enterprises,
    institutions: audience.institutions,
    when: notification.sendAt ? 'at' : 'now',
    // As the server says it, with the clock of Beijing.
    sendAt: notification.sendAt ? dayjs(notification.sendAt.slice(0, 16)) : undefined,
  };
}

/** Of the form, where the server names fields of the audience. */
export function formField(field: string): string {
  const name = field
    .replace(/^content\./, '')
    .replace(/^audience\./, '')
    .replace(/\[\d+\]$/, '');
  return name === 'userTypes' ? 'accountTypes' : name;
}

type Names = Map<string, string>;

/** Whom it is for, line by line. */
export function audienceLines(audience: Audience, names: { towns: Names; industries: Names; others: Names }) {
  const named = (codes: string[], known: Names) => codes.map((code) => known.get(code) ?? code).join('、');
  const lines: [string, string][] = [['接收范围', label('audienceTarget', audience.target)]];
  if (audience.userTypes.length)
    lines.push(['账号类型', audience.userTypes.map((type) => label('userType', type)).join('、')]);
  if (audience.adminsOnly) lines.push(['企业内角色', '仅企业管理员']);
  if (audience.certified !== undefined) lines.push(['企业认证', audience.certified ? '已认证' : '未认证']);
  if (audience.towns.length) lines.push(['所属镇街', named(audience.towns, names.towns)]);
  if (audience.industries.length) lines.push(['行业门类', named(audience.industries, names.industries)]);
  if (audience.tags.length)
    lines.push(['企业标签', audience.tags.map((id) => names.others.get(id) ?? id).join('或')]);
  if (audience.sizes.length)
    lines.push(['企业规模', audience.sizes.map((size) => label('enterpriseSize', size)).join('、')]);
  if (audience.banks.length)
    lines.push([
      audience.applications === 'RUNNING' ? '有未办结融资申请的机构' : '申请过贷款的机构',
      named(audience.banks, names.others),
    ]);
  if (audience.enterprises.length) lines.push(['指定企业', named(audience.enterprises, names.others)]);
  if (audience.institutions.length) lines.push(['指定机构', named(audience.institutions, names.others)]);
  // That there is no condition is said: nothing below it could also be what the page does not show.
  if (lines.length === 1) lines[0]![1] += '，不限条件';
  return lines;
}
