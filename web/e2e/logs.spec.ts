import { fromMenu } from './claiming';
import { expect, test } from './journey';
import { twoDigits } from './platform';

test('what an officer does to a code is in the log, with before and after, and can be taken out', async ({
  visitor,
}) => {
  const operator = await visitor();
  await operator.signIn('yunying', '/admin/');
  const auditor = await visitor();
  const { page } = auditor;
  const reason = `年度核查第 ${twoDigits()} 批`;

  await test.step('a code gets another level', async () => {
    await operator.open('/admin/codes?status=ACTIVE&level=NORMAL', '企业码管理');
    await fromMenu(operator, '调整级别');
    const dialog = operator.page.getByRole('dialog');
    await dialog.getByRole('radio', { checked: false }).first().check();
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the log says who, what, from where, before and after', async () => {
    await auditor.signIn('shenji', '/admin/');
    await expect(async () => {
      await page.goto('/admin/operations?action=enterprise-code-service/CODE_LEVEL_CHANGED');
      await page.getByRole('row').getByRole('link', { name: '调整企业码级别' }).first().click();
      await expect(page.getByText(reason).first()).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await auditor.sees('变更内容');
    await expect(page.getByText('来源地址', { exact: true })).toBeVisible();
    await auditor.accessible();
  });

  await test.step('list and export', async () => {
    await auditor.open('/admin/operations', '操作日志');
    await auditor.accessible();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  await test.step('the other logs', async () => {
    for (const [path, title] of [
      ['/admin/sign-ins', '登录日志'],
      ['/admin/pushes', '信息推送日志'],
      ['/admin/sms-attempts', '短信发送明细'],
      ['/admin/sms-costs', '短信费用'],
    ] as const) {
      await auditor.open(path, title);
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      await auditor.accessible();
    }
  });
});
