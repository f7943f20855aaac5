import type { Browser } from '@playwright/test';
import { register } from './claiming';
import { expect, test } from './journey';
import { smsCode } from './launcher';
import { newcomer, oneOf, PASSWORD, phoneOf, twoDigits } from './platform';
import { Visitor } from './visitor';

const WECHAT =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36 MicroMessenger/8.0.50';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50';

/** An account of the demo that is bound here: its phone has not just had a code, as that of a newcomer has, who would wait a minute for another. */
const ACCOUNT = phoneOf('xinren25');

/** A nickname that the simulator has most likely not had: it stands for one person. */
const unusedNickname = () =>
  oneOf(['晨光', '山间', '江畔', '雨后', '夏夜', '初雪', '午后', '远方', '林中', '云端']) +
  oneOf(['白鹭', '小舟', '青竹', '松果', '晚风', '石桥', '灯塔', '麦田', '橘子', '海棠', '茶香', '银杏']) +
  twoDigits() +
  oneOf(['号', '里', '家', '时', '度']);

/** A browser inside WeChat. Whoever uses it is told to the simulator, which cannot know. */
async function inWeChat(browser: Browser, userAgent = WECHAT): Promise<Visitor> {
  const context = await browser.newContext({ userAgent });
  return new Visitor(await context.newPage());
}

/** At the simulator's page, which says that it is none of WeChat's. */
async function isAtWeChat({ page }: Visitor, nickname: string): Promise<void> {
  await expect(page.getByText('这不是微信')).toBeVisible();
  await page.getByLabel('其他用户的昵称').fill(nickname);
  await page.getByRole('button', { name: '以该用户继续' }).click();
}

async function asksToSignIn(phone: Visitor, to: string): Promise<void> {
  await phone.page.goto(`/bff/login?continue=${encodeURIComponent(to)}`);
  await phone.sees('登录');
  await phone.accessible();
  await phone.page.getByRole('link', { name: '微信登录' }).click();
}

