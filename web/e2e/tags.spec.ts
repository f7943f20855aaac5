import { expect, test } from './journey';

/** Of this run alone: what an earlier one left stays retired. */
const NAME = `走访企业${Date.now() % 100_000}`;

test('a department makes a tag, gives it to an enterprise, finds who has it, and retires it', async ({
  visitor,
}) => {
  const officer = await visitor();
  const { page } = officer;
  await officer.signIn('guanyuan', '/admin/tags');
  await officer.sees('标签库');
  await officer.accessible();

  await test.step('a tag that is set by hand', async () => {
    await page.goto('/admin/tags/new');
    await page.getByLabel('标签名称').fill(NAME);
    await page.getByLabel('分类').fill('服务');
    await officer.accessible();
    await page.getByRole('button', { name: /保\s*存/ }).click();
    await page.waitForURL(/\/admin\/tags\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
    await officer.accessible();
  });

  await test.step('an enterprise gets it, and is found by it', async () => {
    const address = page.url();
    const { items } = await officer.api<{ items: { uscc: string; name: string }[] }>(
      'GET',
      '/api/user/enterprises?size=1',
    );
    await page.getByRole('button', { name: '打标签' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('统一社会信用代码').fill(items[0]!.uscc);
    await drawer.getByLabel('理由').fill('实地走访');
    await drawer.getByRole('button', { name: '打标签' }).click();
    await expect(page.getByRole('link', { name: items[0]!.name })).toBeVisible();
    await page.goto(`${address}/edit`);
    await expect(page.getByLabel('标签名称')).toHaveValue(NAME);
    await officer.accessible();
  });

  await test.step('it is used, so it is retired', async () => {
    await page.goto(`/admin/tags?q=${NAME}`);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '停用' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /停\s*用/ })
      .click();
    await expect(page.getByText('已停用').first()).toBeVisible();
  });
});

test('the dictionary of facts says where each is used', async ({ visitor }) => {
  const officer = await visitor();
  const { page } = officer;
  await officer.signIn('guanyuan', '/admin/facts?q=rdStaff');
  await officer.sees('指标字典');
  await page.getByRole('button', { name: '研发人员数' }).click();
  await expect(page.getByRole('dialog').getByText('引用的政策')).toBeVisible();
  await officer.accessible();
});
