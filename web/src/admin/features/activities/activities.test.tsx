import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { ManagedActivity, ManagedArticle } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { overPlainHttp } from '@/shared/test/plainHttp';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ArticleEditPage from '../articles/ArticleEditPage';
import ArticlePage from '../articles/ArticlePage';
import ActivityPage from './ActivityPage';
import SignUpsPage from './SignUpsPage';

const managed: ManagedActivity = {
  id: 'a1',
  activity: {
    id: 'a1',
    title: '银企对接会',
    organiser: '示例金融办',
    place: '一楼大厅',
    online: true,
    startsAt: '2099-12-10T14:00:00+08:00',
    endsAt: '2099-12-10T16:00:00+08:00',
    signUpFrom: '2026-01-01T09:00:00+08:00',
    signUpUntil: '2099-12-09T18:00:00+08:00',
    quota: 20,
    mostEach: 20,
    taken: 5,
    audience: '小微企业',
    phase: 'OPEN',
  },
  onlineLink: 'https://meeting.example.cn/1',
  body: '## 议程',
  status: 'PUBLISHED',
  signedUp: 3,
  waiting: 0,
  checkedIn: 0,
  peopleIn: 0,
  createdBy: '周敏',
  changedAt: '2026-11-28T10:00:00+08:00',
  version: 1,
};

const article: ManagedArticle = {
  id: 'n1',
  content: {
    section: 'FINANCING',
    title: '示例标题',
    summary: '示例摘要',
    body: '正文',
    source: '示例金融办',
  },
  status: 'SUBMITTED',
  pinned: false,
  own: false,
  author: '周敏',
  changedAt: '2026-11-28T10:00:00+08:00',
  version: 2,
};

const CHECK_IN = 'POST /api/finance/manage/activities/a1/check-in';

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

function show(
  path: string,
  pattern: string,
  page: React.ReactNode,
  answers: Parameters<typeof answerWith>[0],
) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      userType: 'DEPARTMENT',
      permissions: ['finance.activity.manage', 'finance.news.edit', 'finance.news.review'],
    }),
    ...answers,
  });
  renderAt(
    path,
    <AntdRoot>
      <SignedIn>{page}</SignedIn>
    </AntdRoot>,
    pattern,
  );
  return sent;
}

const door = (answer: ReturnType<typeof json>) =>
  show('/activities/a1', '/activities/:id', <ActivityPage />, {
    'GET /api/finance/manage/activities/a1': json(managed),
    [CHECK_IN]: answer,
  });

it('a code that is typed is sent without its gap, and who came is named', async () => {
  const sent = door(json({ enterpriseName: '示例企业', people: 2 }));
  fireEvent.change(await screen.findByLabelText('签到码'), { target: { value: 'ABCD 2345' } });
  fireEvent.click(screen.getByRole('button', { name: '签到' }));
  expect(await screen.findByText('示例企业已签到，2 人')).toBeInTheDocument();
  expect(sent.find(({ method }) => method === 'POST')!.body).toEqual({ code: 'ABCD2345' });
  await waitFor(() => expect(screen.getByLabelText('签到码')).toHaveValue(''));
});

it('whoever comes next is let in while the lists are still being read again', async () => {
  const never = (() => new Promise(() => undefined)) as unknown as () => Response;
  const sent = show('/activities/a1', '/activities/:id', <ActivityPage />, {
    'GET /api/finance/manage/activities/a1': [json(managed), never],
    [CHECK_IN]: json({ enterpriseName: '示例企业', people: 2 }),
  });
  for (const code of ['ABCD2345', 'EFGH6789']) {
    fireEvent.change(await screen.findByLabelText('签到码'), { target: { value: code } });
    fireEvent.click(screen.getByRole('button', { name: '签到' }));
    await waitFor(() => expect(screen.getByLabelText('签到码')).toHaveValue(''));
  }
  expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { code: 'ABCD2345' },
    { code: 'EFGH6789' },
  ]);
});

it('a code that was used says so and stays to be looked at', async () => {
  door(problem(409, 'ALREADY_CHECKED_IN', { detail: '示例企业已于 12月10日 13:40 签到' }));
  fireEvent.change(await screen.findByLabelText('签到码'), { target: { value: 'ABCD2345' } });
  fireEvent.click(screen.getByRole('button', { name: '签到' }));
  expect(await screen.findByText(/已于 12月10日 13:40 签到/)).toBeInTheDocument();
  expect(screen.getByLabelText('签到码')).toHaveValue('ABCD2345');
});

it('a draft is published and has no door yet', async () => {
  show('/activities/a1', '/activities/:id', <ActivityPage />, {
    'GET /api/finance/manage/activities/a1': json({ ...managed, status: 'DRAFT' }),
  });
  expect(await screen.findByRole('button', { name: '发布活动' })).toBeInTheDocument();
  expect(screen.queryByLabelText('签到码')).not.toBeInTheDocument();
});

it('of one that is over it says how many did not come, and keeps no place for a link that there is not', async () => {
  show('/activities/a1', '/activities/:id', <ActivityPage />, {
    'GET /api/finance/manage/activities/a1': json({
      ...managed,
      activity: { ...managed.activity, phase: 'OVER', taken: 7 },
      onlineLink: undefined,
      signedUp: 4,
      checkedIn: 3,
      peopleIn: 6,
    }),
  });
  expect((await screen.findByText('未签到')).closest('div')).toHaveTextContent('未签到1 家');
  expect(screen.getByText('已报名').closest('div')).toHaveTextContent('4 家，7 人（名额 20 人）');
  expect(screen.queryByText('线上链接')).toBeNull();
});

