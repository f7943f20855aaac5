import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.locale('zh-cn');

/** The platform's one time zone: days begin and end here whatever the visitor's clock says. */
const ZONE = 'Asia/Shanghai';

/** Between a figure and its unit: no line ends there. */
const JOINED = '\u00a0';

/** What stands where there is no value. */
export const NONE = '—';

export function inZone(instant: string | number | Date): Dayjs {
  return dayjs(instant).tz(ZONE);
}

/** "2026-03-15" from an instant or a local date; other texts ("2023-08") stay as they are. */
export function dateText(value: string | null | undefined): string {
  if (!value) return NONE;
  if (/^\d{4}(-\d{2}){0,2}$/.test(value)) return value;
  const at = inZone(value);
  return at.isValid() ? at.format('YYYY-MM-DD') : value;
}

/*
 * A document is of "2026年1月21日", a record of "2026-01-21 16:13", with its seconds only in the console's logs; "11月25日" is said
 * in feeds alone.
 */

/** "2026年3月15日", also for "2023-08" and "2023". */
export function longDate(value: string | null | undefined): string {
  if (!value) return NONE;
  const [year, month, day] = dateText(value).split('-').map(Number);
  return [year && `${year}年`, month && `${month}月`, day && `${day}日`].filter(Boolean).join('') || value;
}

/** By a day of which no hour is told: without saying so nobody knows whether that day counts. */
export const byDay = (day: string): string => `${longDate(day)}前（含当日）`;

export function dateTimeText(value: string | null | undefined, seconds = false): string {
  if (!value) return NONE;
  const at = inZone(value);
  return at.isValid() ? at.format(seconds ? 'YYYY-MM-DD HH:mm:ss' : 'YYYY-MM-DD HH:mm') : value;
}

