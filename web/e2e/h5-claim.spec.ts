import { approve, decide, identityOf, openClaim, register, SCANNERS } from './claiming';
import { expect, test } from './journey';
import { letter, newcomer, unclaimed } from './platform';
import type { Visitor } from './visitor';

/** Checks what was filled in on the phone, declares that it is true, and hands it in. */
async function handInOnPhone(owner: Visitor): Promise<void> {
  const { page } = owner;
  await page.getByRole('button', { name: '检查并提交' }).click();
  await owner.sees('请核对');
  await expect(page.getByText(/基本信息、投资信息/).first()).toBeVisible();
  const submit = page.getByRole('button', { name: '提交领码申请' });
  await expect(submit).toBeDisabled();
  await page.getByText(/以上内容真实有效/).click();
  await expect(submit).toBeEnabled();
  await owner.accessible();
  await submit.click();
  await owner.sees('申请已提交');
  await expect(page.getByText(/工作人员将于 .*前审核/)).toBeVisible();
  await owner.accessible();
  await page.getByRole('button', { name: '查看进度' }).click();
  await owner.sees('办理进度');
}

test('a newcomer claims an enterprise on the phone, corrects what was sent back, and has the code', async ({
  visitor,
}) => {
  const person = newcomer();
  const owner = await visitor();
  const { page } = owner;

  await test.step('registers and signs in', async () => {
    await owner.open('/m/me', '欢迎使用');
    await page.getByRole('link', { name: '注册' }).click();
    await register(owner, person);
    await owner.signIn(person, '/m/my/code');
    await owner.sees(page.getByText('还没有企业码'));
    await owner.accessible();
  });

  const enterprise = await unclaimed(owner);
  await test.step('finds the enterprise, authorises and submits', async () => {
    await page.getByRole('button', { name: '领取企业码' }).click();
    const box = page
      .getByRole('searchbox')
      .or(page.getByPlaceholder(/企业名称/))
      .first();
    await box.fill(enterprise.uscc);
    await box.press('Enter');
    await page.getByRole('button', { name: enterprise.name }).click();
    await page.getByLabel('法定代表人姓名').fill(enterprise.legalRep);
    await page.getByLabel('法定代表人身份证号').fill(identityOf(enterprise));
    await page.getByLabel('经办人姓名').fill(person.name);
    await page.getByLabel('经办人手机号').fill(person.phone);
    const file = page.getByLabel('授权书', { exact: true });
    await file.setInputFiles({ name: '授权书.txt', mimeType: 'text/plain', buffer: Buffer.from('文字') });
    await expect(page.getByRole('alert')).toContainText('只接受 PDF、JPG 或 PNG 文件');
    await owner.accessible();
    await file.setInputFiles(letter('授权书.pdf'));
    await expect(page.getByText('授权书.pdf')).toBeVisible();
    await page.getByText('基本信息', { exact: true }).click();
    await page.getByText('投资信息', { exact: true }).click();
    for (const kind of SCANNERS) await page.getByText(kind, { exact: true }).click();
    await owner.accessible();
    await handInOnPhone(owner);
    await page.waitForURL(/\/m\/my\/claims\/[^/]+$/);
    await owner.sees(enterprise.name);
    await owner.accessible();
  });
  const { number } = await owner.api<{ number: string }>(
    'GET',
    `/api/code/my/claims/${new URL(page.url()).pathname.split('/').pop()}`,
  );

  const reviewer = await visitor();
  await reviewer.signIn('shenhe', '/admin/');
  await test.step('the reviewer sends it back', async () => {
    await openClaim(reviewer, number, enterprise.name);
    await decide(reviewer, {
      open: '退回补正',
      ask: '退回补正',
      submit: '退回申请人',
      missing: '请填写需补正的内容',
      usual: '授权书未加盖企业公章',
      done: '已退回申请人补正',
    });
  });

  await test.step('the newcomer reads why, and hands in a better letter', async () => {
    await page.reload();
    await expect(page.getByText('审核意见：授权书未加盖企业公章')).toBeVisible();
    await owner.accessible();
    await page.getByRole('button', { name: '补正后重新提交' }).click();
    await expect(page.getByText('退回理由：授权书未加盖企业公章')).toBeVisible();
    await expect(page.getByLabel('法定代表人姓名')).toHaveValue(enterprise.legalRep);
    // What was given before is not asked for again.
    await expect(page.getByLabel('法定代表人身份证号')).toHaveValue('');
    await page.getByLabel('授权书', { exact: true }).setInputFiles(letter('盖章的授权书.pdf'));
    await expect(page.getByText('盖章的授权书.pdf')).toBeVisible();
    await owner.accessible();
    await handInOnPhone(owner);
    await page.waitForURL(/\/m\/my\/claims\/[^/]+$/);
    await expect(page.getByText('盖章的授权书.pdf')).toBeVisible();
  });

  await test.step('the reviewer approves', async () => {
    await openClaim(reviewer, number, enterprise.name);
    await approve(reviewer);
  });

  await test.step('the phone shows the code', async () => {
    await expect(async () => {
      await page.goto('/m/my/code');
      await expect(page.getByRole('img', { name: '企业码动态二维码' })).toBeVisible({ timeout: 8_000 });
    }).toPass({ timeout: 60_000 });
    await owner.sees(enterprise.name);
    await owner.accessible();
    await owner.open('/m/my/claims', page.getByText(enterprise.name));
  });
});
