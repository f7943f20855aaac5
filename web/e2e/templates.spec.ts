import { expect, test } from './journey';

/** Another title in each run. */
const run = Date.now().toString().slice(-6);
const title = `贷款已还清 ${run}`;

test('an operator words what enterprises are told, tries it on herself, and goes back to the shipped words', async ({
  visitor,
}) => {
  const operator = await visitor();
  await operator.signIn('yunying', '/admin/');
  const { page } = operator;

  await test.step('the kind is found', async () => {
    await operator.open('/admin/templates?q=贷款结清', '系统消息');
    await operator.accessible();
    await page.getByRole('link', { name: '贷款结清' }).click();
    await operator.sees('贷款结清');
  });

  await test.step('a variable that there is not is refused where it stands', async () => {
    operator.refused(400, '/api/message/templates/loan.settled');
    await page.getByLabel('标题', { exact: true }).fill('${企业}已还清');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('没有变量“企业”').first()).toBeVisible();
    await operator.accessible();
  });

  await test.step('the new words are seen before they are saved, and tried', async () => {
    await page.getByLabel('标题', { exact: true }).fill(title);
    await expect(page.getByText(title).first()).toBeVisible();
    await page.getByRole('button', { name: '发给自己试看' }).click();
    await expect(page.getByText('已发给您本人')).toBeVisible();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存，此后发生的事件用新的文字')).toBeVisible();
    await operator.accessible();
  });

  await test.step('a rule is said in plain words, and one that is not finished is not saved', async () => {
    const option = (text: string) =>
      page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: text });
    await page.getByRole('button', { name: '添加条件，通知条件' }).click();
    await page.getByLabel('通知条件 1：变量').click();
    await option('银行名称').click();
    await page.getByLabel('比较方式').click();
    await option('不等于').click();
    await page.getByLabel('内容', { exact: true }).fill('别的银行');
    await expect(page.getByText('银行名称不等于“别的银行”时通知申请企业')).toBeVisible();
    await page.getByRole('button', { name: '添加另行通知的角色' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('请选择角色').first()).toBeVisible();
    await operator.accessible();
    await page.getByRole('button', { name: '删除另行通知 1' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存，此后发生的事件用新的文字').first()).toBeVisible();
  });

  await test.step('the shipped words are in force again', async () => {
    await page.getByRole('button', { name: '恢复默认文字' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
    await expect(page.getByLabel('标题', { exact: true })).toHaveValue('贷款已结清');
  });

  await test.step('what everybody has to know cannot be switched off', async () => {
    await operator.open('/admin/templates/account.new-device', '新设备登录');
    await expect(page.getByText(/此类消息不能停用/)).toBeVisible();
    await expect(page.getByRole('button', { name: '停用' })).toHaveCount(0);
    await operator.open('/admin/messages', '消息中心');
    await expect(page.getByText(`【测试】${title}`).first()).toBeVisible();
  });
});
