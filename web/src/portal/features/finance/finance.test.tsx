import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Activity, Article, MySignUp } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import ActivityPage from './ActivityPage';
import NewsPage from './NewsPage';

const activity: Activity = {
  id: 'a1',
  title: '银企对接会',
  organiser: '示例金融办',
  place: '一楼大厅',
  online: false,
  startsAt: '2099-12-10T14:00:00+08:00',
  endsAt: '2099-12-10T16:00:00+08:00',
  signUpFrom: '2026-01-01T09:00:00+08:00',
  signUpUntil: '2099-12-09T18:00:00+08:00',
  quota: 2,
  mostEach: 2,
  taken: 0,
  audience: '小微企业',
  phase: 'OPEN',
};

const signUp: MySignUp = {
  id: 's1',
  activity,
  people: 1,
  status: 'SIGNED_UP',
  code: 'ABCD2345',
  contactName: '陈志远',
  signedUpAt: '2026-11-28T10:00:00+08:00',
  withdrawable: true,
  version: 0,
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

function open(shown: Activity, signedIn: boolean, mine: MySignUp[] = []) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn }),
    'GET /api/auth/me': json({
      ...someone,
      permissions: [...someone.permissions, 'finance.activity.sign-up'],
    }),
    'GET /api/finance/activities/a1': json({ activity: shown, body: '## 议程' }),
    'GET /api/finance/my/sign-ups': json({ items: mine, total: mine.length, page: 1, size: 1 }),
    'POST /api/finance/my/activities/a1/sign-up': json(signUp, 201),
    'POST /api/finance/my/sign-ups/s1/withdraw': json({ ...signUp, status: 'WITHDRAWN' }),
  });
  renderAt('/finance/activities/a1', <ActivityPage />, '/finance/activities/:id');
  return sent;
}

it('anybody reads what it is and takes it into their calendar; to sign up one signs in', async () => {
  open(activity, false);
  expect(await screen.findByText('2099年12月10日 14:00 至 16:00')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '议程' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '加入日历' })).toHaveAttribute(
    'href',
    '/api/finance/activities/a1/calendar',
  );
  expect(await screen.findByRole('button', { name: '登录后报名' })).toBeInTheDocument();
  expect(screen.queryByLabelText('参加人数')).not.toBeInTheDocument();
});

it('who waits for a place reads that, and takes nothing into the calendar yet', async () => {
  open({ ...activity, phase: 'FULL' }, true, [
    { ...signUp, status: 'WAITING', code: undefined, waitingBefore: 1 },
  ]);
  expect(await screen.findByText(/前面还有 1/)).toBeInTheDocument();
  expect(screen.queryByText('可候补')).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '加入日历' })).not.toBeInTheDocument();
});

it('who has a place is not told that one may wait for another', async () => {
  open({ ...activity, phase: 'FULL' }, true, [signUp]);
  expect((await screen.findAllByText('已报名')).length).toBeGreaterThan(0);
  expect(screen.queryByText('可候补')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: '加入日历' })).toBeInTheDocument();
});

it('a sign-up needs people and a phone, and is sent once under a key', async () => {
  const sent = open(activity, true);
  const people = await screen.findByLabelText('参加人数');
  await userEvent.clear(people);
  await userEvent.type(people, '3');
  await userEvent.click(screen.getByRole('button', { name: '报名参加' }));
  expect(screen.getAllByText('每家企业最多 2 人')[0]).toBeInTheDocument();
  expect(screen.getByText('请填写联系电话')).toBeInTheDocument();
  await userEvent.clear(people);
  await userEvent.type(people, '2');
  await userEvent.type(screen.getByLabelText('联系电话'), '13812345678');
  await userEvent.click(screen.getByRole('button', { name: '报名参加' }));
  await expect.poll(() => sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  const [made] = sent.filter(({ method }) => method === 'POST');
  expect(made!.body).toEqual({ people: 2, contactName: '陈志远', contactPhone: '13812345678' });
  expect(made!.headers.get('Idempotency-Key')).toBeTruthy();
});

it('who is signed up shows the code, and takes it back only when asked twice', async () => {
  const sent = open(activity, true, [signUp]);
  expect(await screen.findByRole('img', { name: '签到码 ABCD2345' })).toBeInTheDocument();
  expect(screen.getByText('ABCD 2345')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '报名参加' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '取消报名' }));
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: '确认取消报名' }));
  await expect.poll(() => sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('why a cancellation did not happen stays to be read when the sign-up has become another one', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      permissions: [...someone.permissions, 'finance.activity.sign-up'],
    }),
    'GET /api/finance/activities/a1': json({ activity, body: '' }),
    'GET /api/finance/my/sign-ups': [
      json({ items: [signUp], total: 1, page: 1, size: 1 }),
      json({
        items: [{ ...signUp, checkedInAt: '2026-12-01T10:00:00+08:00', withdrawable: false, version: 1 }],
        total: 1,
        page: 1,
        size: 1,
      }),
    ],
    'POST /api/finance/my/sign-ups/s1/withdraw': problem(409, 'STATE_CONFLICT', {
      detail: '已签到的报名不能取消',
    }),
  });
  renderAt('/finance/activities/a1', <ActivityPage />, '/finance/activities/:id');
  await userEvent.click(await screen.findByRole('button', { name: '取消报名' }));
  await userEvent.click(screen.getByRole('button', { name: '确认取消报名' }));
  expect(await screen.findByText(/^已于 .* 签到。$/)).toBeInTheDocument();
  expect(screen.getByText('已签到的报名不能取消')).toBeInTheDocument();
});

