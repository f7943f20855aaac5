import type { Response } from '@playwright/test';
import { expect, test } from '../journey';
import { letter, newcomer, unclaimed } from '../platform';
import type { Visitor } from '../visitor';

/** The content of the dynamic code that is on the screen, kept up to date as the page renews it. */
function dynamicCode(visitor: Visitor): () => string | undefined {
  let content: string | undefined;
  visitor.page.on('response', (response: Response) => {
    if (response.url().endsWith('/api/code/my/code/dynamic') && response.ok())
      void response.json().then((code: { content: string }) => (content = code.content));
  });
  return () => content;
}

test('a newcomer claims an enterprise, is approved, shows the code, and reads who scanned it', async ({
  visitor,
}) => {
  const person = newcomer();
  const owner = await visitor();
  const { page } = owner;

  await test.step('registers and signs in', async () => {
    await owner.open('/', page.getByRole('main'));
    await owner.open('/register', '注册企业账号');
    await page.getByLabel('姓名').fill(person.name);
    await page.getByLabel('手机号').fill(person.phone);
    await page.getByLabel('密码', { exact: true }).fill(person.password);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '注册' }).click();
    await owner.sees('注册成功');
    await owner.accessible();
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
    await page
      .getByRole('searchbox')
      .or(page.getByPlaceholder(/企业名称/))
      .first()
      .fill(enterprise.name);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `选择 ${enterprise.name}`, exact: true }).click();

    await owner.sees('法定代表人');
    await page.locator('#legalRep_name').fill(enterprise.legalRep);
    await page.locator('#legalRep_idNumber').fill('11010519491231002X');
    await page.locator('#agent_name').fill(person.name);
    await page.locator('#agent_phone').fill(person.phone);
    await page.locator('input[type=file]').setInputFiles(letter('授权书.pdf'));
    await expect(page.getByText('授权书.pdf')).toBeVisible();
    await page.getByRole('checkbox', { name: /投资/ }).check();
    await owner.accessible();
    await page.getByRole('button', { name: '下一步：检查并提交' }).click();

    await owner.sees('请核对以下内容');
    await page.getByRole('checkbox').check();
    await owner.accessible();
    await page.getByRole('button', { name: '提交申请' }).click();
    await owner.sees('申请已提交');
    await owner.accessible();
    number = (
      await page
        .getByText(/申请编号/)
        .locator('b')
        .innerText()
    ).trim();
    await owner.open('/code/claims', enterprise.name);
  });

  await test.step('a reviewer reads the letter and approves', async () => {
    const reviewer = await visitor();
    const desk = reviewer.page;
    await reviewer.signIn('shenhe', '/admin/');
    await reviewer.open(
      `/admin/claims?status=SUBMITTED&q=${number}`,
      desk.getByRole('link', { name: enterprise.name }),
    );
    await desk.getByRole('link', { name: enterprise.name }).click();
    await reviewer.sees(enterprise.name);
    await expect(desk.getByRole('region', { name: '授权书内容' }).locator('iframe')).toHaveAttribute(
      'src',
      /^blob:/,
    );
    await expect(desk.getByText('与登记信息一致')).toBeVisible();
    await reviewer.accessible();
    await desk.getByRole('button', { name: '审核通过' }).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^通\s*过$/ })
      .click();
    await expect(desk.getByText('已通过，企业码已生成')).toBeVisible();
    await expect(desk.getByRole('button', { name: '审核通过' })).toHaveCount(0);
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
    await expect(desk.getByRole('region', { name: /基本信息/ })).toContainText(/地址|住所|注册资本/);
    await expect(desk.getByRole('region', { name: /投资/ })).not.toContainText('企业未授权');
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
    const row = page.getByRole('row').filter({ hasText: '经信委工作人员' }).first();
    await expect(row).toContainText('区行政服务中心');
    await owner.open('/code/card', '企业名片');
    await owner.open('/code/consents', '数据授权');
    await owner.open('/center/enterprise', '企业信息');
  });
});
