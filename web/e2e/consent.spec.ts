import { expect, test } from './journey';
import { application, ENTERPRISES, PRODUCTS } from './platform';
import type { Visitor } from './visitor';

const dynamic = async (owner: Visitor) =>
  (await owner.api<{ content: string }>('POST', '/api/code/my/code/dynamic')).content;

async function scans({ page }: Visitor, content: string): Promise<void> {
  const field = page.getByLabel('企业码内容');
  await field.fill(content);
  await field.press('Enter');
}

/** Waits for what stays on the page: the sentence that tells of it is gone after four seconds. */
async function takesBack({ page }: Visitor, name: string | RegExp): Promise<void> {
  const consent = page.getByRole('switch', { name });
  await consent.click();
  await page.getByRole('dialog').getByRole('button', { name: '收回授权' }).click();
  await expect(consent).not.toBeChecked();
  await expect(page.getByRole('listitem').filter({ has: consent })).toContainText('已收回');
}

test('what an enterprise withdraws, officers and banks no longer see; and it reads who saw what', async ({
  visitor,
}) => {
  test.setTimeout(240_000);
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye108');
  for (const category of ['BASIC', 'LEGAL'])
    await owner.api('PUT', `/api/code/my/consents/${category}`, {
      granted: true,
      scanners: ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'],
    });
  const officer = await visitor();
  await officer.signIn('guanyuan', '/admin/scan');
  await officer.sees('扫码核验');
  const legal = officer.page.getByRole('region', { name: '法务信息' });

  await test.step('an officer sees what is allowed, and after the withdrawal that it was withdrawn', async () => {
    await scans(officer, await dynamic(owner));
    await expect(legal).toBeVisible();
    await expect(legal).not.toContainText(/企业(未授权|已撤回授权)/);

    await owner.open('/code/consents', '数据授权');
    await takesBack(owner, '法务信息');
    await owner.accessible();

    await scans(officer, await dynamic(owner));
    await expect(legal).toContainText('企业已撤回授权');
    await officer.accessible();
  });

  await test.step('the enterprise reads who saw what', async () => {
    await owner.open('/code/readings?source=SCAN', '数据查看记录');
    const newest = page.getByRole('row').nth(1);
    await expect(newest).toContainText('经信委工作人员');
    await expect(newest).toContainText('扫码核验企业身份和资质');
    await expect(newest).toContainText('基本信息');
    await expect(newest).not.toContainText('法务信息');
    await expect(page.getByRole('row').nth(2)).toContainText('法务信息');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: /导出/ }).click();
    expect((await saved).suggestedFilename()).toMatch(/^数据查看记录-[\d-]+\.xlsx$/);
  });

  const applied = await application(owner, PRODUCTS.portal);
  const bank = await visitor();
  const desk = bank.page;
  const entry = desk.getByRole('region', { name: '企业信息', exact: true });
  await test.step('the bank reads who applied until the enterprise withdraws', async () => {
    await bank.signIn('jianhang2', '/admin/');
    await desk.goto(`/admin/applications/${applied.id}`);
    await expect(entry).toContainText(ENTERPRISES.qiye108);

    await expect(async () => {
      await page.goto('/code/consents');
      await expect(page.getByRole('switch', { name: /建设银行[^：]*$/ })).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await takesBack(owner, /建设银行[^：]*$/);
    await owner.accessible();

    bank.refused(403, `/api/finance/applications/${applied.id}/enterprise`);
    await desk.reload();
    await expect(entry).toContainText('企业已撤回授权');
    await expect(entry).not.toContainText('法定代表人');
    await bank.accessible();
  });

  await test.step('its reading is on record with the application that led to it', async () => {
    await expect(async () => {
      await page.goto('/code/readings?source=APPLICATION');
      await expect(page.getByRole('link', { name: `申请 ${applied.number}` }).first()).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 60_000 });
    await owner.accessible();
  });

  await test.step('the same on the phone', async () => {
    const phone = await owner.window();
    await phone.page.setViewportSize({ width: 375, height: 760 });
    await phone.open('/m/my/consents', phone.page.getByRole('switch', { name: '个性化推荐' }));
    await phone.open('/m/my/readings', phone.page.getByText(`申请 ${applied.number}`).first());
    await phone.page.close();
  });
});

test('recommendations are switched off, and on again at once', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye108');
  await owner.api('PUT', '/api/match/my/recommendations', { personalised: true });
  await owner.api('POST', '/api/match/my/match');
  const personalised = page.getByRole('switch', { name: '个性化推荐' });

  await owner.open('/code/consents', '数据授权');
  await personalised.click();
  await expect(page.getByText('个性化推荐已关闭').first()).toBeVisible();

  await owner.open('/match', '智能匹配');
  await expect(page.getByText('不按企业画像排序')).toBeVisible();
  await expect(page.getByRole('navigation', { name: '按结论筛选' })).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('link', { name: '智能匹配 个性化推荐已关闭' })).toBeVisible();

  await page.goto('/code/consents');
  await personalised.click();
  await expect(page.getByText('个性化推荐已开启').first()).toBeVisible();
  await owner.open('/match', '智能匹配');
  await expect(page.getByRole('navigation', { name: '按结论筛选' })).toBeVisible();
});

test('the operator reads the register of processing', async ({ visitor }) => {
  const operator = await visitor();
  await operator.signIn('yunying', '/admin/');
  await operator.open('/admin/processing', '数据处理登记');
  const { page } = operator;
  for (const owner of ['企业码服务', '融资服务', '匹配服务', '统一认证服务'])
    expect(
      await operator
        .api<{ total: number }>('GET', `/api/code/processing?q=${encodeURIComponent(owner)}`)
        .then((found) => found.total),
      owner,
    ).toBeGreaterThan(0);
  await page.goto('/admin/processing?category=TAX');
  await expect(page.getByRole('row').filter({ hasText: '依企业授权取得涉税信息' })).toContainText('取得同意');
});
