import { expect, test } from './journey';

const SETTINGS = '/api/message/my/settings';
const KIND = '银行受理融资申请';

test('a person says by which ways and at which hours they are told, on the portal and on the phone', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  // Their own: quiet hours of somebody whom other journeys tell something would hold that back.
  await owner.signIn('qiye130');
  const reset = async () => {
    const { version } = await owner.api<{ version: number }>('GET', SETTINGS);
    await owner.api('PUT', SETTINGS, { version, quiet: 'DISTRICT', choices: [] });
  };
  const unfold = async () => {
    const kind = page.getByRole('checkbox', { name: `每日汇总：${KIND}` });
    if (!(await kind.isVisible()))
      await page.locator('details', { hasText: KIND }).locator('summary').click();
  };
  await reset();

  await test.step('what concerns the account cannot be switched off, and says why', async () => {
    await owner.open('/center/message-settings', '消息设置');
    await expect(page.getByText(/^不能关闭：.*新设备登录.*账号安全提醒/)).toBeVisible();
    await expect(page.getByRole('checkbox', { name: '公众号：新设备登录' })).toHaveCount(0);
    await owner.accessible();
  });

  await test.step('new policies for an industry are asked for', async () => {
    await page.getByRole('combobox', { name: '所属行业' }).click();
    await page.getByTitle('制造业', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '订阅', exact: true }).click();
    await expect(page.getByRole('button', { name: '取消订阅：制造业', exact: true })).toBeVisible();
    await owner.accessible();
  });

  await test.step('a kind is gathered once a day, and the nights are longer', async () => {
    await unfold();
    await page.getByRole('checkbox', { name: `每日汇总：${KIND}` }).check();
    await page.getByRole('radio', { name: '自定时段' }).check();
    await page.getByLabel('开始时间').fill('21:30');
    await page.getByLabel('结束时间').fill('07:30');
    await owner.accessible();
    await page.getByRole('button', { name: '保存设置' }).click();
    await expect(page.getByText('消息设置已保存')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: `每日汇总：${KIND}` })).toBeChecked();
    await expect(page.getByLabel('开始时间')).toHaveValue('21:30');
  });

  await test.step('the phone shows the same, and nothing scrolls sideways there', async () => {
    const phone = await owner.window();
    await phone.page.setViewportSize({ width: 375, height: 760 });
    await phone.open('/m/me', phone.page.getByRole('link', { name: /消息设置/ }));
    await phone.page.getByRole('link', { name: /消息设置/ }).click();
    const kind = phone.page.getByRole('listitem', { name: KIND, exact: true });
    await expect(kind.locator('label.adm-checkbox').filter({ hasText: '每日汇总' })).toHaveClass(
      /adm-checkbox-checked/,
    );
    expect(
      await phone.page.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true);
    await phone.page.getByText('所属行业', { exact: true }).click();
    await expect(phone.page.getByText('采矿业', { exact: true })).toBeVisible();
    await phone.accessible();
    await phone.page.getByRole('button', { name: '取消订阅：制造业', exact: true }).click();
    await expect(phone.page.getByText('还没有订阅政策主题')).toBeVisible();
    await kind.locator('label.adm-checkbox').filter({ hasText: '公众号' }).click();
    await phone.page.getByRole('button', { name: '保存设置' }).click();
    await expect(phone.page.getByText('消息设置已保存')).toBeVisible();
    await phone.page.close();
  });

  await test.step('of two open pages the second is told that the first has changed it', async () => {
    owner.refused(409, SETTINGS);
    await page.getByRole('radio', { name: '不设免打扰', exact: true }).check();
    await page.getByRole('button', { name: '保存设置' }).click();
    await expect(page.getByRole('radio', { name: '自定时段' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: `公众号：${KIND}` })).not.toBeChecked();
  });

  await reset();
});

test('an operator looks for what did not arrive', async ({ visitor }) => {
  const operator = await visitor();
  await operator.signIn('yunying', '/admin/');
  await operator.open('/admin/undelivered', '未送达通知');
  await expect(operator.page.getByRole('button', { name: '重发' })).toBeDisabled();
  await operator.accessible();
});