test('somebody comes by WeChat, registers, binds, is in at once from then on, scans, and unbinds', async ({
  browser,
}) => {
  const person = newcomer();
  const nickname = unusedNickname();
  const first = await inWeChat(browser);
  const { page } = first;

  await test.step('comes for the first time and registers on the way', async () => {
    await asksToSignIn(first, '/m/security');
    await isAtWeChat(first, nickname);
    // Once for who it is, and, as no account knows them, once for their name.
    await isAtWeChat(first, nickname);
    await first.sees('绑定微信');
    await expect(page.getByText(/微信用户 .\*+/)).toBeVisible();
    await first.accessible();
    await page.getByRole('link', { name: '注册账号' }).click();
    await register(first, person);
    await page.getByRole('link', { name: '去绑定微信' }).click();
  });

  await test.step('binds by the password just chosen', async () => {
    await first.sees('绑定微信');
    await page.getByLabel('手机号或用户名').fill(person.phone);
    await page.getByLabel('密码', { exact: true }).fill(person.password);
    await page.getByRole('button', { name: '绑定并登录' }).click();
    await page.waitForURL('**/m/security');
    await expect(page.getByText('已绑定')).toBeVisible();
    await first.accessible();
  });

  const later = await inWeChat(browser);
  await test.step('is in at once on another day', async () => {
    await asksToSignIn(later, '/m/me');
    await isAtWeChat(later, nickname);
    await later.page.waitForURL('**/m/me');
    await expect(later.page.getByText(person.name)).toBeVisible();
  });

  await test.step('scans with the scanner of WeChat, which takes the signature of the page', async () => {
    await later.open('/m/scan', later.page.getByRole('button', { name: '打开微信扫一扫' }));
    later.page.once('dialog', (dialog) => void dialog.accept('不是服务码的内容'));
    await later.page.getByRole('button', { name: '打开微信扫一扫' }).click();
    await expect(later.page.getByText('这不是服务码')).toBeVisible();
  });

  await test.step('scans on an iPhone too, where WeChat counts the page by which the app was entered', async () => {
    const iPhone = await inWeChat(browser, IPHONE);
    await asksToSignIn(iPhone, '/m/me');
    await isAtWeChat(iPhone, nickname);
    await iPhone.page.waitForURL('**/m/me');
    await expect(iPhone.page.getByText(person.name)).toBeVisible();
    // As a link of the app goes there: no page is loaded anew.
    await iPhone.page.evaluate(() => {
      history.pushState(null, '', '/m/scan');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    const scanner = iPhone.page.getByRole('button', { name: '打开微信扫一扫' });
    await scanner.waitFor();
    iPhone.page.once('dialog', (dialog) => void dialog.accept('不是服务码的内容'));
    await scanner.click();
    await expect(iPhone.page.getByText('这不是服务码')).toBeVisible();
    expect(iPhone.unexpected()).toEqual([]);
    await iPhone.page.context().close();
  });

  await test.step('agrees to one subscription message by the button of WeChat', async () => {
    await later.open('/m/message-settings', later.page.getByText('还可以接收 0 条订阅消息'));
    later.page.once('dialog', (dialog) => void dialog.accept(nickname));
    await later.page.getByRole('button', { name: '同意接收一条' }).click();
    await expect(later.page.getByText('还可以接收 1 条订阅消息')).toBeVisible();
    await later.accessible();
  });

  await test.step('unbinds, hears of both, and is a stranger again', async () => {
    await later.page.goto('/m/security');
    await later.page.getByRole('button', { name: '解绑微信' }).click();
    await later.page.getByPlaceholder('核实是您本人').fill(person.password);
    await later.page.getByRole('button', { name: '解绑微信' }).click();
    await expect(later.page.getByText('未绑定')).toBeVisible();
    await later.accessible();
    await expect(async () => {
      await later.page.goto('/m/messages');
      await expect(later.page.getByText('您的账号已绑定微信')).toBeVisible({ timeout: 3_000 });
      await expect(later.page.getByText('您的账号已解绑微信')).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    const stranger = await inWeChat(browser);
    await asksToSignIn(stranger, '/m/me');
    await isAtWeChat(stranger, nickname);
    await isAtWeChat(stranger, nickname);
    await stranger.sees('绑定微信');
    expect(stranger.unexpected()).toEqual([]);
    await stranger.page.context().close();
  });

  expect([...first.unexpected(), ...later.unexpected()]).toEqual([]);
  await first.page.context().close();
  await later.page.context().close();
});

test('who has an account binds it by a code to the phone', async ({ browser, visitor }) => {
  const owner = await visitor();
  await owner.signIn({ phone: ACCOUNT, password: PASSWORD }, '/m/security');
  const nickname = unusedNickname();
  const phone = await inWeChat(browser);
  const { page } = phone;
  await asksToSignIn(phone, '/m/me');
  await isAtWeChat(phone, nickname);
  await isAtWeChat(phone, nickname);
  await phone.sees('绑定微信');
  await page.getByLabel('手机号').fill(ACCOUNT);
  const asked = new Date();
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText('验证码已发送', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: /秒后可重发/ })).toBeDisabled();
  await page.getByLabel('短信验证码').fill(await smsCode(page.url(), ACCOUNT, '登录', asked));
  await page.getByRole('button', { name: '绑定并登录' }).click();
  await page.waitForURL('**/m/me');
  await owner.api('POST', '/api/auth/wechat/binding/removal', { password: PASSWORD });
  expect(phone.unexpected()).toEqual([]);
  await page.context().close();
});

test('a browser that is not inside WeChat is offered none, and comes in by phone as before', async ({
  visitor,
}) => {
  const owner = await visitor();
  await owner.page.goto('/bff/login?continue=/m/me');
  await owner.sees('登录');
  await expect(owner.page.getByRole('link', { name: '微信登录' })).toHaveCount(0);
  await owner.signIn('qiye', '/m/me');
});
