import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { Header } from './Header';

const own = (id: string, name: string, current: boolean) => ({
  id,
  name,
  uscc: '91500113MAX5XQ4WX4',
  role: 'ENTERPRISE_ADMIN',
  joinedAt: '2026-03-01T10:00:00+08:00',
  current,
});

afterEach(() => vi.restoreAllMocks());

it('a person of two enterprises switches in the header: the choice, then a fresh token, then a fresh page', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/message/my/messages': json({ items: [], total: 0, page: 1, size: 1 }),
    'GET /api/message/my/unread': json({ count: 0 }),
    'GET /api/user/my/enterprises': json([
      own('e2', '重庆另一机械有限公司', false),
      own(someone.enterprise!.id, someone.enterprise!.name, true),
    ]),
    'PUT /api/auth/me/enterprise': () => new Response(null, { status: 204 }),
    'POST /bff/refresh': () => new Response(null, { status: 204 }),
  });
  const assign = vi.fn();
  vi.stubGlobal('location', { ...location, origin: location.origin, assign });
  renderAt(
    '/',
    <SignedIn>
      <Header />
    </SignedIn>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /账号菜单/ }));
  expect(screen.getByRole('link', { name: '我的申报' })).toHaveAttribute('href', '/center/declarations');
  await userEvent.click(await screen.findByRole('button', { name: '重庆另一机械有限公司' }));

  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/center'));
  const order = sent.filter((one) => one.method !== 'GET').map((one) => one.url.pathname);
  expect(order).toEqual(['/api/auth/me/enterprise', '/bff/refresh']);
  expect(sent.find((one) => one.method === 'PUT')!.body).toEqual({ enterpriseId: 'e2' });
});

it('the enterprise that one acts for stands in the header and is changed there', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/user/my/enterprises': json([
      own(someone.enterprise!.id, someone.enterprise!.name, true),
      own('e2', '重庆另一机械有限公司', false),
    ]),
    'PUT /api/auth/me/enterprise': () => new Response(null, { status: 204 }),
    'POST /bff/refresh': () => new Response(null, { status: 204 }),
  });
  const assign = vi.fn();
  vi.stubGlobal('location', { ...location, origin: location.origin, assign });
  renderAt(
    '/',
    <SignedIn>
      <Header />
    </SignedIn>,
  );

  expect(await screen.findByText(someone.enterprise!.name)).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: '切换企业' }));
  await userEvent.click(await screen.findByRole('button', { name: '重庆另一机械有限公司' }));

  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/center'));
  expect(sent.find((one) => one.method === 'PUT')!.body).toEqual({ enterpriseId: 'e2' });
});

it('who acts for one enterprise alone reads its name and is offered no other', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/user/my/enterprises': json([own(someone.enterprise!.id, someone.enterprise!.name, true)]),
  });
  renderAt(
    '/',
    <SignedIn>
      <Header />
    </SignedIn>,
  );

  expect(await screen.findByText(someone.enterprise!.name)).toBeVisible();
  await vi.waitFor(() =>
    expect(sent.some((one) => one.url.pathname === '/api/user/my/enterprises')).toBe(true),
  );
  await userEvent.click(screen.getByRole('button', { name: /账号菜单/ }));
  expect(screen.queryByText('切换企业')).not.toBeInTheDocument();
  expect(screen.queryByRole('group', { name: '切换企业' })).not.toBeInTheDocument();
});

it('of many unread messages the bell says aloud what it shows', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/message/my/unread-count': json({ count: 1153 }),
    'GET /api/user/my/enterprises': json([]),
  });
  renderAt(
    '/',
    <SignedIn>
      <Header />
    </SignedIn>,
  );
  expect(await screen.findByRole('link', { name: '消息，99+ 条未读' })).toHaveTextContent('99+');
});

it('a chamber finds its own pages and the console in its menu, and none of an enterprise', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      userType: 'CHAMBER',
      enterprise: undefined,
      institution: { id: 'i1', name: '巴南示例商会', type: 'CHAMBER' },
    }),
    'GET /api/message/my/unread-count': json({ count: 0 }),
  });
  renderAt(
    '/',
    <SignedIn>
      <Header />
    </SignedIn>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /账号菜单/ }));

  expect(screen.getByRole('link', { name: '入驻申请' })).toHaveAttribute('href', '/center/admission');
  expect(screen.getByRole('link', { name: '进入管理端' })).toHaveAttribute('href', '/admin/');
  expect(screen.queryByRole('link', { name: '我的申报' })).not.toBeInTheDocument();
  expect(screen.queryByText('当前企业')).not.toBeInTheDocument();
});

it('who could not be signed out reads so where they asked for it, and stays; the next try ends it', async () => {
  document.cookie = 'XSRF-TOKEN=abc';
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, enterprise: undefined }),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'POST /bff/logout': [problem(503, 'SERVICE_UNAVAILABLE'), new Response(null, { status: 204 })],
  });
  const assign = vi.fn();
  vi.stubGlobal('location', { ...location, origin: location.origin, assign });
  renderAt(
    '/',
    <SignedIn>
      <Header />
    </SignedIn>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /账号菜单/ }));
  await userEvent.click(screen.getByRole('button', { name: '退出登录' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('退出未成功，请重试');
  expect(assign).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '退出登录' }));
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/'));
});

it('the switch of the text size says what it leads to', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  renderAt('/', <Header />);
  const [size] = await screen.findAllByRole('button', { name: '大字版' });
  await userEvent.click(size!);
  expect(screen.getAllByRole('button', { name: '标准字号' })[0]).toBe(size);
  await userEvent.click(size!);
  expect(size).toHaveAccessibleName('大字版');
});

it('what has no entry of its own in the menu lights the one that it belongs to', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  renderAt('/redemptions', <Header />);
  const [entry] = await screen.findAllByRole('link', { name: '惠企政策' });
  expect(entry).toHaveClass('active');
  expect(screen.getByRole('link', { name: '政策申报' })).not.toHaveClass('active');
});
