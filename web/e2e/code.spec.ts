import type { Response } from '@playwright/test';
import { WHOLE_BROWSER, IS_WHOLE } from './browser';
import { approve, authorise, choose, handIn, openClaim, register } from './claiming';
import { expect, test } from './journey';
import { newcomer, unclaimed } from './platform';
import type { Visitor } from './visitor';

/** The content of the dynamic code that is on the screen, kept up to date as the page renews it. */
function dynamicCode(visitor: Visitor): () => string | undefined {
  let content: string | undefined;
  visitor.page.on('response', (response: Response) => {
    if (response.url().endsWith('/api/code/my/code/dynamic') && response.ok())
      void response.json().then((code: { content: string }) => (content = code.content));
  });
  return () => content;
}

test.use({ launchOptions: WHOLE_BROWSER });

test('a newcomer claims an enterprise, shows the code, reads who scanned it, certifies anew, and unbinds', async ({
  visitor,
}) => {
  const person = newcomer();
  const owner = await visitor();
  const { page } = owner;

  await test.step('registers and signs in', async () => {
    await owner.open('/', page.getByRole('main'));
    await page.goto('/register');
    await register(owner, person);
    await page.getByRole('link', { name: '去登录' }).click();
    await owner.sees('登录');
    await owner.accessible();
    await owner.signIn(person, '/code/claim');
  });

  const enterprise = await unclaimed(owner);
  let number = '';
  await test.step('finds the enterprise by name, fills the claim with a letter, and submits', async () => {
    await owner.sees('查找企业');
    await owner.accessible();
    await choose(owner, enterprise);
    await authorise(owner, enterprise, person.name);
    await page.getByRole('checkbox', { name: /投资/ }).check();
    await owner.accessible();
    number = await handIn(owner);
    await owner.open('/code/claims', enterprise.name);
  });

  const reviewer = await visitor();
  await test.step('a reviewer reads the letter and approves', async () => {
    const desk = reviewer.page;
    await reviewer.signIn('shenhe', '/admin/');
    await openClaim(reviewer, number, enterprise.name);
    if (IS_WHOLE) expect(await desk.evaluate(() => navigator.pdfViewerEnabled)).toBe(true);
    if (await desk.evaluate(() => navigator.pdfViewerEnabled))
      await expect(desk.getByTitle('授权书：授权书.pdf')).toHaveAttribute('src', /^blob:/);
    else {
      const saved = desk.waitForEvent('download');
      await desk.getByRole('button', { name: '下载' }).click();
      expect((await saved).suggestedFilename()).toBe('授权书.pdf');
    }
    await expect(desk.getByText('与登记信息一致')).toBeVisible();
    await approve(reviewer);
  });

  const code = dynamicCode(owner);
  await test.step('the newcomer is told at once and has the code', async () => {
    await expect(page.getByRole('link', { name: /消息，\d+ 条未读/ })).toBeVisible({ timeout: 30_000 });
    await owner.open('/center/messages', '消息中心');
    const qr = page.getByRole('img', { name: '企业码动态二维码' });
    await expect(async () => {
      await page.goto('/code');
      await expect(qr).toBeVisible({ timeout: 8_000 });
    }).toPass({ timeout: 60_000 });
    await owner.accessible();
    await expect.poll(code).toMatch(/^ZQ1:/);
  });

  await test.step('an officer types the code, sees what was consented to, and cannot use it again', async () => {
    const officer = await visitor();
    const desk = officer.page;
    await officer.signIn('guanyuan', '/admin/scan');
    await officer.sees('扫码核验');
    const content = code()!;
    await desk.getByLabel('核验地点（选填）').fill('区行政服务中心');
    await desk.getByLabel('企业码内容').fill(content);
    await desk.getByRole('button', { name: '核验', exact: true }).click();
    await officer.sees(enterprise.name);
    // Its owner is shown the next one without asking for it.
    await expect.poll(code, { timeout: 30_000 }).not.toBe(content);
    await expect(page.getByText('上一个动态码已被扫码核验，已换新码')).toBeVisible();
    await owner.accessible();
    await expect(desk.getByRole('region', { name: /基本信息/ })).toContainText(/地址|住所|注册资本/);
    const investments = desk.getByRole('region', { name: /投资/ });
    await expect(investments).toBeVisible();
    await expect(investments).not.toContainText('企业未授权');
    await expect(desk.getByRole('region', { name: /资产/ })).toContainText('企业未授权');
    await officer.accessible();

    officer.refused(409, '/api/code/scans');
    await desk.getByLabel('企业码内容').fill(content);
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('alert')).toContainText(/已使用|已被使用|用过/);
    await officer.accessible();
    await officer.open('/admin/scan/history', '扫码记录');
  });

  await test.step('the newcomer reads the scan', async () => {
    await owner.open('/code/scans', '扫码记录');
    await expect(page.getByRole('main')).toContainText('经信委工作人员');
    await expect(page.getByRole('main')).toContainText('区行政服务中心');
    await owner.open('/code/card', '企业名片');
    await owner.open('/code/consents', '数据授权');
    await owner.open('/center/enterprise', '企业信息');
  });

  const { number: codeNumber } = await owner.api<{ number: string }>('GET', '/api/code/my/code');
  await test.step('certified anew by another letter, the code stays as it is', async () => {
    await expect(page.getByRole('link', { name: '完善资料' })).toHaveAttribute(
      'href',
      '/center/profile/edit',
    );
    await page.getByRole('link', { name: '重新认证' }).click();
    await owner.sees('重新认证');
    await authorise(owner, enterprise, person.name, { consents: false });
    await owner.accessible();
    const renewal = await handIn(owner);
    await openClaim(reviewer, renewal, enterprise.name);
    await expect(reviewer.page.getByText('重新认证：通过后企业码不变')).toBeVisible();
    await approve(reviewer, '已通过，重新认证完成');
    await expect
      .poll(() => owner.api('GET', '/api/code/my/code'), { timeout: 30_000 })
      .toMatchObject({ number: codeNumber, status: 'ACTIVE' });
    await page.goto('/center/enterprise');
    await expect(page.getByRole('listitem').filter({ hasText: '重新认证' }).first()).toContainText(
      codeNumber,
    );
  });

  await test.step('unbound, the enterprise has no code, and anybody may claim it', async () => {
    await page.getByRole('button', { name: /^解\s*绑$/ }).click();
    const dialog = page.getByRole('dialog', { name: `解绑 ${enterprise.name}` });
    await dialog.getByRole('button', { name: '确认解绑' }).click();
    await expect(dialog.getByText('请填写解绑原因')).toBeVisible();
    await dialog.getByLabel('解绑原因').fill('经办人调离，由新的经办人办理');
    await owner.accessible();
    await dialog.getByRole('button', { name: '确认解绑' }).click();
    await page.waitForURL('**/code/claims');
    await expect
      .poll(async () => (await owner.api<{ enterprise?: object }>('GET', '/api/auth/me')).enterprise, {
        timeout: 10_000,
      })
      .toBeUndefined();
    await expect
      .poll(
        async () =>
          (
            await owner.api<{ certified: boolean }[]>(
              'GET',
              `/api/user/enterprises/search?q=${enterprise.uscc}`,
            )
          )[0]!.certified,
        { timeout: 30_000 },
      )
      .toBe(false);
    await owner.open(
      '/code',
      page.getByText(/企业码已于 [\d-]+ 注销.*原因：经办人调离，由新的经办人办理/).first(),
    );
  });
});
