import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/shared/api';
import { ME } from '@/shared/api/session';
import { noteBrokenOff, noteRunOut } from '@/shared/api/session-flow';
import { answerWith, json, problem } from '@/shared/test/http';
import { browserWithPasskeys } from '@/shared/test/passkeys';
import { renderAt, signedInAs, someone } from '@/shared/test/render';
import { carriedPhone } from './carriedPhone';
import RegisterPage, { channelOf } from './RegisterPage';
import ForgotPasswordPage from './ForgotPasswordPage';
import { refusal } from './refusal';
import SignInPage from './SignInPage';

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});
afterEach(() => vi.unstubAllGlobals());

describe('signing in', () => {
  it('asks for both fields before it asks the server', async () => {
    const sent = answerWith({});
    renderAt('/sign-in', <SignInPage />);
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(screen.getByLabelText('手机号或用户名')).toBeInvalid();
    expect(screen.getByLabelText('密码')).toHaveAccessibleDescription('请填写密码');
    expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
  });

  it('says how many attempts are left', async () => {
    answerWith({ 'POST /api/auth/sign-in': problem(401, 'BAD_CREDENTIALS', { remainingAttempts: 2 }) });
    renderAt('/sign-in', <SignInPage />);
    await userEvent.type(screen.getByLabelText('手机号或用户名'), 'qiye');
    await userEvent.type(screen.getByLabelText('密码'), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('还可以再试 2 次');
  });

  it('works for the attempt where the server suspects a guesser, without a question', async () => {
    const sent = answerWith({
      'POST /api/auth/sign-in': [
        problem(428, 'PROOF_REQUIRED', { challenge: 'nonce.8.1.mac', bits: 8 }),
        problem(401, 'BAD_CREDENTIALS', { remainingAttempts: 1 }),
      ],
    });
    renderAt('/sign-in', <SignInPage />);
    await userEvent.type(screen.getByLabelText('手机号或用户名'), 'qiye');
    await userEvent.type(screen.getByLabelText('密码'), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('还可以再试 1 次');
    expect(sent.at(-1)!.body).toMatchObject({ username: 'qiye', proof: { challenge: 'nonce.8.1.mac' } });
  });

  it('says when a locked account opens again', () => {
    expect(
      refusal(new ProblemError({ status: 423, code: 'ACCOUNT_LOCKED', retryAfterSeconds: 840 })),
    ).toContain('14 分钟后');
  });

  it('says that a code which was guessed at is worth nothing any more', () => {
    const locked = new ProblemError({ status: 423, code: 'ACCOUNT_LOCKED', retryAfterSeconds: 60 });
    expect(refusal(locked, true)).toBe('多次输入有误，已暂时锁定，请 1 分钟后重新获取验证码再试');
    expect(refusal(locked)).not.toContain('验证码');
  });

  it('takes a phone as people have it at hand', async () => {
    answerWith({});
    renderAt('/forgot-password', <ForgotPasswordPage />);
    const phone = screen.getByLabelText('手机号');
    for (const pasted of [' 186 7408 8163', '+86 18674088163', '8618674088163', '18674088163']) {
      await userEvent.clear(phone);
      await userEvent.click(phone);
      await userEvent.paste(pasted);
      expect(phone).toHaveValue('18674088163');
    }
    await userEvent.click(screen.getByLabelText('短信验证码'));
    await userEvent.paste(' 574 120');
    expect(screen.getByLabelText('短信验证码')).toHaveValue('574120');
  });

  it('does not go on saying of the last code what it has sent another in place of', async () => {
    const locked = '多次输入有误，已暂时锁定，请 1 分钟后重新获取验证码再试';
    answerWith({
      'POST /api/auth/password-resets': problem(429, 'ACCOUNT_LOCKED', { detail: locked }),
      'POST /api/auth/sms-codes': json({ retryAfterSeconds: 60 }, 202),
    });
    renderAt('/forgot-password', <ForgotPasswordPage />);
    await userEvent.type(screen.getByLabelText('手机号'), '13812345678');
    await userEvent.type(screen.getByLabelText('短信验证码'), '000000');
    await userEvent.type(screen.getByLabelText('新密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('button', { name: '重置密码' }));
    const told = await screen.findByText(/暂时锁定/);
    await userEvent.click(screen.getByRole('button', { name: '获取验证码' }));
    await waitFor(() => expect(told).not.toBeInTheDocument());
  });

  const signIn = async (at = '/sign-in') => {
    const page = renderAt(at, <SignInPage />);
    await userEvent.type(screen.getByLabelText('手机号或用户名'), 'yinhang');
    await userEvent.type(screen.getByLabelText('密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    return page;
  };

  it('asks for the second factor, and for a recovery code where the phone is lost', async () => {
    const sent = answerWith({
      'POST /api/auth/sign-in': json({ next: 'SECOND_FACTOR' }),
      'POST /api/auth/sign-in/second-factor': problem(400, 'SECOND_FACTOR_WRONG', { remainingAttempts: 3 }),
    });
    await signIn();
    await screen.findByRole('heading', { name: '两步验证' });
    await userEvent.click(screen.getByRole('button', { name: '验证并登录' }));
    expect(screen.getByLabelText('动态验证码')).toBeInvalid();
    await userEvent.type(screen.getByLabelText('动态验证码'), '12a3456');
    await userEvent.click(screen.getByRole('button', { name: '验证并登录' }));
    await waitFor(() => {
      const field = screen.getByLabelText('动态验证码');
      expect(field).toBeInvalid();
      expect(field).toHaveAccessibleDescription(/验证码不正确，还可以再试 3 次/);
      expect(field).toHaveFocus();
    });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(sent.at(-1)!.body).toEqual({ code: '123456' });

    await userEvent.click(screen.getByRole('button', { name: /使用恢复码/ }));
    await userEvent.type(screen.getByLabelText('恢复码'), 'ABCDE-FGH23');
    await userEvent.click(screen.getByRole('button', { name: '验证并登录' }));
    await waitFor(() => expect(sent.at(-1)!.body).toEqual({ code: 'ABCDE-FGH23' }));
  });

  it('lets staff set it up, shows the recovery codes once, and only then goes on', async () => {
    const sent = answerWith({
      'POST /api/auth/sign-in': json({ next: 'ENROLMENT' }),
      'POST /api/auth/sign-in/enrolment': json({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' }),
      'POST /api/auth/sign-in/enrolment/confirmation': json({
        recoveryCodes: ['AAAAA-BBBBB', 'CCCCC-DDDDD'],
        continueTo: '/bff/login?continue=/admin/',
      }),
    });
    await signIn();
    expect(await screen.findByLabelText('密钥')).toHaveTextContent('JBSW Y3DP EHPK 3PXP');
    expect(screen.getByRole('img', { name: '两步验证二维码' })).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('动态验证码'), '654321');
    await userEvent.click(screen.getByRole('button', { name: '开启并登录' }));
    expect(await screen.findByText('CCCCC-DDDDD')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '已保存，进入平台' })).toBeEnabled();
    expect(sent.at(-1)!.body).toEqual({ code: '654321' });
  });

  describe('in a tab that was asked to sign in for a page of its own', () => {
    const left = vi.fn();
    beforeEach(() => {
      left.mockReset();
      vi.stubGlobal('location', { ...location, replace: left });
    });
    afterEach(() => vi.unstubAllGlobals());

    it('leads back to that page, not to what another tab wanted since', async () => {
      answerWith({
        'POST /api/auth/sign-in': json({ next: 'DONE', continueTo: '/oauth2/authorize?of=another-tab' }),
      });
      await signIn('/sign-in?back=%2Fpolicies%3Fq%3D1');
      await waitFor(() => expect(left).toHaveBeenCalledWith('/bff/login?continue=%2Fpolicies%3Fq%3D1'));
    });

    it('leads back there after the second factor and after it was set up', async () => {
      answerWith({
        'POST /api/auth/sign-in': json({ next: 'SECOND_FACTOR' }),
        'POST /api/auth/sign-in/second-factor': json({ next: 'DONE', continueTo: '/bff/login?continue=/' }),
      });
      const { unmount } = await signIn('/sign-in?back=%2Fadmin%2Fclaims');
      await userEvent.type(await screen.findByLabelText('动态验证码'), '123456');
      await userEvent.click(screen.getByRole('button', { name: '验证并登录' }));
      await waitFor(() => expect(left).toHaveBeenCalledWith('/bff/login?continue=%2Fadmin%2Fclaims'));
      unmount();
      left.mockReset();

      answerWith({
        'POST /api/auth/sign-in': json({ next: 'ENROLMENT' }),
        'POST /api/auth/sign-in/enrolment': json({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' }),
        'POST /api/auth/sign-in/enrolment/confirmation': json({
          recoveryCodes: ['AAAAA-BBBBB'],
          continueTo: '/bff/login?continue=/',
        }),
      });
      await signIn('/sign-in?back=%2Fadmin%2Fclaims');
      await userEvent.type(await screen.findByLabelText('动态验证码'), '654321');
      await userEvent.click(screen.getByRole('button', { name: '开启并登录' }));
      await userEvent.click(await screen.findByRole('button', { name: '已保存，进入平台' }));
      expect(left).toHaveBeenCalledWith('/bff/login?continue=%2Fadmin%2Fclaims');
    });

    it('leads on who is signed in already: back to the page, staff who wanted nothing to their work', async () => {
      const signedIn = (me: object) =>
        answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(me) });
      signedIn(someone);
      const { unmount } = renderAt('/sign-in?back=%2Fpolicies%3Fq%3D1', <SignInPage />);
      await waitFor(() => expect(left).toHaveBeenCalledWith('/policies?q=1'));
      unmount();

      signedIn({ ...someone, enterprise: undefined, userType: 'BANK' });
      renderAt('/sign-in?back=%2F', <SignInPage />);
      await waitFor(() => expect(left).toHaveBeenLastCalledWith('/admin/'));
    });

    it.each([
      ['an enterprise’s person', someone, '/'],
      ['staff', { ...someone, enterprise: undefined, userType: 'BANK' as const }, '/admin/'],
    ])('leads %s home who is signed in already and opens the page by itself', async (_, me, home) => {
      answerWith(signedInAs(me));
      renderAt('/sign-in', <SignInPage />);
      await waitFor(() => expect(left).toHaveBeenCalledExactlyOnceWith(home));
    });

    it.each(['/sign-in?app=true', '/sign-in?error=ACCOUNT_DISABLED'])(
      'shows the form to who is signed in at the platform and still has to sign in: %s',
      async (at) => {
        const sent = answerWith(signedInAs(someone));
        renderAt(at, <SignInPage />);
        await act(async () => undefined);
        expect(screen.getByRole('button', { name: '登录' })).toBeEnabled();
        expect(sent.some(({ url }) => url.pathname === '/api/auth/me')).toBe(false);
        expect(left).not.toHaveBeenCalled();
      },
    );

    it.each([
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere.example',
      '//',
      'https://[',
      'javascript:alert(1)',
    ])('leads nobody to %s', async (there) => {
      const sent = answerWith({
        'GET /bff/session': json({ signedIn: true }),
        'GET /api/auth/me': json(someone),
      });
      renderAt(`/sign-in?back=${encodeURIComponent(there)}`, <SignInPage />);
      await waitFor(() => expect(sent.some(({ url }) => url.pathname === '/api/auth/me')).toBe(true));
      await act(async () => undefined);
      expect(left).not.toHaveBeenCalled();
    });

    it('whoever comes from the phone goes home to the phone', () => {
      answerWith({});
      renderAt('/sign-in?back=%2Fm%2Fcode', <SignInPage />);
      expect(screen.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', '/m/');
    });

    it('goes where the server says when the page was opened by itself', async () => {
      answerWith({
        'POST /api/auth/sign-in': json({ next: 'DONE', continueTo: '/oauth2/authorize?of=an-app' }),
      });
      await signIn();
      await waitFor(() => expect(left).toHaveBeenCalledWith('/oauth2/authorize?of=an-app'));
    });

    it('takes the page along to a provider', async () => {
      answerWith({
        'GET /api/auth/sign-in/ways': json({
          passkeys: false,
          providers: [{ id: 'quyu', name: '区域身份平台' }],
        }),
      });
      renderAt('/sign-in?back=%2Fm%2Fcode', <SignInPage />);
      expect(await screen.findByRole('link', { name: '区域身份平台' })).toHaveAttribute(
        'href',
        '/api/auth/sign-in/providers/quyu?continue=%2Fm%2Fcode',
      );
    });
  });

  it('takes a passkey in place of everything else where platform and browser have them', async () => {
    const device = browserWithPasskeys();
    const sent = answerWith({
      'GET /api/auth/sign-in/ways': json({ passkeys: true, providers: [] }),
      'POST /api/auth/sign-in/passkey/challenge': json({ challenge: 'c', rpId: 'localhost' }),
      'POST /api/auth/sign-in/passkey': problem(400, 'PASSKEY_REFUSED', { detail: '通行密钥验证未通过' }),
    });
    renderAt('/sign-in', <SignInPage />);
    await userEvent.click(await screen.findByRole('button', { name: '使用通行密钥' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('通行密钥验证未通过');
    expect(sent.find((one) => one.url.pathname.endsWith('/challenge'))!.body).toEqual({
      secondFactor: false,
    });
    expect(sent.at(-1)!.body).toEqual({
      id: 'key',
      clientDataJSON: 'client',
      authenticatorData: 'data',
      signature: 'signed',
      userHandle: 'me',
    });
    device.refuses();
    await userEvent.click(screen.getByRole('button', { name: '使用通行密钥' }));
    expect(await screen.findByText(/没有完成：已取消/)).toBeInTheDocument();
  });

  it('says at an address in figures why no passkey is offered', async () => {
    browserWithPasskeys();
    vi.stubGlobal('location', { ...location, hostname: '127.0.0.1' });
    answerWith({ 'GET /api/auth/sign-in/ways': json({ passkeys: true, providers: [] }) });
    renderAt('/sign-in', <SignInPage />);
    expect(await screen.findByText(/通行密钥需要以域名（如 localhost）访问/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '使用通行密钥' })).toBeNull();
  });

  it('takes a passkey as the second factor of an account that has one', async () => {
    browserWithPasskeys();
    const sent = answerWith({
      'POST /api/auth/sign-in': json({ next: 'SECOND_FACTOR', passkey: true }),
      'POST /api/auth/sign-in/passkey/challenge': problem(409, 'SIGN_IN_EXPIRED'),
    });
    await signIn();
    await userEvent.click(await screen.findByRole('button', { name: '使用通行密钥' }));
    expect(await screen.findByText('请重新输入账号和密码。')).toBeInTheDocument();
    expect(sent.find((one) => one.url.pathname.endsWith('/challenge'))!.body).toEqual({ secondFactor: true });
  });

  it('offers the providers that are configured, and says when one let nobody in', async () => {
    answerWith({
      'GET /api/auth/sign-in/ways': json({
        passkeys: false,
        providers: [{ id: 'quyu', name: '区域身份平台' }],
      }),
    });
    renderAt('/sign-in?error=PROVIDER_FAILED', <SignInPage />);
    expect(await screen.findByRole('link', { name: '区域身份平台' })).toHaveAttribute(
      'href',
      '/api/auth/sign-in/providers/quyu',
    );
    expect(screen.getByRole('alert')).toHaveTextContent('外部身份登录没有完成');
  });

  it('lets who came by a provider for the first time register, with the phone that it has proved', async () => {
    const sent = answerWith({
      'GET /api/auth/sign-in/identity': json({
        provider: '区域身份平台',
        displayName: '李新来',
        phone: '137****0009',
      }),
      'POST /api/auth/sign-in/identity/registration': problem(409, 'PHONE_TAKEN', {
        detail: '该手机号已注册',
      }),
    });
    renderAt('/sign-in?next=IDENTITY', <SignInPage />);
    expect(await screen.findByLabelText('姓名')).toHaveValue('李新来');
    expect(screen.queryByLabelText('短信验证码')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '注册并进入平台' }));
    expect(screen.getByText('请阅读并同意服务与隐私说明')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: '注册并进入平台' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('该手机号已注册');
    expect(sent.at(-1)!.body).toEqual({
      userType: 'ENTERPRISE',
      displayName: '李新来',
      channel: 'PC',
      agreed: true,
    });
  });

  it('lets them sign in to the account that they have, which is bound then', async () => {
    const sent = answerWith({
      'GET /api/auth/sign-in/identity': json({ provider: '区域身份平台', displayName: '' }),
      'POST /api/auth/sign-in/identity/binding': json({ binding: 'told-to-this-page' }),
      'POST /api/auth/sign-in': problem(401, 'BAD_CREDENTIALS', { detail: '账号或密码不正确' }),
    });
    renderAt('/sign-in?next=IDENTITY', <SignInPage />);
    expect(await screen.findByLabelText('短信验证码')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '已有账号，去绑定' }));
    expect(await screen.findByText(/登录后即绑定“区域身份平台”/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('手机号或用户名'), '13800000000');
    await userEvent.type(screen.getByLabelText('密码'), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('账号或密码不正确');
    expect(sent.at(-1)!.body).toEqual({
      username: '13800000000',
      password: 'wrong',
      binding: 'told-to-this-page',
    });
  });

  it('begins again when the password is too long ago', async () => {
    answerWith({
      'POST /api/auth/sign-in': json({ next: 'SECOND_FACTOR' }),
      'POST /api/auth/sign-in/second-factor': problem(409, 'SIGN_IN_EXPIRED'),
    });
    await signIn();
    await userEvent.type(await screen.findByLabelText('动态验证码'), '123456');
    await userEvent.click(screen.getByRole('button', { name: '验证并登录' }));
    expect(await screen.findByText('请重新输入账号和密码。')).toBeInTheDocument();
  });

  it('says so when the sign-in began too long ago', () => {
    renderAt('/sign-in?error=failed', <SignInPage />);
    expect(screen.getByRole('alert')).toHaveTextContent('请重新登录');
  });
});

describe('a code by text message', () => {
  const sms = async () => {
    renderAt('/sign-in', <SignInPage />);
    await userEvent.click(screen.getByRole('button', { name: '短信验证码' }));
  };

  it('is sent once a minute, to a phone that is one, and signs in', async () => {
    const sent = answerWith({
      'POST /api/auth/sms-codes': json({ retryAfterSeconds: 60 }, 202),
      'POST /api/auth/sign-in/sms': problem(400, 'SMS_CODE_WRONG', { remainingAttempts: 4 }),
    });
    await sms();
    await userEvent.click(screen.getByRole('button', { name: '获取验证码' }));
    expect(screen.getByLabelText('手机号')).toHaveAccessibleDescription('请填写 11 位手机号');
    await userEvent.type(screen.getByLabelText('手机号'), '13700000001');
    await userEvent.click(screen.getByRole('button', { name: '获取验证码' }));
    expect(await screen.findByText(/如果该手机号已注册/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /秒后可重发/ })).toBeDisabled();
    expect(sent.at(-1)!.body).toEqual({ phone: '13700000001', purpose: 'SIGN_IN' });

    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(screen.getByLabelText('短信验证码')).toBeInvalid();
    await userEvent.type(screen.getByLabelText('短信验证码'), '123456');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    const code = screen.getByLabelText('短信验证码');
    await waitFor(() => expect(code).toHaveAccessibleDescription('验证码不正确或已失效，还可以再试 4 次'));
    expect(code).toHaveFocus();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(sent.at(-1)!.body).toEqual({ phone: '13700000001', code: '123456' });
    await userEvent.type(code, '{Backspace}7');
    expect(code).toBeValid();
  });

  it('leads to a new password where nobody has shown yet whose the account is', async () => {
    answerWith({
      'POST /api/auth/sign-in/sms': problem(409, 'PHONE_UNVERIFIED', { detail: '该账号的手机号尚未验证' }),
    });
    await sms();
    await userEvent.type(screen.getByLabelText('手机号'), '13700000001');
    await userEvent.type(screen.getByLabelText('短信验证码'), '123456');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('尚未验证');
    expect(screen.getByRole('link', { name: '设置新密码' })).toHaveAttribute('href', '/forgot-password');
  });

  it('says when it was asked for too often', async () => {
    answerWith({
      'POST /api/auth/sms-codes': problem(429, 'TOO_MANY_REQUESTS', {
        detail: '验证码获取过于频繁，请 40 分钟后再试',
        retryAfterSeconds: 2400,
      }),
    });
    await sms();
    await userEvent.type(screen.getByLabelText('手机号'), '13700000001');
    await userEvent.click(screen.getByRole('button', { name: '获取验证码' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('40 分钟后');
  });

  it('lets whoever forgot the password set another', async () => {
    const sent = answerWith({
      'POST /api/auth/password-resets': [
        problem(400, 'PASSWORD_WEAK', {
          errors: [{ field: 'newPassword', code: 'PASSWORD_WEAK', message: '该密码过于常见，容易被猜到' }],
        }),
        new Response(null, { status: 204 }),
      ],
    });
    renderAt('/forgot-password', <ForgotPasswordPage />);
    await userEvent.type(screen.getByLabelText('手机号'), '13700000001');
    await userEvent.type(screen.getByLabelText('短信验证码'), '123456');
    await userEvent.type(screen.getByLabelText('新密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('button', { name: '重置密码' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('该密码过于常见，容易被猜到');
    expect(screen.getByLabelText('新密码')).toBeInvalid();
    await userEvent.click(screen.getByRole('button', { name: '重置密码' }));
    const onward = await screen.findByRole('link', { name: '用新密码登录' });
    expect(carriedPhone()).toBe('');
    await userEvent.click(onward);
    expect(carriedPhone()).toBe('13700000001');
    expect(sent.at(-1)!.body).toEqual({ phone: '13700000001', code: '123456', newPassword: 'Kite-2026-mo' });
  });

  it('says to who forgot the password what is missing, and leads to each field', async () => {
    const sent = answerWith({});
    renderAt('/forgot-password', <ForgotPasswordPage />);
    await userEvent.click(screen.getByRole('button', { name: '重置密码' }));
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('alert')).toHaveTextContent('有 3 处需要修改');
    await userEvent.click(screen.getByRole('button', { name: '请填写新密码' }));
    expect(screen.getByLabelText('新密码')).toHaveFocus();
    expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('works for a new password where the server suspects a guesser', async () => {
    const sent = answerWith({
      'POST /api/auth/password-resets': [
        problem(428, 'PROOF_REQUIRED', { challenge: 'nonce.8.1.mac', bits: 8 }),
        new Response(null, { status: 204 }),
      ],
    });
    renderAt('/forgot-password', <ForgotPasswordPage />);
    await userEvent.type(screen.getByLabelText('手机号'), '13700000001');
    await userEvent.type(screen.getByLabelText('短信验证码'), '123456');
    await userEvent.type(screen.getByLabelText('新密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('button', { name: '重置密码' }));
    expect(await screen.findByRole('link', { name: '用新密码登录' })).toBeInTheDocument();
    expect(sent.at(-1)!.body).toMatchObject({ code: '123456', proof: { challenge: 'nonce.8.1.mac' } });
  });
});

describe('registering', () => {
  const fill = async (phone: string) => {
    await userEvent.type(screen.getByLabelText('姓名'), '陈志远');
    await userEvent.type(screen.getByLabelText('手机号'), phone);
    await userEvent.type(screen.getByLabelText('短信验证码'), '246810');
    await userEvent.type(screen.getByLabelText('密码'), 'Kite-2026-mo');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: '注册' }));
  };

  it('says what is wrong and leads to each field', async () => {
    answerWith({});
    renderAt('/register', <RegisterPage />);
    await userEvent.click(screen.getByRole('button', { name: '注册' }));
    const summary = screen.getByRole('alert');
    await waitFor(() => expect(summary).toHaveFocus());
    expect(summary).toHaveTextContent('有 5 处需要修改');
    await userEvent.click(screen.getByRole('button', { name: '请填写 11 位手机号' }));
    await waitFor(() => expect(screen.getByLabelText('手机号')).toHaveFocus());
  });

  it('says how long a name may be, and cuts none', async () => {
    answerWith({});
    renderAt('/register', <RegisterPage />);
    const name = screen.getByLabelText('姓名');
    expect(name).toHaveAccessibleDescription('2 到 50 个字');
    await userEvent.click(name);
    await userEvent.paste('张'.repeat(200));
    expect(name).toHaveValue('张'.repeat(200));
    await userEvent.click(screen.getByRole('button', { name: '注册' }));
    expect(name).toHaveAccessibleDescription(/姓名不能超过 50 个字/);
  });

  it('puts the server’s objection to its field', async () => {
    answerWith({
      'POST /api/auth/registrations': problem(409, 'PHONE_TAKEN', {
        errors: [{ field: 'phone', code: 'PHONE_TAKEN', message: '该手机号已注册' }],
      }),
    });
    renderAt('/register', <RegisterPage />);
    await fill('13812345678');
    await waitFor(() =>
      expect(screen.getByLabelText('手机号')).toHaveAccessibleDescription('该手机号已注册'),
    );
    await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus());
    expect(screen.getByRole('alert')).toHaveTextContent('有 1 处需要修改');
  });

  it('says beside the button what is about no field, and brings it before the eyes', async () => {
    answerWith({
      'POST /api/auth/registrations': problem(423, 'ACCOUNT_LOCKED', { retryAfterSeconds: 600 }),
    });
    renderAt('/register', <RegisterPage />);
    await fill('13812345678');
    const refused = await screen.findByText('多次输入有误，已暂时锁定，请 10 分钟后重新获取验证码再试');
    expect(document.activeElement).toContainElement(refused);
    const button = screen.getByRole('button', { name: '注册' });
    expect(refused.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByLabelText('密码').compareDocumentPosition(refused)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('has a code sent to the phone, whoever has it, and says how often it may still be tried', async () => {
    const sent = answerWith({
      'POST /api/auth/sms-codes': json({ retryAfterSeconds: 60 }, 202),
      'POST /api/auth/registrations': problem(400, 'SMS_CODE_WRONG', { remainingAttempts: 4 }),
    });
    renderAt('/register', <RegisterPage />);
    await userEvent.type(screen.getByLabelText('手机号'), '13812345678');
    await userEvent.click(screen.getByRole('button', { name: '获取验证码' }));
    expect(await screen.findByText('验证码已发送，5 分钟内有效。')).toBeInTheDocument();
    expect(sent.at(-1)!.body).toEqual({ phone: '13812345678', purpose: 'REGISTRATION' });
    await userEvent.clear(screen.getByLabelText('手机号'));
    await fill('13812345678');
    const code = screen.getByLabelText('短信验证码');
    await waitFor(() => expect(code).toHaveAccessibleDescription('验证码不正确或已失效，还可以再试 4 次'));
    expect(code).toHaveFocus();
  });

  it('remembers that the person came from the official account', async () => {
    const sent = answerWith({ 'POST /api/auth/registrations': json({ accountId: 'a' }, 201) });
    renderAt('/register?from=/m/code', <RegisterPage />);
    await fill('13812345678');
    expect(await screen.findByText('注册成功')).toBeInTheDocument();
    expect(sent.at(-1)!.body).toMatchObject({
      channel: 'WECHAT',
      userType: 'ENTERPRISE',
      phone: '13812345678',
      code: '246810',
      agreed: true,
    });
    expect(screen.getByRole('link', { name: '去登录' })).toHaveAttribute(
      'href',
      '/bff/login?continue=%2Fm%2Fcode',
    );
  });

  it('carries the phone that was registered to the sign-in page, to one form, and not in its address', async () => {
    answerWith({ 'POST /api/auth/registrations': json({ accountId: 'a' }, 201) });
    const registering = renderAt('/register', <RegisterPage />);
    await fill('13812345678');
    const on = await screen.findByRole('link', { name: '去登录' });
    on.addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(on);
    expect(on.getAttribute('href')).not.toContain('138');
    registering.unmount();

    const first = renderAt('/sign-in', <SignInPage />);
    expect(screen.getByLabelText('手机号或用户名')).toHaveValue('13812345678');
    await userEvent.click(screen.getByRole('button', { name: '短信验证码' }));
    expect(screen.getByLabelText('手机号')).toHaveValue('13812345678');
    first.unmount();
    renderAt('/sign-in', <SignInPage />);
    expect(screen.getByLabelText('手机号或用户名')).toHaveValue('');
  });

  it('leads who came from signing in back to the page that asked for it, and counts them there', async () => {
    const sent = answerWith({ 'POST /api/auth/registrations': json({ accountId: 'a' }, 201) });
    renderAt('/register?back=%2Fm%2Fcode', <RegisterPage />);
    expect(screen.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', '/m/');
    await fill('13812345678');
    expect(await screen.findByRole('link', { name: '去登录' })).toHaveAttribute(
      'href',
      '/bff/login?continue=%2Fm%2Fcode',
    );
    expect(sent.at(-1)!.body).toMatchObject({ channel: 'WECHAT' });
  });

  it('leads who came by an invitation back to it, and says so', async () => {
    answerWith({ 'POST /api/auth/registrations': json({ accountId: 'a' }, 201) });
    renderAt('/register?from=%2Fjoin', <RegisterPage />);
    await fill('13812345678');
    expect(await screen.findByText('接下来登录，回到邀请页面加入企业')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '去登录并加入企业' })).toHaveAttribute(
      'href',
      '/bff/login?continue=%2Fjoin',
    );
  });

  it.each([
    ['/register', someone, '继续使用', '/'],
    [
      '/register',
      { ...someone, enterprise: undefined, userType: 'OPERATOR' as const },
      '继续使用',
      '/admin/',
    ],
    ['/register?from=%2Fjoin', someone, '去加入企业', '/join'],
  ])('says at %s that one is signed in, and leads on', async (at, me, name, to) => {
    answerWith(signedInAs(me));
    renderAt(at, <RegisterPage />);
    expect(await screen.findByRole('heading', { name: '您已登录' })).toBeInTheDocument();
    expect(screen.getByText(/当前账号：陈志远/)).toHaveTextContent('请先退出登录');
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', to);
    expect(screen.queryByLabelText('手机号')).toBeNull();
  });

  it('goes on with what was begun where one signs in elsewhere meanwhile', async () => {
    answerWith({ ...signedInAs(someone), 'GET /bff/session': json({ signedIn: false }) });
    const { queries } = renderAt('/register', <RegisterPage />);
    await userEvent.type(screen.getByLabelText('姓名'), '陈志远');
    act(() => void queries.setQueryData(ME, someone));
    expect(screen.getByLabelText('姓名')).toHaveValue('陈志远');
  });

  it('never leads to another site', () => {
    answerWith({});
    renderAt('/register?from=//evil.example', <RegisterPage />);
    expect(screen.getByRole('link', { name: '直接登录' })).toHaveAttribute('href', '/bff/login?continue=%2F');
  });

  it('counts the channel by where the person is', () => {
    expect(channelOf(null, 'Mozilla/5.0')).toBe('PC');
    expect(channelOf('/m/', 'Mozilla/5.0')).toBe('WECHAT');
    expect(channelOf(null, 'Mozilla/5.0 MicroMessenger/8.0')).toBe('WECHAT');
  });
});

it('who was signed out after doing nothing for long is told so, once', async () => {
  answerWith({});
  noteRunOut();
  const { unmount } = renderAt('/sign-in', <SignInPage />);
  expect(await screen.findByText(/^登录状态已结束（如长时间未操作/)).toBeVisible();
  unmount();
  renderAt('/sign-in', <SignInPage />);
  expect(screen.queryByText(/登录状态已结束/)).not.toBeInTheDocument();
});

it('who was signed out in the middle of something is told so, once, and that what was typed is kept', async () => {
  answerWith({});
  localStorage.setItem('zq.draft.a.profile', '{}');
  noteBrokenOff();
  const { unmount } = renderAt('/sign-in', <SignInPage />);
  expect(await screen.findByText(/登录状态已结束/)).toHaveTextContent('已填写的内容保留在本设备上');
  unmount();
  localStorage.clear();
  renderAt('/sign-in', <SignInPage />);
  expect(screen.queryByText(/登录状态已结束/)).not.toBeInTheDocument();
});