it('who waits is told how many wait before, and has no code', async () => {
  open({ ...activity, phase: 'FULL', taken: 2 }, true, [
    { ...signUp, status: 'WAITING', code: undefined, waitingBefore: 3 },
  ]);
  expect(await screen.findByText(/前面还有 3 家候补/)).toBeInTheDocument();
  expect(screen.queryByRole('img', { name: /签到码/ })).not.toBeInTheDocument();
});

it('a cancelled activity says why and takes nobody', async () => {
  open({ ...activity, phase: 'CANCELLED', cancelReason: '场地检修' }, true);
  expect(await screen.findByText('活动已取消。原因：场地检修')).toBeInTheDocument();
  expect(await screen.findByText('活动已取消，不再接受报名。')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '报名参加' })).not.toBeInTheDocument();
});

const article: Article = {
  id: 'n1',
  section: 'DIRECT_LINE',
  title: '融资咨询窗口',
  summary: '怎样联系窗口',
  source: '示例金融办',
  pinned: true,
  publishedAt: '2026-11-28T10:00:00+08:00',
  organisation: '示例融资服务窗口',
  phone: '000-00000000',
  hours: '工作日 9:00–17:00',
};

it('the direct line says whom to call, and the list asks for its section', async () => {
  const sent = answerWith({
    'GET /api/finance/articles': json({ items: [article], total: 1, page: 1, size: 10 }),
  });
  renderAt('/finance/news?section=DIRECT_LINE', <NewsPage />, '/finance/news');
  expect(await screen.findByRole('heading', { name: '金融直通车', level: 1 })).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: '融资咨询窗口' })).toHaveAttribute(
    'href',
    '/finance/news/n1',
  );
  expect(screen.getByRole('link', { name: '000-00000000' })).toHaveAttribute('href', 'tel:000-00000000');
  expect(sent.some(({ url }) => url.search.includes('section=DIRECT_LINE'))).toBe(true);
});

it('a section without anything says so', async () => {
  answerWith({ 'GET /api/finance/articles': json({ items: [], total: 0, page: 1, size: 10 }) });
  renderAt('/finance/news?section=INDUSTRY', <NewsPage />, '/finance/news');
  expect(await screen.findByRole('link', { name: '清除条件' })).toBeInTheDocument();
});

it('where nothing was published at all, nobody is sent to clear conditions that there are none of', async () => {
  answerWith({ 'GET /api/finance/articles': json({ items: [], total: 0, page: 1, size: 10 }) });
  renderAt('/finance/news', <NewsPage />, '/finance/news');
  expect(await screen.findByText('还没有发布内容')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '清除条件' })).not.toBeInTheDocument();
});

it('an article shows its cover with what is to be seen, fetched when it is near; one without shows the sign of its section', async () => {
  const cover = { id: 'p1', words: '银企对接会现场' };
  answerWith({
    'GET /api/finance/articles': json({
      items: [
        { ...article, cover },
        { ...article, id: 'n2', title: '另一窗口' },
      ],
      total: 2,
      page: 1,
      size: 10,
    }),
  });
  renderAt('/finance/news', <NewsPage />, '/finance/news');
  const picture = await screen.findByRole('img', { name: '银企对接会现场' });
  expect(picture).toHaveAttribute('src', '/api/finance/covers/p1');
  expect(picture).toHaveAttribute('loading', 'lazy');
  expect(screen.getByRole('link', { name: '另一窗口' })).toBeInTheDocument();
  expect(screen.getAllByRole('img')).toHaveLength(1);
});
