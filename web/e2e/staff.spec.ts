import { fromMenu } from './claiming';
import { expect, test } from './journey';
import { passwordLink } from './launcher';
import { personName, phoneNumber, twoDigits } from './platform';
import { totp } from './totp';
import type { Visitor } from './visitor';

const NEW_PASSWORD = 'Neu-gewaehlt#7';

/** A name by which the list of staff finds nobody yet. */
async function unusedName(system: Visitor): Promise<string> {
  for (;;) {
    const name = personName();
    const { total } = await system.api<{ total: number }>('GET', `/api/user/staff?q=${name}`);
    if (!total) return name;
  }
}

test('a colleague gets an account, a role that works at once, and is out at once when disabled', async ({
  visitor,
}) => {
  const phone = phoneNumber();
  const system = await visitor();
  await system.signIn('xitong', '/admin/staff');
  const name = await unusedName(system);
  await system.sees('机构账号');
  await system.accessible();
  await system.page.getByRole('button', { name: '新建账号' }).click();
  const drawer = system.page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill(name);
  await drawer.getByLabel('手机号').fill(phone);
  // The institutions come from the server, and the list is cut to what was typed a moment later: a click before that chooses none.
  const options = system.page.locator('.ant-select-item-option');
  await expect(async () => {
    await drawer.getByLabel('所属机构').fill('建设银行');
    await expect(options).toHaveCount(1);
    await options.click();
    await expect(drawer.locator('.ant-select').filter({ hasText: '建设银行' })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass();
  await system.accessible();
  await drawer.getByRole('button', { name: /创\s*建/ }).click();
  await expect(system.page.getByText(`链接已通过短信发送给${name}`).filter({ visible: true })).toBeVisible();
  await system.page.getByRole('button', { name: '知道了' }).click();
  const link = await passwordLink(system.page.url(), phone);

  const colleague = await visitor();
  await colleague.open(link, '设置密码');
  await colleague.page.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
  await colleague.page.getByLabel('再次输入新密码').fill(NEW_PASSWORD);
  await colleague.page.getByRole('button', { name: '设置密码' }).click();
  await expect(colleague.page.getByText('密码已设置')).toBeVisible();
  const late = await visitor();
  late.refused(410, '/api/auth/password-links/check');
  await late.open(link, late.page.getByText('链接已使用或已过期。'));
  await colleague.page.goto('/bff/login?continue=%2Fadmin%2F');
  await colleague.page.getByLabel('手机号或用户名').fill(phone);
  await colleague.page.getByLabel('密码', { exact: true }).fill(NEW_PASSWORD);
  await colleague.page.getByRole('button', { name: '登录' }).click();
  await colleague.sees('设置两步验证');
  const secret = await colleague.page.getByLabel('密钥').innerText();
  await colleague.accessible();
  await colleague.page.getByLabel('动态验证码').fill(totp(secret));
  await colleague.page.getByRole('button', { name: '开启并登录' }).click();
  await expect(colleague.page.getByRole('list', { name: '恢复码' }).getByRole('listitem')).toHaveCount(10);
  await colleague.accessible();
  await colleague.page.getByRole('button', { name: '已保存，进入平台' }).click();
  await colleague.page.waitForURL('**/admin/**');
  const permissions = async () =>
    (await colleague.api<{ permissions: string[] }>('GET', '/api/auth/me')).permissions;
  expect(await permissions()).not.toContain('finance.application.handle');
  colleague.refused(403, '/api/');
  expect((await colleague.call('GET', '/api/finance/applications')).status).toBe(403);

  const security = await visitor();
  await security.signIn('anquan', '/admin/staff');
  await security.page.goto(`/admin/staff?q=${name}`);
  await security.page.getByRole('row', { name }).getByRole('button', { name: '授权' }).click();
  await security.page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /^银行客户经理/ })
    .check();
  await security.accessible();
  await security.page.getByRole('button', { name: /保\s*存/ }).click();
  await expect(security.page.getByText('授权已保存')).toBeVisible();
  await expect
    .poll(async () => (await colleague.call('GET', '/api/finance/applications')).status, { timeout: 5_000 })
    .toBe(200);
  await colleague.open('/admin/security', '两步验证');
  await expect(colleague.page.getByText('还有 10 个未使用')).toBeVisible();

  await system.page.goto(`/admin/staff?q=${name}`);
  await fromMenu(system, '停用');
  const disabling = system.page.getByRole('dialog');
  await disabling.getByRole('button', { name: /停\s*用/ }).click();
  await expect(disabling.getByText('请填写停用原因')).toBeVisible();
  await disabling.getByLabel('停用原因').fill('已调离本单位');
  await disabling.getByRole('button', { name: /停\s*用/ }).click();
  await expect(system.page.getByText('账号已停用').first()).toBeVisible();
  await system.page.getByRole('button', { name: '查看' }).first().click();
  await expect(system.page.getByRole('dialog').getByText('已调离本单位')).toBeVisible();
  colleague.refused(401, '/api/');
  expect((await colleague.call('GET', '/api/auth/me')).status).toBe(401);
});

test('a role is made from the tree of permissions, and deleted when nobody has it', async ({ visitor }) => {
  const name = `融资统计岗 ${twoDigits()}`;
  const security = await visitor();
  const { page } = security;
  await security.signIn('anquan', '/admin/roles');
  await security.sees('角色权限');
  await security.accessible();

  await page.getByRole('button', { name: '新建角色' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('角色名称').fill(name);
  await dialog
    .getByRole('group', { name: '融资服务' })
    .getByRole('checkbox', { name: /查看全部融资申请/ })
    .check();
  await security.accessible();
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(page.getByText('角色已创建')).toBeVisible();

  await page.goto(`/admin/roles?q=${name}`);
  await page.getByRole('row', { name }).getByRole('button', { name: '查看' }).click();
  await expect(dialog.getByText('查看全部融资申请')).toBeVisible();
  await security.accessible();
  await page.keyboard.press('Escape');
  // A menu whose row is drawn anew at that moment takes no click.
  const sure = dialog.getByRole('button', { name: /删\s*除/ });
  const row = page.getByRole('row', { name });
  await expect(async () => {
    if ((await row.count()) === 0) return;
    if (!(await sure.isVisible())) await fromMenu(security, '删除');
    await sure.click({ timeout: 3_000 });
    await expect(row).toHaveCount(0, { timeout: 10_000 });
  }).toPass();
  const { items } = await security.api<{ items: unknown[] }>(
    'GET',
    `/api/user/roles?q=${encodeURIComponent(name)}`,
  );
  expect(items).toEqual([]);
});

test('the administrator of a bank sees the own people only', async ({ visitor }) => {
  const admin = await visitor();
  await admin.signIn('jianhangguanli', '/admin/staff');
  await admin.sees('机构账号');
  const { items } = await admin.api<{ items: { institutionName: string }[] }>(
    'GET',
    '/api/user/staff?size=100',
  );
  // Those of its branches are the bank's own people too.
  const own = /建设银行|^建行/;
  expect(items.filter((one) => !own.test(one.institutionName))).toEqual([]);
  admin.refused(404, '/api/user/');
  const other = await visitor();
  await other.signIn('xitong', '/admin/staff');
  const { items: all } = await other.api<{ items: { accountId: string; institutionName: string }[] }>(
    'GET',
    '/api/user/staff?size=100',
  );
  const foreign = all.find((one) => !own.test(one.institutionName))!;
  expect((await admin.call('GET', `/api/user/staff/${foreign.accountId}`)).status).toBe(404);
});
