import { expect, test } from './journey';
import { ENTERPRISES } from './platform';

test('a demand without a product: a bank that fits claims it without knowing whose it is, offers, and is chosen', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  const officer = await visitor();
  const desk = officer.page;
  const office = await visitor();
  const phone = await visitor();
  const name = ENTERPRISES.qiye112;
  const words = `${name}采购叉车`;

  await owner.signIn('qiye112', '/center/demands');
  // What an earlier run left open counts.
  const open = await owner.api<{ items: { id: string; version: number }[] }>(
    'GET',
    '/api/finance/my/demands?status=OPEN',
  );
  for (const { id, version } of open.items)
    await owner.api('POST', `/api/finance/my/demands/${id}/withdraw`, { version });

  let id = '';
  await test.step('the enterprise says what it needs', async () => {
    await owner.open('/loans', page.getByRole('link', { name: '发布融资需求' }));
    await page.getByRole('link', { name: '发布融资需求' }).click();
    await owner.sees('银行能看到什么');
    await page.getByLabel('融资金额（万元）').fill('20');
    await page.getByLabel('期限').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: /^1 年$/ })
      .click();
    await page.getByLabel('贷款用途').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: /采购原材料/ })
      .click();
    await page.getByLabel(/补充说明/).fill(words);
    await page.getByLabel('用款日期').click();
    await page.locator('.ant-picker-dropdown:visible').getByText('今天').click();
    await owner.accessible();
    await page.getByRole('button', { name: '发布需求' }).dblclick();
    await page.waitForURL(/\/center\/demands\/[\w-]{36}$/);
    id = page.url().split('/').at(-1)!;
    await owner.sees(page.getByText('暂无银行认领，有认领时会发消息').first());
    await owner.accessible();
  });

  await test.step('a bank that fits sees what is wanted and not by whom, and claims it', async () => {
    await officer.signIn('yinhang', '/admin/');
    await officer.open('/admin/demands', '融资需求');
    await officer.accessible();
    await officer.open(`/admin/demands/${id}`, '需求内容');
    await expect(desk.getByRole('main')).not.toContainText(name);
    await expect(desk.getByRole('main')).not.toContainText('叉车');
    await desk.getByRole('button', { name: '认领需求' }).click();
    await desk.getByRole('button', { name: '确认认领' }).click();
    await officer.sees(desk.getByText('企业尚未同意本机构查看').first());
    await officer.accessible();
  });

  await test.step('the enterprise lets this bank see who it is', async () => {
    await page.reload();
    await page.getByRole('button', { name: '同意该银行查看' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '同意查看' }).click();
    await owner.sees(page.getByText('已同意该银行查看').first());
    await desk.reload();
    await desk.getByRole('button', { name: '查看企业信息' }).click();
    await officer.sees(desk.getByText(name).first());
    await officer.sees(desk.getByText(words).first());
    await officer.accessible();
  });

  await test.step('its report takes another word of the enterprise', async () => {
    const report = await visitor();
    await report.signIn('yinhang', '/admin/');
    const { claims } = await officer.api<{ claims: { id: string }[] }>('GET', `/api/finance/demands/${id}`);
    report.refused(403, `/api/finance/demand-claims/${claims[0]!.id}/report`);
    await report.open(`/admin/demand-claims/${claims[0]!.id}/report`, '不能查看');
    await report.accessible();
  });

  await test.step('the bank makes an offer', async () => {
    await desk.getByRole('button', { name: '报价', exact: true }).click();
    const drawer = desk.getByRole('dialog', { name: '报价' });
    await drawer.getByRole('button', { name: '提交报价' }).click();
    await expect(drawer.getByText('请选择产品')).toBeVisible();
    await drawer.getByLabel('产品').click();
    await desk.locator('.ant-select-dropdown:visible .ant-select-item-option').first().dispatchEvent('click');
    await drawer.getByLabel('年利率').fill('3.65');
    await officer.accessible();
    await drawer.getByRole('button', { name: '提交报价' }).click();
    await expect(drawer).toBeHidden();
    await officer.sees(desk.getByText('已报价').first());
  });

  await test.step('the finance office sees figures and nobody’s name', async () => {
    await office.signIn('jinrongban', '/admin/');
    await office.open('/admin/demands', '需求概况');
    await office.accessible();
    await office.open(`/admin/demands/${id}`, '需求内容');
    await expect(office.page.getByRole('main')).not.toContainText(name);
  });

  await test.step('on the phone it stands as well', async () => {
    await phone.signIn('qiye112', '/m/my/demands');
    await phone.open(`/m/my/demands/${id}`, phone.page.getByText('月供（等额本息）').first());
    await phone.accessible();
  });

  await test.step('the enterprise compares and chooses, and an application comes of it', async () => {
    await page.reload();
    await owner.sees('报价比较');
    await owner.accessible();
    await page.getByRole('button', { name: /选定这个报价/ }).click();
    const drawer = page.getByRole('dialog', { name: /选定.*的报价/ });
    await drawer.getByRole('radio', { name: '新增贷款' }).check();
    await drawer.getByRole('button', { name: '选定并提交申请' }).click();
    await expect(drawer.getByText('请先同意以上内容')).toBeVisible();
    await drawer.getByRole('checkbox').check();
    await owner.accessible();
    await drawer.getByRole('button', { name: '选定并提交申请' }).click();
    await page.waitForURL('**/center/applications/*');
    await owner.sees(page.getByText('办理进度').first());
    const application = page.url().split('/').at(-1)!;
    await desk.reload();
    await officer.sees(desk.getByText('已转为融资申请').first());
    await desk.getByRole('link', { name: '去办理' }).click();
    await desk.waitForURL(`**/admin/applications/${application}`);
    // The next run posts and chooses again.
    await owner.api('POST', `/api/finance/my/applications/${application}/withdraw`, { version: 0 });
  });
});
