import { expect, test } from './journey';

test('a department asks whom a policy fits, takes the list out, and a bank finds nobody before its reach is widened', async ({
  visitor,
}) => {
  const officer = await visitor();
  const { page } = officer;
  await officer.signIn('guanyuan', '/admin/reverse/policies');
  await officer.sees('政策反向匹配');
  await expect(page.getByText('请先选择政策')).toBeVisible();
  await officer.accessible();

  await test.step('by outcome, with reasons and counts', async () => {
    await page.goto('/admin/reverse/policies?code=N13');
    await expect(page.getByRole('status').filter({ hasText: '不符合' })).toBeVisible();
    await expect(page.getByText(/已满足\s\d+\s项，共\s\d+\s项/).first()).toBeVisible();
    await officer.accessible();
  });

  await test.step('as a file', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /导\s*出/ }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^反向匹配-.*\.xlsx$/);
  });

  await test.step('a bank', async () => {
    const banker = await visitor();
    await banker.signIn('yinhang', '/admin/reverse/products');
    await banker.sees('产品反向匹配');
    await expect(banker.page.getByText('请先选择贷款产品')).toBeVisible();
    await banker.accessible();
  });
});