/** "刚刚", "12 分钟前", "今天 09:30", "11月3日 09:30", of other years the day. */
export function timeAgo(value: string, now: number = Date.now()): string {
  const at = inZone(value);
  const minutes = Math.floor((now - at.valueOf()) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  const today = inZone(now);
  if (at.isSame(today, 'day')) return `今天 ${at.format('HH:mm')}`;
  if (at.isSame(today.subtract(1, 'day'), 'day')) return `昨天 ${at.format('HH:mm')}`;
  return at.year() === today.year() ? at.format('M月D日 HH:mm') : at.format('YYYY年M月D日');
}

const grouped = (value: number, min: number, max: number) =>
  value.toLocaleString('zh-CN', { minimumFractionDigits: min, maximumFractionDigits: max });

export function numberText(value: number | null | undefined, maxDecimals = 2): string {
  return value === null || value === undefined ? NONE : grouped(value, 0, maxDecimals);
}

/**
 * The one form of an amount, from yuan and to the cent, in the largest unit of which two decimals tell all of it: "8,000 元", "12,345.67 元", "150 万元",
 * "2.54 亿元".
 */
export function yuanAsWan(value: number | null | undefined): string {
  if (value === null || value === undefined) return NONE;
  const fen = Math.abs(Math.round(value * 100));
  // Two decimals of a unit are as many fen as the unit has yuan.
  const told = (unit: number) => fen >= unit * 100 && fen % unit === 0;
  if (told(100_000_000)) return `${grouped(value / 100_000_000, 0, 2)}${JOINED}亿元`;
  if (told(10_000) || fen === 0) return `${grouped(value / 10_000, 0, 2)}${JOINED}万元`;
  return `${grouped(value, 0, 2)}${JOINED}元`;
}

/** The same in a row of a list, to the second decimal: the page behind the row tells the rest. */
export function yuanInRow(value: number): string {
  const unit = Math.abs(value) >= 100_000_000 ? 100_000_000 : Math.abs(value) >= 10_000 ? 10_000 : 1;
  return yuanAsWan((Math.round((value / unit) * 100) / 100) * unit);
}

/**
 * From yuan, where a table says once that its amounts are in 万元: "14.50". What is not nothing is no zero either.
 */
export function inWan(value: number | null | undefined): string {
  if (value === null || value === undefined) return NONE;
  return value !== 0 && Math.abs(value) < 50 ? '<0.01' : grouped(value / 10_000, 2, 2);
}

/** The same where it stands by itself among others of its kind: "14.50 万元". */
export const wanOf = (value: number): string => `${inWan(value)}${JOINED}万元`;

/** What is paid, to the cent: "120,000.00 元", as the services' sentences say it. */
export function yuanExact(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : `${grouped(value, 2, 2)}${JOINED}元`;
}

/** The same from a figure that already is in 万元. */
export function wan(value: number | null | undefined): string {
  // Binary fractions of a fen would show.
  return value === null || value === undefined ? NONE : yuanAsWan(Math.round(value * 1_000_000) / 100);
}

export function percent(value: number | null | undefined, maxDecimals = 2): string {
  return value === null || value === undefined ? NONE : `${grouped(value, 0, maxDecimals)}%`;
}

/** A rate of interest, with all decimals that may be typed: "3.4567%", "3.5%". */
export function interest(value: number | null | undefined): string {
  return percent(value, 4);
}

/** A number's text with its unit: "15 人", "2.4%", "160 个月". */
export function withUnit(text: string, unit: string | undefined): string {
  if (!unit) return text;
  return unit === '%' ? `${text}%` : `${text} ${unitText(unit)}`;
}

/** The unit as it is said after a number. */
export function unitText(unit: string): string {
  return unit === '月' ? '个月' : unit;
}

/** "6 个月", "1 年", "18 个月", "3 年": the services' sentences say it by the same rule. */
export function termText(months: number | null | undefined): string {
  if (!months) return NONE;
  return months % 12 ? `${months} 个月` : `${months / 12} 年`;
}

/**
 * What a matched document goes by and its edition, which is a year or counts from 1: "财企〔2016〕5号", "某银行 · 第 2 版". A first
 * edition is none to speak of, nor is a year that the number of the document says already.
 */
export function editionText(name: string, edition: string): string {
  if (edition === '1' || name.includes(edition)) return name;
  if (/^\d{4}$/.test(edition)) return `${name} · ${edition} 年版`;
  return `${name} · ${/^\d+$/.test(edition) ? `第 ${edition} 版` : edition}`;
}

/** Where a share stands right behind Chinese. */
const SHARE = /([\u4e00-\u9fff])(?=\d+(?:\.\d+)?%)/g;

/** Signs of comparing, as the platform says them wherever somebody reads them: the editor, the match and the page of a policy have the same words. */
const COMPARED: [RegExp, string][] = [
  [/\s*(?:≥|>=)\s*(?=[\d.])/g, '不低于 '],
  [/\s*(?:≤|<=)\s*(?=[\d.])/g, '不高于 '],
  [/\s*[>＞]\s*(?=[\d.])/g, '高于 '],
  [/\s*[<＜]\s*(?=[\d.])/g, '低于 '],
];

/** From one figure to another: catalogues and tables have four signs for it, which would stand beside each other on one page. */
const RANGE = /(\d(?:[%‰]|\s?(?:万元|亿元|万|亿|元|分))?)\s*[~～–]\s*(?=\d)/g;

/** Words for signs that compare, and one sign for a range. */
const worded = (text: string) =>
  COMPARED.reduce((said, [sign, words]) => said.replace(sign, words), text).replace(RANGE, '$1—');

/** A sentence put together from parts: no space between words of Chinese and their signs, one before a share. */
export function tidied(text: string): string {
  return text
    .replace(/([\u4e00-\u9fff（）《》“”，。；：]) (?=[\u4e00-\u9fff（）《》“”，。；：])/g, '$1')
    .replace(SHARE, '$1 ');
}

const UNITS =
  '万元|亿元|万|亿|元|天|人|个|平方米|年(?!版|[度末初底])|家|类|项|次|台|件|岁|户|分(?![钟行之公局区部支])';

/**
 * A text that was put together elsewhere, with its figures and signs as the platform writes them: "≤5000万~2亿元(含)" as
 * "不高于 5,000 万—2 亿元（含）". A figure stands apart from Chinese before it, and is not
 * torn from its unit. Years and numbers of documents stay as they are.
 */
export function figuresIn(text: string): string {
  return worded(text)
    .replace(
      new RegExp(
        `(^|[^\\d.,A-Za-z第])(?!(?:19|20)\\d{2}\\s*年)((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)\\s*(?=${UNITS})`,
        'g',
      ),
      (_, before: string, figure: string) =>
        `${before}${grouped(Number(figure.replaceAll(',', '')), 0, 10)}${JOINED}`,
    )
    .replace(new RegExp(`([\\u4e00-\\u9fff])(?=\\d[\\d.,]*${JOINED})`, 'g'), '$1 ')
    .replace(/(\d)\s+(?=%)/g, '$1')
    .replace(SHARE, '$1 ')
    .replace(/\(([^()]*[\u4e00-\u9fff][^()]*|[A-Z]|[A-Z]?\d{2,4})\)/g, '（$1）');
}

/** A title as it is quoted; some have their signs already. */
export const quoted = (title: string) => `《${title.replace(/^《(.+)》$/, '$1')}》`;

/** A name without the number that keeps two choices of one text apart while it is edited: it means nothing to who reads the conditions. */
export const withoutPlace = (name: string) => name.replace(/（原文第 \d+ 处）/g, '');

/** What a condition asks or finds, as it is read. */
export const conditionText = (text: string) =>
  figuresIn(tidied(withoutPlace(text))).replace(/([%\d万亿])得(?=\s*\d[\d.]*\s*分)/g, '$1 得');

/** An industry by its name, with its code behind: "机械零部件加工（C3484）". */
export function industryText(code: string | undefined, name: string | undefined): string {
  return name && code ? `${name}（${code}）` : (name ?? code ?? NONE);
}

/** When a notice to the public is over, as far as nobody objects. */
export const noticeOver = (until: string) =>
  `${daysLeft(until) < 0 ? '已于' : '预计'} ${longDate(until)}期满`;

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** How many days are left until a day is over in the platform's zone: 0 on the day itself, negative after it. */
export function daysLeft(day: string, now: number = Date.now()): number {
  return dayjs.utc(day).diff(dayjs.utc(inZone(now).format('YYYY-MM-DD')), 'day');
}

/** Today in the platform's zone, as a day is written: 2026-03-15. */
export function todayText(): string {
  return inZone(Date.now()).format('YYYY-MM-DD');
}

/** The calendar year in the platform's zone. */
export function thisYear(): number {
  return inZone(Date.now()).year();
}

/** A number as a badge has room for it; what is read out says the same. */
export const badgeText = (count: number) => (count > 99 ? '99+' : String(count));
