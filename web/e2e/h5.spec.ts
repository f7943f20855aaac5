import { expect, test } from './journey';
import { nothingUnderWay, PRODUCTS, QIYE } from './platform';

test('an enterprise on the phone: code, scans, match, application, messages', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.open('/m/', page.getByRole('heading', { level: 1 }));
  await owner.open('/m/me', '欢迎使用');
  await owner.signIn('qiye', '/m/my/code');

  await test.step('shows the code and reads the scans', async () => {
    await owner.sees(QIYE);
    await expect(page.getByRole('img', { name: '企业码动态二维码' })).toBeVisible();
    await owner.accessible();
    await owner.open('/m/my/scans', '扫码记录');
    await owner.open('/m/my/card', '企业名片');
    await owner.open('/m/my/consents', '数据授权');
  });

  await test.step('a field that is searched in has its frame as the only ring', async () => {
    for (const path of ['/m/policies', '/m/']) {
      await page.goto(path);
      const field = page.getByRole('search').locator('input').first();
      await field.focus();
      await expect(field).toHaveCSS('box-shadow', 'none');
      await expect(field).toHaveCSS('outline-style', 'none');
    }
  });

  await test.step('the switch of the large text stands at the end of its row', async () => {
    await owner.open('/m/me', page.getByRole('switch', { name: '大字版' }));
    const { x, width } = (await page.getByRole('switch', { name: '大字版' }).boundingBox())!;
    expect(page.viewportSize()!.width - x - width).toBeLessThan(40);
  });

  await test.step('matches', async () => {
    await page.goto('/m/match');
    await page.getByRole('button', { name: /开始匹配|重新匹配/ }).click();
    await expect(page.getByText(/^完整度/).first()).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: /^贷款产品 \d+$/ }).click();
    await owner.accessible();
  });

  await test.step('applies for a loan, which a toast confirms', async () => {
    await nothingUnderWay(owner, PRODUCTS.phone);
    await owner.open(`/m/loans/${PRODUCTS.phone}`, page.getByRole('button', { name: '立即申请' }));
    await page.getByRole('button', { name: '立即申请' }).click();
    await page.getByLabel('申请金额（万元）').fill('30');
    await page
      .locator('label.adm-radio')
      .filter({ hasText: /^1 年$/ })
      .click();
    await page.locator('label.adm-radio').filter({ hasText: '采购原材料' }).click();
    await expect(page.locator('label.adm-radio-checked').filter({ hasText: '使用账号手机号' })).toBeVisible();
    await owner.accessible();
    await page.getByRole('button', { name: '检查并提交' }).click();
    await owner.sees('请核对');
    await page.locator('label.adm-checkbox').click();
    await owner.accessible();
    await page.getByRole('button', { name: '提交申请' }).click();
    await owner.sees('申请已提交');
    await owner.accessible();
    await page.getByRole('link', { name: '查看进度' }).click();
    await page.waitForURL('**/m/my/applications/*');
    await owner.sees('申请详情');
    await owner.accessible();
  });

  await test.step('is told, and finds everything under 我的', async () => {
    await page.goto('/m/me');
    await expect(page.getByRole('navigation', { name: '主导航' }).getByLabel(/条未读/)).toBeVisible({
      timeout: 30_000,
    });
    await owner.open('/m/messages', '消息');
    await page.getByRole('main').getByRole('link').first().click();
    await owner.sees('消息详情');
    await owner.accessible();
    await owner.open('/m/my/profile', '企业画像');
    await owner.open('/m/my/applications', '融资申请');
    await owner.open('/m/policies', '政策');
    await page.getByRole('main').locator('a[href*="/policies/"]').first().click();
    await page.waitForURL(/\/m\/policies\/.+/);
    await owner.sees('政策解读');
    await owner.accessible();
    await owner.open('/m/loans', '贷款产品');
    await owner.open('/m/me', '陈志远');
  });

  await nothingUnderWay(owner, PRODUCTS.phone);
});
