import { fromMenu } from './claiming';
import { expect, test } from './journey';

test('a venue code is made, printed, scanned by an enterprise and counted', async ({ visitor }) => {
  const venue = `企业服务区 ${Date.now() % 1_000_000} 号`;
  const operator = await visitor();
  const { page } = operator;
  await operator.page.setViewportSize({ width: 1440, height: 900 });
  await operator.signIn('yunying', '/admin/service-codes');
  await test.step('the operator makes it', async () => {
    await page.getByRole('button', { name: '新建服务码' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog.getByText('请填写名称')).toBeVisible();
    await dialog.getByLabel('名称', { exact: true }).fill(venue);
    await dialog.getByLabel('张贴地点').fill('二楼 12 号窗口');
    const unchosen = dialog.getByText('选择服务', { exact: true });
    const option = page.getByTitle('政策与贷款智能匹配').last();
    // The list is drawn anew while it unfolds: who has hit nothing chooses again.
    await expect(async () => {
      if (await unchosen.count()) {
        if (!(await option.isVisible())) await dialog.getByLabel('第 1 项服务').click({ timeout: 3_000 });
        await option.click({ timeout: 3_000 });
      }
      await expect(unchosen).toHaveCount(0, { timeout: 3_000 });
    }).toPass();
    await operator.accessible();
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已新建，可以打印张贴')).toBeVisible();
  });

  const row = page.getByRole('row').filter({ hasText: venue });
  let path = '';
  await test.step('its poster', async () => {
    const made = page.waitForResponse((answer) => /service-codes\/[^/]+$/.test(answer.url()));
    await row.getByRole('button', { name: '打印' }).click();
    path = ((await (await made).json()) as { path: string }).path;
    await operator.sees(venue);
    await expect(page.getByRole('img', { name: `${venue}的场所码` })).toBeVisible();
    await operator.accessible();
  });

  const owner = await visitor();
  await test.step('an enterprise scans it', async () => {
    await owner.signIn('qiye108', path);
    await owner.sees(venue);
    await expect(owner.page.getByText('重庆旭岩智能装备股份有限公司')).toBeVisible();
    await owner.accessible();
    await owner.page.getByRole('link', { name: '政策与贷款智能匹配' }).click();
    await owner.page.waitForURL(/\/m\/match/);
  });

  await test.step('the visit is counted', async () => {
    await page.goto('/admin/service-codes');
    await expect(row).toContainText('1 家企业');
    await fromMenu(operator, '访问记录');
    await expect(page.getByRole('dialog').getByText('重庆旭岩智能装备股份有限公司')).toBeVisible();
    await operator.accessible();
    await page.keyboard.press('Escape');
  });

  await test.step('once it is stopped it opens nothing', async () => {
    await fromMenu(operator, '停用');
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await expect(page.getByText('已停用').first()).toBeVisible();
    owner.refused(410, '/api/code/my/service-code-visits');
    await owner.page.goto(path);
    await expect(owner.page.getByText('请扫描现场最新张贴的码')).toBeVisible();
    await owner.accessible();
  });
});
