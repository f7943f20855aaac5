import type { Activity, ActivitySignUp, Article, ManagedActivity, ManagedArticle } from '../api';
import { dateText, dateTimeText, longDate, numberText } from '../ui/format';
import type { Tone } from '../ui/StatusTag';

export const SECTIONS: Record<Article['section'], string> = {
  FINANCING: '融资资讯',
  INDUSTRY: '金融行业动态',
  DIRECT_LINE: '金融直通车',
};

/** What stands in each, in one line. */
export const SECTION_INTROS: Record<Article['section'], string> = {
  FINANCING: '融资政策、产品和办理方法',
  INDUSTRY: '金融机构和监管部门的新动向',
  DIRECT_LINE: '银行和金融办窗口的电话、服务时间与服务内容',
};

export const isSection = (text: string | null | undefined): text is Article['section'] =>
  !!text && Object.hasOwn(SECTIONS, text);

export const ARTICLE_STATUSES: Record<ManagedArticle['status'], string> = {
  DRAFT: '草稿',
  SUBMITTED: '待审核',
  RETURNED: '已退回',
  PUBLISHED: '已发布',
  WITHDRAWN: '已下架',
};

export const ARTICLE_TONES: Record<ManagedArticle['status'], Tone> = {
  DRAFT: 'info',
  SUBMITTED: 'wait',
  RETURNED: 'bad',
  PUBLISHED: 'good',
  WITHDRAWN: 'quiet',
};

export const ACTIVITY_STATUSES: Record<ManagedActivity['status'], string> = {
  DRAFT: '草稿',
  PUBLISHED: '已发布',
  CANCELLED: '已取消',
};

export const PHASES: Record<Activity['phase'], string> = {
  UPCOMING: '即将报名',
  OPEN: '报名中',
  FULL: '可候补',
  CLOSED: '报名截止',
  RUNNING: '进行中',
  OVER: '已结束',
  CANCELLED: '已取消',
};

export const PHASE_TONES: Record<Activity['phase'], Tone> = {
  UPCOMING: 'info',
  OPEN: 'good',
  FULL: 'wait',
  CLOSED: 'quiet',
  RUNNING: 'info',
  OVER: 'quiet',
  CANCELLED: 'bad',
};

export const SIGN_UP_STATUSES: Record<ActivitySignUp['status'], string> = {
  SIGNED_UP: '已报名',
  WAITING: '候补中',
  WITHDRAWN: '已取消报名',
  CANCELLED: '活动已取消',
};

export const SIGN_UP_TONES: Record<ActivitySignUp['status'], Tone> = {
  SIGNED_UP: 'good',
  WAITING: 'wait',
  WITHDRAWN: 'quiet',
  CANCELLED: 'bad',
};

/** From when to when; the day is said once where it is one. */
export const timeText = ({ startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>): string =>
  spanText(startsAt, endsAt);

/** The same in a row of a table, where all days are written alike. */
export const timeInRow = ({ startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>): string =>
  spanText(startsAt, endsAt, dateText);

/** When one may sign up. */
export const signUpTimeText = (activity: Pick<Activity, 'signUpFrom' | 'signUpUntil'>): string =>
  spanText(activity.signUpFrom, activity.signUpUntil);

/** What is the same at both ends is said once. */
function spanText(start: string, end: string, day: (at: string) => string = longDate): string {
  const [from, to] = [dateTimeText(start).slice(-5), dateTimeText(end).slice(-5)];
  const [first, last] = [day(start), day(end)];
  if (first === last) return `${first} ${from} 至 ${to}`;
  const year = /^\d+年/.exec(first)?.[0] ?? '';
  return `${first} ${from} 至 ${last.startsWith(year) ? last.slice(year.length) : last} ${to}`;
}

/** Where one goes, or that one need not. */
export function placeText({ place, online }: Pick<Activity, 'place' | 'online'>): string {
  if (!place) return '线上';
  return online ? `${place}，同时开放线上参加` : place;
}

/** How many places there are, and how many are left as long as anybody may sign up. */
export function placesText({ quota, taken, phase }: Pick<Activity, 'quota' | 'taken' | 'phase'>): string {
  const left = quota - taken;
  if (phase !== 'UPCOMING' && phase !== 'OPEN' && phase !== 'FULL')
    return `${numberText(quota)} 人，已报 ${numberText(taken)} 人`;
  return `${numberText(quota)} 人，${left > 0 ? `还可报 ${numberText(left)} 人` : '已报满'}`;
}

/** Who is let in before. */
export const waitingText = (before = 0): string =>
  before > 0 ? `前面还有 ${numberText(before)} 家候补` : '本企业排在候补第一位';

/** Four signs at a time can be read out. */
export const codeInWords = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;