const review = (shown: ManagedArticle) =>
  show('/articles/n1', '/articles/:id', <ArticlePage />, {
    'GET /api/finance/manage/articles/n1': json(shown),
  });

it('who did not write it reviews it', async () => {
  review(article);
  expect(await screen.findByRole('button', { name: '审核通过' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '退回修改' })).toBeInTheDocument();
});

it('who wrote it waits for another, and may take it back', async () => {
  review({ ...article, own: true });
  expect(await screen.findByRole('button', { name: '撤回修改' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '审核通过' })).not.toBeInTheDocument();
  expect(screen.getByText(/等待另一人审核/)).toBeInTheDocument();
});

it('a cover is uploaded, needs words for those who do not see it, and goes along when it is saved', async () => {
  overPlainHttp();
  const sent = show('/articles/n1/edit', '/articles/:id/edit', <ArticleEditPage />, {
    'GET /api/finance/manage/articles/n1': json({ ...article, status: 'DRAFT', own: true }),
    'POST /api/finance/manage/covers': json(
      { id: 'p1', name: '封面.png', contentType: 'image/png', size: 9 },
      201,
    ),
    'PUT /api/finance/manage/articles/n1': json(article),
  });
  await screen.findByRole('button', { name: '上传封面' });
  fireEvent.change(document.querySelector('input[type=file]')!, {
    target: { files: [new File(['a'], '封面.png', { type: 'image/png' })] },
  });
  expect(await screen.findByRole('img', { name: '封面图片预览' })).toHaveAttribute(
    'src',
    '/api/finance/manage/covers/p1',
  );
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  expect((await screen.findAllByText('请填写封面图片的说明'))[0]).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('图中是什么（供读屏用户）'), { target: { value: ' 对接会现场 ' } });
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
  expect(sent.find(({ method }) => method === 'PUT')!.body).toMatchObject({
    content: { cover: { id: 'p1', words: '对接会现场' } },
  });
});

it('a cover that was uploaded in vain is taken back, and one that is in use is not', async () => {
  const sent = show('/articles/n1/edit', '/articles/:id/edit', <ArticleEditPage />, {
    'GET /api/finance/manage/articles/n1': json({
      ...article,
      content: { ...article.content, cover: { id: 'p0', words: '会场' } },
      status: 'DRAFT',
      own: true,
    }),
    'POST /api/finance/manage/covers': json(
      { id: 'p1', name: '封面.png', contentType: 'image/png', size: 9 },
      201,
    ),
    'DELETE /api/finance/manage/covers/p1': json(undefined, 204),
  });
  await screen.findByRole('button', { name: '更换封面' });
  fireEvent.change(document.querySelector('input[type=file]')!, {
    target: { files: [new File(['a'], '封面.png', { type: 'image/png' })] },
  });
  await waitFor(() =>
    expect(screen.getByRole('img', { name: '封面图片预览' })).toHaveAttribute(
      'src',
      '/api/finance/manage/covers/p1',
    ),
  );
  fireEvent.click(screen.getByRole('button', { name: '删除封面' }));
  expect(await screen.findByRole('button', { name: '上传封面' })).toBeInTheDocument();
  const deleted = sent.filter(({ method }) => method === 'DELETE');
  expect(deleted.map(({ url }) => url.pathname)).toEqual(['/api/finance/manage/covers/p1']);
});

it('of an activity that is over the list says who came and who did not, newest first', async () => {
  const signUp = (id: string, activityId: string, checkedInAt?: string) => ({
    id,
    activityId,
    activityTitle: `活动${activityId}`,
    enterpriseName: `企业${id}`,
    people: 1,
    demo: false,
    signedUpAt: '2026-11-28T10:00:00+08:00',
    status: 'SIGNED_UP',
    checkedInAt,
  });
  const sent = show('/activity-sign-ups', '/activity-sign-ups', <SignUpsPage />, {
    'GET /api/finance/manage/activities': json({
      items: [managed, { ...managed, id: 'a2', activity: { ...managed.activity, id: 'a2', phase: 'OVER' } }],
      page: 1,
      size: 200,
      total: 2,
    }),
    'GET /api/finance/manage/sign-ups': json({
      items: [
        signUp('1', 'a1'),
        signUp('2', 'a2', '2026-11-30T14:00:00+08:00'),
        signUp('3', 'a2'),
        { ...signUp('4', 'a2'), status: 'WITHDRAWN' },
      ],
      page: 1,
      size: 20,
      total: 4,
    }),
  });
  const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });
  expect(await row('企业1')).toHaveTextContent('已报名');
  expect(await row('企业2')).toHaveTextContent('已签到');
  await waitFor(async () => expect(await row('企业3')).toHaveTextContent('未签到'));
  expect(await row('企业4')).toHaveTextContent('已取消报名');
  expect(
    sent.find(({ url }) => url.pathname === '/api/finance/manage/sign-ups')!.url.searchParams.get('sort'),
  ).toBe('signedUpAt,desc');
});
