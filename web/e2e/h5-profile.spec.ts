import { expect, test } from './journey';
import { ENTERPRISES } from './platform';

test('an enterprise fills its profile on the phone, matches, and reads what to do', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye106', '/m/my/profile');
  await owner.sees(ENTERPRISES.qiye106);
  await owner.accessible();

  await test.step('a figure that cannot be is refused, one that can is kept with its source', async () => {
    const row = page.getByRole('button', { name: /^研发人员数/ });
    const other = (await row.innerText()).includes('11 人') ? '12' : '11';
    await row.click();
    const field = page.getByRole('textbox', { name: '研发人员数' });
    await field.fill('-3');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('alert')).toContainText('研发人员数不能小于 0');
    await owner.accessible();
    await field.fill(other);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(row).toContainText(`${other} 人`);
    await expect(row).toContainText('企业填报');
  });

  await test.step('three years of a figure', async () => {
    const row = page.getByRole('button', { name: /^营业收入/ });
    await row.click();
    const last = page.getByRole('textbox').first();
    const other = (await last.inputValue()) === '2600' ? '2700' : '2600';
    await last.fill(other);
    await owner.accessible();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(row).toContainText(Number(other).toLocaleString('en'));
  });

  await test.step('matches, and sees what is missing in words', async () => {
    await page.goto('/m/match');
    await page.getByRole('button', { name: /开始匹配|重新匹配/ }).click();
    await expect(page.getByText(/^完整度/).first()).toBeVisible({ timeout: 30_000 });
    await page
      .getByRole('group', { name: '按结论筛选' })
      .getByRole('button', { name: /^不符合 [1-9]/ })
      .click();
    const gap = page.getByText(/^\s*未满足 \d+ 项/);
    const match = page.locator('main details').filter({ has: gap }).first();
    await match.locator('> summary').click();
    await expect(match.locator(gap)).toBeVisible();
    await owner.accessible();
  });

  await test.step('reads the report on the phone', async () => {
    await owner.open('/m/match/report', '规划报告');
    await expect(page.getByRole('heading', { name: /^可享/ })).toBeVisible();
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(room!);
  });
});
