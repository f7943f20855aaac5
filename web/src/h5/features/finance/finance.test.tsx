import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { Activity } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ActivityPage from './ActivityPage';
import NewsPage from './NewsPage';

const activity: Activity = {
  id: 'a1',
  title: '银企对接会',
  organiser: '示例金融办',
  online: true,
  startsAt: '2099-12-10T14:00:00+08:00',
  endsAt: '2099-12-10T16:00:00+08:00',
  signUpFrom: '2026-01-01T09:00:00+08:00',
  signUpUntil: '2099-12-09T18:00:00+08:00',
  quota: 2,
  mostEach: 2,
  taken: 2,
  audience: '小微企业',
  phase: 'FULL',
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('on the phone one waits for a place in a full activity', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['finance.activity.sign-up'] }),
    'GET /api/finance/activities/a1': json({ activity, body: '- 产品介绍' }),
    'GET /api/finance/my/sign-ups': json({ items: [], total: 0, page: 1, size: 1 }),
    'POST /api/finance/my/activities/a1/sign-up': json({ id: 's1', status: 'WAITING' }, 201),
  });
  renderAt(
    '/finance/activities/a1',
    <MobileRoot>
      <ActivityPage />
    </MobileRoot>,
    '/finance/activities/:id',
  );
  fireEvent.change(await screen.findByLabelText('联系电话'), { target: { value: '12' } });
  fireEvent.click(screen.getByRole('button', { name: '候补报名' }));
  expect(await screen.findByText('请填写正确的手机号或带区号的座机号')).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText('联系电话'), { target: { value: '13812345678' } });
  fireEvent.click(screen.getByRole('button', { name: '候补报名' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
  expect(sent.find(({ method }) => method === 'POST')!.body).toEqual({
    people: 1,
    contactName: '陈志远',
    contactPhone: '13812345678',
  });
});

it('on the phone a section without anything says so', async () => {
  answerWith({ 'GET /api/finance/articles': json({ items: [], total: 0, page: 1, size: 20 }) });
  renderAt('/finance/news?section=DIRECT_LINE', <NewsPage />, '/finance/news');
  expect(await screen.findByText('没有相关内容')).toBeInTheDocument();
  await waitFor(() => expect(document.title).toContain('金融直通车'));
});
