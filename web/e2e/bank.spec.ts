import { expect, test } from './journey';
import { application, PRODUCTS } from './platform';

test('a bank refuses a loan with its reason, and a colleague who is late is told', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye107');
  const loan = await application(owner, PRODUCTS.portal);
  const words = '近两年营业收入下降，待经营稳定后可以再申请';

  const officer = await visitor();
  const desk = officer.page;
  await officer.signIn('yinhang', '/admin/');
  const colleague = await visitor();
  await colleague.signIn('jianhang2', '/admin/');
  let reason = '';

  await test.step('an officer takes it up', async () => {
    await officer.open(`/admin/applications/${loan.id}`, loan.enterpriseName);
    await desk.getByRole('button', { name: '受理申请' }).click();
    await desk.getByRole('button', { name: '确认受理' }).click();
    await desk.getByRole('button', { name: '批准授信' }).waitFor();
    await colleague.open(`/admin/applications/${loan.id}`, loan.enterpriseName);
  });

  await test.step('the report is for the bank that the enterprise lets read it, and each reading is told', async () => {
    await owner.api('PUT', `/api/code/my/consents/banks/${loan.bankId}/report`, { granted: true });
    await officer.open(`/admin/applications/${loan.id}/report`, '税务和开票指标');
    await officer.sees(
      desk.getByRole('region', { name: '司法与信用公共记录' }).getByText('模拟数据').first(),
    );
    await officer.accessible();
    await expect(async () => {
      const readings = await owner.api<{ total: number }>(
        'GET',
        `/api/code/my/readings?category=REPORT&q=${loan.number}`,
      );
      expect(readings.total).toBeGreaterThan(0);
    }).toPass({ timeout: 60_000 });
    await owner.api('PUT', `/api/code/my/consents/banks/${loan.bankId}/report`, { granted: false });
    officer.refused(403, `/api/finance/applications/${loan.id}/report`);
    await officer.open(`/admin/applications/${loan.id}/report`, desk.getByText('企业已撤回授权'));
    await officer.accessible();
  });

  await test.step('the bank must take a reason of the catalogue and explain it', async () => {
    await officer.open(`/admin/applications/${loan.id}`, loan.enterpriseName);
    await desk.getByRole('button', { name: '不通过', exact: true }).click();
    const drawer = desk.getByRole('dialog', { name: '审批不通过' });
    await drawer.getByRole('button', { name: '确认不通过' }).click();
    await expect(drawer.getByText('请选择不通过原因')).toBeVisible();
    await expect(drawer.getByText('请填写具体说明')).toBeVisible();
    await officer.accessible();
    await drawer.getByLabel('不通过原因').click();
    const option = desk.locator('.ant-select-dropdown:visible .ant-select-item-option').first();
    reason = await option.innerText();
    await option.dispatchEvent('click');
    await drawer.getByLabel('具体说明').fill(words);
    await drawer.getByRole('button', { name: '确认不通过' }).click();
    await expect(desk.getByText('已作不通过处理')).toBeVisible();
    await expect(drawer).toBeHidden();
    await expect(desk.getByText(words).first()).toBeVisible();
    await officer.accessible();
  });

  await test.step('the colleague decides nothing that is not theirs, and who takes it over too late is told who decided', async () => {
    colleague.refused(409, '/api/finance/applications/');
    const late = colleague.page;
    await expect(late.getByText(/该申请由.*曹佳涛办理/)).toBeVisible();
    await expect(late.getByRole('button', { name: '批准授信' })).toHaveCount(0);
    await late.getByRole('button', { name: '接手办理' }).click();
    const drawer = late.getByRole('dialog', { name: '接手办理' });
    await drawer.getByLabel('接手原因').fill('同事休假，代为办理');
    await drawer.getByRole('button', { name: '确认接手' }).click();
    const told = late.getByRole('dialog').filter({ hasText: '这件事项已有处理结果' });
    await colleague.accessible();
    await told.getByRole('button', { name: '查看最新情况' }).click();
    await expect(late.getByText(words).first()).toBeVisible();
    await expect(late.getByRole('button', { name: '接手办理' })).toHaveCount(0);
  });

  await test.step('of what is over the report is read no more', async () => {
    officer.refused(409, `/api/finance/applications/${loan.id}/report`);
    await officer.open(`/admin/applications/${loan.id}/report`, desk.getByText('该申请已办结或撤回'));
    await officer.accessible();
  });

  await test.step('the enterprise reads it in a message and on the timeline', async () => {
    const message = page.getByRole('main').getByRole('link').filter({ hasText: loan.number });
    await expect(async () => {
      await page.goto('/center/messages');
      await expect(message.filter({ hasText: '融资申请审批不通过' })).toContainText(words, {
        timeout: 5_000,
      });
    }).toPass({ timeout: 60_000 });
    await message.filter({ hasText: '融资申请审批不通过' }).click();
    await page.getByRole('link', { name: '查看详情' }).click();
    await page.waitForURL((url) => url.pathname === `/center/applications/${loan.id}`);
    await owner.sees('办理进度');
    await expect(page.getByRole('listitem').filter({ hasText: words })).toContainText(reason);
    await owner.accessible();
  });
});
