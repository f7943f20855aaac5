import { expect, test } from './journey';
import { ENTERPRISES } from './platform';

const DAY = 86_400_000;

/** As it is in the district, n days ago. */
const daysAgo = (n: number) =>
  new Date(Date.now() - n * DAY).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });

test('an officer visits a small firm, the finance office checks and recommends it, a bank grants, the enterprise sees it', async ({
  visitor,
}) => {
  const officer = await visitor();
  const office = await visitor();
  const banker = await visitor();
  const owner = await visitor();
  const phone = await visitor();
  const name = ENTERPRISES.qiye119;
  let id = '';

  await owner.signIn('qiye119', '/center/coordination');
  // What an earlier run that broke off left open counts.
  const open = await owner.api<{ items: { id: string; version: number; status: string }[] }>(
    'GET',
    '/api/finance/my/coordination-cases?size=100',
  );
  for (const one of open.items.filter(({ status }) => status === 'DECLARED' || status === 'RECOMMENDED'))
    await owner.api('POST', `/api/finance/my/coordination-cases/${one.id}/withdraw`, {
      version: one.version,
    });

  await test.step('an officer records the visit and declares the enterprise', async () => {
    const { page } = officer;
    await officer.signIn('guanyuan', '/admin/coordination/visits');
    await officer.sees('走访记录');
    await officer.accessible();
    // A person visits an enterprise once a day: each run takes a day that is free.
    const { total } = await officer.api<{ total: number }>(
      'GET',
      `/api/finance/visits?q=${encodeURIComponent(name)}`,
    );
    await page.getByRole('button', { name: '登记走访' }).click();
    const drawer = page.getByRole('dialog', { name: '登记走访' });
    await drawer.getByRole('button', { name: '提交登记' }).click();
    await expect(drawer.getByText('请选择企业')).toBeVisible();
    await drawer.getByLabel('企业', { exact: true }).fill(name);
    const hit = page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: name });
    await expect(hit).toHaveCount(1);
    await hit.click();
    await drawer.getByLabel('走访日期').fill(daysAgo(total));
    await drawer.getByLabel('走访日期').press('Enter');
    await drawer.getByLabel('走访情况').fill('场所固定，生产正常，订单充足');
    await drawer.getByRole('checkbox', { name: '企业有融资需求' }).check();
    await drawer.getByLabel('融资金额（万元）').fill('30');
    await drawer.getByLabel('期限').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: /^1 年$/ })
      .click();
    await drawer.getByLabel('贷款用途').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: /采购原材料/ })
      .click();
    await drawer.getByRole('checkbox', { name: '列入申报清单' }).check();
    await drawer.getByLabel('企业联系人').fill('潘经理');
    await drawer.getByLabel('联系电话').fill('13812345678');
    await drawer.getByRole('checkbox', { name: /企业同意申报/ }).check();
    await officer.accessible();
    await drawer.getByRole('button', { name: '提交登记' }).click();
    await expect(drawer).toBeHidden();
    const visits = await officer.api<{ items: { caseId?: string }[] }>(
      'GET',
      `/api/finance/visits?q=${encodeURIComponent(name)}&from=${daysAgo(total)}&to=${daysAgo(total)}`,
    );
    id = visits.items[0]!.caseId!;
    await officer.open(`/admin/coordination/cases/${id}`, '申报内容');
    await officer.accessible();
  });

  await test.step('the finance office checks it by the criteria and recommends it to a bank', async () => {
    const { page } = office;
    await office.signIn('jinrongban', '/admin/');
    await office.open('/admin/coordination/criteria', '现行标准');
    await office.accessible();
    await office.open(`/admin/coordination/cases/${id}`, '按标准核查');
    await office.accessible();
    await page.getByRole('button', { name: '核查并推荐' }).click();
    const drawer = page.getByRole('dialog', { name: '核查并推荐' });
    await drawer.getByRole('button', { name: '推荐给银行' }).click();
    await expect(drawer.getByText('请选择推荐的银行')).toBeVisible();
    // One line of words belongs to each criterion that a person decides.
    const words = drawer.getByLabel(/的核查说明$/);
    const said = await words.count();
    for (let at = 0; at < said; at++) {
      await drawer.getByRole('radio', { name: '满足', exact: true }).nth(at).check();
      await words.nth(at).fill('现场核实');
    }
    await drawer.getByLabel('推荐给', { exact: true }).fill('建设银行');
    const bank = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
    await expect(bank).toHaveCount(1);
    await bank.click();
    await office.accessible();
    await drawer.getByRole('button', { name: '推荐给银行' }).click();
    await expect(drawer).toBeHidden();
    await office.sees(page.getByText('已推荐，待银行答复').first());
  });

  await test.step('the bank sees it with its promised date, and grants', async () => {
    const { page } = banker;
    await banker.signIn('yinhang', '/admin/coordination/recommendations');
    await banker.sees('推荐清单');
    await banker.accessible();
    await page.getByRole('link', { name }).first().click();
    await banker.sees('融资需求');
    await banker.accessible();
    await page.getByRole('button', { name: '同意授信' }).click();
    const drawer = page.getByRole('dialog', { name: '同意授信' });
    await drawer.getByLabel('年利率').fill('3.45');
    await banker.accessible();
    await drawer.getByRole('button', { name: '提交授信' }).click();
    await expect(drawer).toBeHidden();
    await banker.sees(page.getByText('已授信').first());
  });

  await test.step('the enterprise sees what the bank answered, on the phone too', async () => {
    await owner.open(`/center/coordination/${id}`, '银行答复');
    await owner.sees(owner.page.getByText('已授信').first());
    await owner.sees(owner.page.getByText('3.45%').first());
    await owner.accessible();
    await phone.signIn('qiye119', '/m/my/coordination');
    await phone.open(`/m/my/coordination/${id}`, phone.page.getByText('已授信').first());
    await phone.accessible();
  });

  await test.step('the figures count it and lead to the lists', async () => {
    await office.open('/admin/coordination/figures', '分镇街');
    await office.sees('分银行');
    await office.accessible();
  });
});
