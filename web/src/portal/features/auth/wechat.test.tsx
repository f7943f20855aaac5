import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerWith, json, problem, type Sent } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import RegisterPage from './RegisterPage';
import SignInPage from './SignInPage';
import WeChatBindPage from './WeChatBindPage';

const inWeChat = () =>
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone) MicroMessenger/8.0.50');

afterEach(() => vi.restoreAllMocks());

/** What was asked of WeChat; the page asks for other ways to sign in besides. */
const asked = (sent: Sent[]) => sent.filter((one) => one.url.pathname === '/api/auth/wechat');

describe('the sign-in page', () => {
  it('offers WeChat inside WeChat', async () => {
    inWeChat();
    answerWith({ 'GET /api/auth/wechat': json({ available: true }) });
    renderAt('/sign-in', <SignInPage />);
    expect(await screen.findByRole('link', { name: '微信登录' })).toHaveAttribute(
      'href',
      '/api/auth/sign-in/wechat',
    );
    expect(screen.getByLabelText('手机号或用户名')).toBeInTheDocument();
  });

  it('takes along the page that this tab wants', async () => {
    inWeChat();
    answerWith({ 'GET /api/auth/wechat': json({ available: true }) });
    renderAt('/sign-in?back=%2Fm%2Fcode', <SignInPage />);
    expect(await screen.findByRole('link', { name: '微信登录' })).toHaveAttribute(
      'href',
      '/api/auth/sign-in/wechat?continue=%2Fm%2Fcode',
    );
  });

  it('asks nothing of WeChat outside of it, and offers none', () => {
    const sent = answerWith({});
    renderAt('/sign-in', <SignInPage />);
    expect(screen.queryByRole('link', { name: '微信登录' })).toBeNull();
    expect(asked(sent)).toEqual([]);
  });

  it('offers none where the platform has no official account', async () => {
    inWeChat();
    const sent = answerWith({ 'GET /api/auth/wechat': json({ available: false }) });
    renderAt('/sign-in', <SignInPage />);
    await expect.poll(() => asked(sent)).toHaveLength(1);
    expect(screen.queryByRole('link', { name: '微信登录' })).toBeNull();
  });

  it.each([
    ['WECHAT_EXPIRED', '微信授权没有完成或已失效'],
    ['WECHAT_UNAVAILABLE', '微信服务暂不可用'],
    ['ACCOUNT_DISABLED', '账号已停用'],
    ['<script>', '登录没有完成'],
  ])('says in words why nobody came in: %s', (code, words) => {
    renderAt(`/sign-in?error=${encodeURIComponent(code)}`, <SignInPage />);
    expect(screen.getByRole('alert')).toHaveTextContent(words);
  });

  it('goes on with the second step for whoever comes back from WeChat', () => {
    renderAt('/sign-in?next=SECOND_FACTOR', <SignInPage />);
    expect(screen.getByRole('heading', { name: '两步验证' })).toBeInTheDocument();
    expect(screen.getByLabelText('动态验证码')).toBeInTheDocument();
  });
});

describe('the page that binds', () => {
  const arrived = { 'GET /api/auth/sign-in/wechat/binding': json({ waiting: true, nickname: '小**王' }) };

  it('binds by a code to the phone, and says why it does not', async () => {
    const sent = answerWith({
      ...arrived,
      'POST /api/auth/sms-codes': json({ retryAfterSeconds: 60 }, 202),
      'POST /api/auth/sign-in/wechat/binding': problem(409, 'WECHAT_OTHER', {
        detail: '该账号已绑定微信，如需更换，请登录后在“账号安全”中解绑',
      }),
    });
    renderAt('/sign-in/wechat', <WeChatBindPage />);
    expect(await screen.findByText(/微信用户 小\*\*王/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('手机号'), '13700000001');
    await userEvent.type(screen.getByLabelText('短信验证码'), '123456');
    await userEvent.click(screen.getByRole('button', { name: '绑定并登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('该账号已绑定微信');
    expect(sent.at(-1)!.body).toEqual({ phone: '13700000001', code: '123456' });
  });

  it('asks staff for their second factor', async () => {
    answerWith({
      ...arrived,
      'POST /api/auth/sign-in/wechat/binding/password': json({ next: 'SECOND_FACTOR' }),
    });
    renderAt('/sign-in/wechat', <WeChatBindPage />);
    await userEvent.click(await screen.findByRole('button', { name: '账号密码' }));
    await userEvent.type(screen.getByLabelText('手机号或用户名'), 'guanyuan');
    await userEvent.type(screen.getByLabelText('密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('button', { name: '绑定并登录' }));
    expect(await screen.findByRole('heading', { name: '两步验证' })).toBeInTheDocument();
  });

  it('leads whoever has just registered to the password just chosen', async () => {
    answerWith(arrived);
    renderAt('/sign-in/wechat?registered=1', <WeChatBindPage />);
    expect(await screen.findByText(/用手机号和刚设置的密码绑定/)).toBeInTheDocument();
    expect(screen.getByLabelText('密码')).toBeInTheDocument();
  });

  it('leads back to WeChat when nobody waits', async () => {
    answerWith({ 'GET /api/auth/sign-in/wechat/binding': json({ waiting: false }) });
    renderAt('/sign-in/wechat', <WeChatBindPage />);
    expect(await screen.findByRole('link', { name: '微信登录' })).toHaveAttribute(
      'href',
      '/api/auth/sign-in/wechat',
    );
    expect(screen.queryByLabelText('手机号')).toBeNull();
  });

  it('is where a registration that began there ends', async () => {
    answerWith({ 'POST /api/auth/registrations': json({ accountId: 'a' }, 201) });
    renderAt('/register?bind=wechat&from=/m/', <RegisterPage />);
    await userEvent.type(screen.getByLabelText('姓名'), '陈志远');
    await userEvent.type(screen.getByLabelText('手机号'), '13812345678');
    await userEvent.type(screen.getByLabelText('短信验证码'), '246810');
    await userEvent.type(screen.getByLabelText('密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: '注册' }));
    expect(await screen.findByRole('link', { name: '去绑定微信' })).toHaveAttribute(
      'href',
      '/sign-in/wechat?registered=1',
    );
  });
});
