import { expect, test } from './journey';

test('a redemption: the enterprise reads what is paid, sees its amount, and applies', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye', '/redemptions');
  await owner.sees(page.getByRole('heading', { name: '兑付项目' }));
  await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: '兑付中' })
    .filter({ hasNotText: '免申即享' })
    .getByRole('link')
    .first()
    .click();
  await owner.sees(page.getByRole('heading', { name: '兑付金额' }));
  await owner.accessible();
  await page.getByRole('link', { name: '申请兑付' }).click();
  await page.getByRole('button', { name: '提交申请' }).click();
  await owner.sees(page.getByText('处需要修改').first());
  await owner.accessible();
  await expect(page.getByRole('button', { name: '请填写银行账号' })).toBeVisible();
});
