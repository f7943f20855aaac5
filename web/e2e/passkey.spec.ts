import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './journey';
import { registered } from './platform';

/** A device with a fingerprint reader, as Chrome plays it; its owner always agrees. */
async function device(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

test('a person adds a passkey, comes in by it alone, and comes in by it no more when it is removed', async ({
  visitor,
}) => {
  const owner = await visitor();
  const person = await registered(owner);
  await owner.signIn(person);
  const { cdp, authenticatorId } = await device(owner.page);

  await owner.open('/center/security', '通行密钥');
  await owner.page.getByRole('button', { name: '添加通行密钥' }).click();
  await owner.page.getByLabel('名称').fill('办公电脑');
  await owner.page.getByLabel('登录密码').fill(person.password);
  await owner.page.getByRole('button', { name: '下一步' }).click();
  await expect(owner.page.getByRole('button', { name: '删除通行密钥 办公电脑' })).toBeVisible();
  await owner.accessible();
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);
  expect(credentials[0]!.rpId).toBe(new URL(owner.page.url()).hostname);
  await expect
    .poll(async () => {
      const { items } = await owner.api<{ items: { title: string }[] }>('GET', '/api/message/my/messages');
      return items.map((one) => one.title);
    })
    .toContain('您的账号添加了通行密钥');

  await owner.api('POST', '/bff/logout');
  await owner.page.goto('/bff/login?continue=/center/security');
  await owner.accessible();
  await owner.page.getByRole('button', { name: '使用通行密钥' }).click();
  await owner.page.waitForURL((url) => url.pathname === '/center/security');
  await owner.sees('通行密钥');
  await expect(owner.page.getByText(/最近使用/).first()).toBeVisible();

  await owner.page.getByRole('button', { name: '删除通行密钥 办公电脑' }).click();
  await owner.page.getByLabel('登录密码').fill(person.password);
  await owner.page.getByRole('button', { name: '删除通行密钥', exact: true }).click();
  await expect(owner.page.getByText('还没有通行密钥')).toBeVisible();

  await owner.api('POST', '/bff/logout');
  await owner.page.goto('/bff/login?continue=/');
  owner.refused(400, '/api/auth/sign-in/passkey');
  await owner.page.getByRole('button', { name: '使用通行密钥' }).click();
  await expect(owner.page.getByText(/通行密钥验证未通过/)).toBeVisible();
  await owner.accessible();
});
