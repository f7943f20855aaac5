import { expect, test } from './journey';
import { personName, twoDigits } from './platform';
import { fromMenu } from './claiming';
import type { Visitor } from './visitor';

/** A town with claims of several companies of the demo, and one of them with its account. */
const TOWN = { name: '龙洲湾街道', enterprise: '重庆渝巴软件科技有限公司', account: 'qiye101' } as const;
const ELSEWHERE = '重庆渝巴精密机械有限公司';

const CLAIMS = '/api/code/claims?status=APPROVED';

/** Whether the officer is shown the claims of this enterprise, now. */
async function reaches(officer: Visitor, enterprise: string): Promise<boolean> {
  const { total } = await officer.api<{ total: number }>('GET', `${CLAIMS}&q=${enterprise}`);
  return total > 0;
}

/** Takes an option of a list that unfolds. */
async function takes({ page }: Visitor, list: string, option: string) {
  await page.getByRole('combobox', { name: list, exact: true }).click();
  await page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(option, { exact: true })
    .dispatchEvent('click');
}

test('a copied role reaches one town and covers a field, at once; what is uncovered is on record for its owner', async ({
  visitor,
}) => {
  const role = `街镇领码审核岗 ${twoDigits()}`;
  const reason = `核对经办人${personName()}的联系方式`;
  const security = await visitor();
  const { page } = security;
  await security.signIn('anquan', '/admin/');
  const staff = await security.api<{ items: { accountId: string }[] }>(
    'GET',
    '/api/user/staff?q=科技局工作人员',
  );
  const { accountId } = staff.items[0]!;
  const grant = (roles: string[]) => security.api('PUT', `/api/user/staff/${accountId}/roles`, { roles });
  await grant(['OFFICER']);
  const officer = await visitor();
  await officer.signIn('kejiju', '/admin/');

  await test.step('the role is copied for an institution', async () => {
    await page.goto('/admin/roles?q=领码审核员');
    await page.getByRole('row', { name: '领码审核员' }).getByRole('button', { name: '复制' }).click();
    const form = page.getByRole('dialog', { name: '复制角色：领码审核员' });
    await form.getByLabel('角色名称').fill(role);
    await form.getByLabel('所属机构').fill('科技局');
    await page.locator('.ant-select-item-option').filter({ hasText: '科技局' }).first().click();
    await security.accessible();
    await form.getByRole('button', { name: /复\s*制/ }).click();
    await expect(page.getByText('角色已复制')).toBeVisible();
  });
  const { items } = await security.api<{ items: { code: string; version: number }[] }>(
    'GET',
    `/api/user/roles?q=${role}`,
  );
  const { code } = items[0]!;

  await test.step('the officer who gets it sees the claims of all towns without signing in again', async () => {
    await grant(['OFFICER', code]);
    officer.refused(403, '/api/code/claims');
    await expect.poll(async () => (await officer.call('GET', CLAIMS)).status, { timeout: 5_000 }).toBe(200);
    expect(await reaches(officer, ELSEWHERE)).toBe(true);
  });

  await test.step('limited to one town, they are those of the town within five seconds', async () => {
    await page.goto(`/admin/roles?q=${role}`);
    await fromMenu(security, '数据权限');
    await takes(security, '领码申请的数据范围', '指定镇街');
    await takes(security, '领码申请：指定镇街', TOWN.name);
    await page.getByRole('dialog').getByText('列表、详情、导出和计数同样生效').click();
    await security.accessible();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click();
    await expect(page.getByText('数据权限已保存')).toBeVisible();
    await expect.poll(() => reaches(officer, ELSEWHERE), { timeout: 5_000 }).toBe(false);
    expect(await reaches(officer, TOWN.enterprise)).toBe(true);
  });

  await test.step('a field is covered and another hidden', async () => {
    await fromMenu(security, '字段权限');
    await takes(security, '领码审核：经办人电话', '遮盖');
    await takes(security, '领码审核：经办人', '隐藏');
    await security.accessible();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click();
    await expect(page.getByText('字段权限已保存')).toBeVisible();
    const { items: found } = await officer.api<{ items: { id: string }[] }>(
      'GET',
      `/api/code/claims?q=${TOWN.enterprise}`,
    );
    await expect
      .poll(
        async () => {
          const { claim } = await officer.api<{ claim: { agentName?: string; agentPhone: string } }>(
            'GET',
            `/api/code/claims/${found[0]!.id}`,
          );
          return claim.agentName === undefined && claim.agentPhone.includes('*');
        },
        { timeout: 5_000 },
      )
      .toBe(true);
  });

  await test.step('the officer sees both on the page, and uncovers one number for a reason', async () => {
    const desk = officer.page;
    await desk.goto(`/admin/claims?status=APPROVED&q=${TOWN.enterprise}`);
    await desk.getByRole('link', { name: TOWN.enterprise }).click();
    await officer.sees(TOWN.enterprise);
    await expect(desk.getByText('经办人', { exact: true })).toHaveCount(0);
    await desk.getByRole('button', { name: '查看明文：联系电话' }).click();
    const form = desk.getByRole('dialog', { name: '查看明文：联系电话' });
    await form.getByRole('button', { name: /查\s*看/ }).click();
    await expect(form.getByText('请填写查看理由')).toBeVisible();
    await form.getByLabel('查看理由').fill(reason);
    await officer.accessible();
    await form.getByRole('button', { name: /查\s*看/ }).click();
    await expect(desk.getByText(/^1\d{10}$/)).toBeVisible();
    await officer.accessible();
    officer.refused(404, '/api/code/claims/');
  });

  await test.step('the enterprise reads who saw it, and why', async () => {
    const owner = await visitor();
    await owner.signIn(TOWN.account, '/code/readings?source=CLAIM');
    const newest = owner.page.getByRole('row').nth(1);
    await expect(newest).toContainText('科技局工作人员');
    await expect(newest).toContainText(reason);
    await expect(newest).toContainText('（明文）');
    await owner.accessible();
  });

  await test.step('a role that somebody has is not deleted', async () => {
    security.refused(409, '/api/user/roles/');
    await page.goto(`/admin/roles?q=${role}`);
    await fromMenu(security, '删除');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /删\s*除/ })
      .click();
    await expect(page.getByText('角色正在使用').last()).toBeVisible();
    await security.accessible();
    await page.getByRole('button', { name: '知道了' }).click();
    await grant(['OFFICER']);
    await security.api(
      'DELETE',
      `/api/user/roles/${code}?version=${(await current(security, role)).version}`,
    );
    await expect.poll(async () => (await officer.call('GET', CLAIMS)).status, { timeout: 5_000 }).toBe(403);
  });

  await test.step('nobody gets two of the three duties', async () => {
    security.refused(409, '/api/user/staff/');
    await page.goto('/admin/staff?q=审计管理员');
    await page.getByRole('row', { name: '审计管理员' }).getByRole('button', { name: '授权' }).click();
    const form = page.getByRole('dialog', { name: '为 审计管理员 授权' });
    await form.getByRole('checkbox', { name: /^系统管理员/ }).check();
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await expect(page.getByText('系统管理员、安全管理员、审计管理员不能由同一个账号担任')).toBeVisible();
    await security.accessible();
  });
});

const current = async (security: Visitor, role: string) =>
  (await security.api<{ items: { code: string; version: number }[] }>('GET', `/api/user/roles?q=${role}`))
    .items[0]!;
