import { expect, test } from './journey';
import { ENTERPRISES, PASSWORD, registered } from './platform';
import type { Visitor } from './visitor';

const own = async (person: Visitor) => {
  const { enterprise, permissions } = await person.api<{
    enterprise?: { name: string };
    permissions: string[];
  }>('GET', '/api/auth/me');
  return { enterprise: enterprise?.name, manages: permissions.includes('enterprise.members') };
};

/** Opens the form of an invitation in 成员管理, which the page is. */
async function invites({ page }: Visitor, fill: (form: ReturnType<typeof page.getByRole>) => Promise<void>) {
  await page.getByRole('button', { name: '邀请同事' }).click();
  const form = page.getByRole('dialog', { name: '邀请同事' });
  await fill(form);
  await form.getByRole('button', { name: /^邀\s*请$/ }).click();
}

/** Presses what can be done with a colleague, and agrees. */
async function does({ page }: Visitor, name: string, action: string) {
  await page
    .getByRole('group', { name: `${name}的操作` })
    .getByRole('button', { name: action })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: action }).click();
}

test('a colleague is invited by link and by phone, acts for two enterprises, takes one over, and leaves it', async ({
  visitor,
}) => {
  const colleague = await visitor();
  const person = await registered(colleague);
  await colleague.signIn(person);
  const { page } = colleague;
  const admin = await visitor();
  await admin.signIn('qiye109', '/center/members');
  const { name: adminName } = await admin.api<{ name: string }>('GET', '/api/auth/me');

  await test.step('by a link that is shown once', async () => {
    await admin.sees('成员管理');
    await invites(admin, () => admin.accessible());
    const link = await admin.page.getByLabel('邀请链接').inputValue();
    await admin.accessible();
    await admin.page
      .getByRole('dialog')
      .filter({ hasText: '请把链接发给受邀的同事' })
      .getByRole('button', { name: /^关\s*闭$/ })
      .click();
    await colleague.open(new URL(link).pathname + new URL(link).hash, page.getByText(ENTERPRISES.qiye109));
    await page.getByRole('button', { name: '加入', exact: true }).click();
    await page.waitForURL('**/center');
    expect(await own(colleague)).toEqual({ enterprise: ENTERPRISES.qiye109, manages: false });
  });

  await test.step('by phone, to a second enterprise', async () => {
    const other = await visitor();
    await other.signIn('qiye110', '/center/members');
    await invites(other, async (form) => {
      await form.getByText('手机号（7 天有效）').click();
      await form.getByLabel('手机号', { exact: true }).fill(person.phone);
    });
    await expect(other.page.getByText('邀请已发出')).toBeVisible();
    await colleague.open('/center/members', page.getByRole('heading', { name: '邀请您加入的企业' }));
    await page.getByRole('button', { name: /^加\s*入$/ }).click();
    await page.waitForURL('**/center');
    await expect(page.getByRole('main').getByText(ENTERPRISES.qiye110).first()).toBeVisible();
    other.refused(409, '/api/user/my/enterprise/invitations');
    await invites(other, async (form) => {
      await form.getByText('手机号（7 天有效）').click();
      await form.getByLabel('手机号', { exact: true }).fill(person.phone);
    });
    await expect(other.page.getByText('该手机号的用户已是本企业成员，无需邀请')).toBeVisible();
  });

  await test.step('the header switches between the two', async () => {
    await page.getByRole('button', { name: /账号菜单/ }).click();
    await colleague.accessible('header');
    await page
      .getByRole('group', { name: '切换企业' })
      .getByRole('button', { name: ENTERPRISES.qiye109 })
      .click();
    await expect(page.getByRole('main').getByText(ENTERPRISES.qiye109).first()).toBeVisible();
    await expect(page.getByRole('banner').getByText(ENTERPRISES.qiye109)).toBeVisible();
    expect(await own(colleague)).toEqual({ enterprise: ENTERPRISES.qiye109, manages: false });
  });

  await test.step('a plain member reads who may read what of the enterprise, and changes nothing of it', async () => {
    await colleague.open('/code/consents', page.getByText('授权、调整和收回由企业管理员办理，您可以查看。'));
    await expect(page.getByRole('switch', { name: '个性化推荐' })).toBeDisabled();
    colleague.refused(403, '/api/code/my/consents/ASSET');
    const answer = await colleague.call('PUT', '/api/code/my/consents/ASSET', { granted: false });
    expect(answer.status).toBe(403);
  });

  await test.step('the administrator hands over, and manages no more', async () => {
    await admin.page.reload();
    await admin.page
      .getByRole('group', { name: `${person.name}的操作` })
      .getByRole('button', { name: '移交' })
      .click();
    await admin.sees(admin.page.getByRole('dialog', { name: `将企业移交给${person.name}` }));
    await admin.accessible();
    const password = admin.page.getByLabel('登录密码');
    const handsOver = admin.page.getByRole('button', { name: '确认移交' });
    await password.fill('not-the-password');
    admin.refused(400, /\/members\/[^/]+\/handover/);
    await handsOver.click();
    await expect(admin.page.getByText('密码不正确').first()).toBeVisible();
    await password.fill(PASSWORD);
    await handsOver.click();
    await expect(admin.page.getByText('管理员已移交')).toBeVisible();
    await expect(admin.page.getByRole('button', { name: '邀请同事' })).toHaveCount(0);
    await admin.accessible();
    admin.refused(403, '/api/user/my/enterprise/');
    await expect
      .poll(async () => (await admin.call('POST', '/api/user/my/enterprise/invitations', {})).status, {
        timeout: 5_000,
      })
      .toBe(403);
    await expect.poll(async () => (await own(colleague)).manages, { timeout: 5_000 }).toBe(true);
    await colleague.open('/center/messages', page.getByText('企业管理员已移交给您').first());
  });

  await test.step('the colleague makes the other one administrator again, and leaves', async () => {
    await colleague.open('/center/members', page.getByRole('group', { name: `${adminName}的操作` }));
    await does(colleague, adminName, '设为管理员');
    await expect(page.getByText('角色已调整')).toBeVisible();
    await does(colleague, person.name, '退出企业');
    await page.waitForURL('**/center');
    await expect.poll(async () => (await own(colleague)).enterprise).toBe(ENTERPRISES.qiye110);
    await expect.poll(async () => (await own(admin)).manages, { timeout: 5_000 }).toBe(true);
    await admin.page.reload();
    await expect(admin.page.getByRole('group', { name: `${person.name}的操作` })).toHaveCount(0);
  });

  await colleague.api('POST', '/api/user/my/enterprise/leave');
});
