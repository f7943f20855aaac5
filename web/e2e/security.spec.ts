import { expect, test } from './journey';
import { phoneNumber, registered, unknownAccount } from './platform';

test('a person sees the own devices, is told of a new one, and signs it out from another', async ({
  visitor,
}) => {
  const owner = await visitor();
  const person = await registered(owner);
  await owner.signIn(person);
  const lost = await visitor();
  await lost.signIn(person, '/m/me');
  await lost.open('/m/security', '我的设备');

  await expect
    .poll(async () => {
      const { items } = await owner.api<{ items: { title: string }[] }>('GET', '/api/message/my/messages');
      return items.map((one) => one.title);
    })
    .toContain('新设备登录提醒');
  await owner.open('/center/security', '我的设备');
  await owner.page.getByRole('button', { name: /^退出 / }).click();
  await owner.page.getByRole('button', { name: '退出登录' }).last().click();
  await expect(owner.page.getByRole('button', { name: /^退出 / })).toHaveCount(0);

  lost.refused(401, '/api/auth/me');
  expect((await lost.call('GET', '/api/auth/me')).status).toBe(401);
  expect((await owner.call('GET', '/api/auth/me')).status).toBe(200);
});

test('who forgot the password gets in by the phone, and the page is usable by everyone', async ({
  visitor,
}) => {
  const guest = await visitor();
  await guest.open('/sign-in', '登录');
  await guest.page.getByRole('button', { name: '短信验证码' }).click();
  await guest.accessible();
  await guest.page.getByLabel('手机号').fill(phoneNumber());
  await guest.page.getByRole('button', { name: '获取验证码' }).click();
  await expect(guest.page.getByText(/如果该手机号已注册/)).toBeVisible();
  await guest.accessible();
  await guest.open('/forgot-password', '忘记密码');
});

test('whoever guesses has the browser work for it, and nobody has to look at anything', async ({
  visitor,
}) => {
  const guest = await visitor();
  guest.refused(401, '/api/auth/sign-in');
  guest.refused(428, '/api/auth/sign-in');
  await guest.page.goto('/sign-in');
  await guest.page.getByLabel('手机号或用户名').fill(unknownAccount());
  await guest.page.getByLabel('密码', { exact: true }).fill('Wrong#2026xx');
  for (const left of ['4', '3', '2', '1']) {
    await guest.page.getByRole('button', { name: '登录' }).click();
    await expect(guest.page.getByText(`还可以再试 ${left} 次`)).toBeVisible();
  }
  await guest.accessible();
});

test('accounts of the demonstration are let off the second factor, and the page says so', async ({
  visitor,
}) => {
  const officer = await visitor();
  await officer.signIn('yinhang', '/admin/security');
  await officer.sees('两步验证');
  await expect(officer.page.getByText(/演示账号免两步验证/)).toBeVisible();
  await officer.accessible();
});
