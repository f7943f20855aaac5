import { expect, test } from './journey';

const PROJECT = '专精特新中小企业培育申报（演示）';
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n186\n%%EOF\n',
);

test('a declaration: the enterprise fills it in, the department sends a field back, it is supplemented, approved, and told', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  const officer = await visitor();
  const desk = officer.page;
  await owner.signIn('qiye', `/express?q=${encodeURIComponent(PROJECT)}`);
  let number = '';

  await test.step('政策直通车 leads it straight to the project, with the days left and whom to call', async () => {
    await owner.sees(page.getByRole('heading', { name: '政策直通车', level: 1 }));
    const project = page.getByRole('article').filter({ hasText: PROJECT });
    await expect(project.getByText(/还剩 \d+ 天|今天最后一天/)).toBeVisible();
    await project.getByText(/^联系/).first().click();
    await expect(project.getByText(/电话|还没有公布联系方式/).first()).toBeVisible();
    await owner.accessible();
    await project.getByRole('link', { name: /^立即申报/ }).click();
  });

  await test.step('the enterprise sees whether it qualifies, and what the profile has is filled in', async () => {
    await owner.sees(page.getByText('按企业画像核对').first());
    await owner.accessible();
    await page
      .getByRole('button', { name: '立即申报' })
      .or(page.getByRole('link', { name: '继续填写' }))
      .click();
    await owner.sees(page.getByText('取自企业画像').first());
    await owner.accessible();
  });

  await test.step('what is missing is said; a draft survives a reload', async () => {
    await page.getByRole('button', { name: '检查并提交' }).click();
    await owner.sees(page.getByText('处需要修改').first());
    await page.getByLabel('主导产品名称').fill('精密减速器');
    await page
      .getByRole('radiogroup', { name: /近两年是否有新增股权融资/ })
      .getByLabel('否')
      .check();
    await page
      .getByRole('radiogroup', { name: /近三年是否获省级科技奖励/ })
      .getByLabel('否')
      .check();
    await page
      .getByLabel('上传上年度财务报表或审计报告')
      .setInputFiles({ name: '财务报表.pdf', mimeType: 'application/pdf', buffer: PDF });
    await expect(page.getByRole('link', { name: '财务报表.pdf' })).toBeVisible();
    await page.getByLabel('联系人').fill('李经理');
    await page.getByLabel('联系电话').fill('13812345678');
    await owner.sees(page.getByText('草稿已保存').first());
    await page.reload();
    await expect(page.getByLabel('主导产品名称')).toHaveValue('精密减速器');
  });

  await test.step('it is checked and handed in', async () => {
    await page.getByRole('button', { name: '检查并提交' }).click();
    await owner.sees(page.getByText('请核对申报内容').first());
    await owner.accessible();
    await page.getByRole('button', { name: '确认提交' }).click();
    await owner.sees(page.getByText('申报编号').first());
    number = (
      await page
        .getByText(/SB\d{14}/)
        .first()
        .innerText()
    ).match(/SB\d{14}/)![0];
  });

  await test.step('the department sends a field back', async () => {
    await officer.signIn('guanyuan', `/admin/declarations?q=${number}`);
    await desk
      .getByRole('row', { name: new RegExp(number) })
      .getByRole('link')
      .first()
      .click();
    await desk.getByRole('button', { name: '承办' }).click();
    await officer.sees(desk.getByText('请办理受理').first());
    await officer.accessible();
    await officer.sees(desk.getByText('138****5678').first());
    await desk.getByRole('button', { name: '查看明文：联系电话' }).click();
    await desk.getByLabel('查看理由').fill('约定现场核查时间');
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /查\s*看/ })
      .click();
    await officer.sees(desk.getByText('13812345678').first());
    await desk.getByLabel('标注主导产品名称').check();
    await desk.getByRole('button', { name: /退回补正/ }).click();
    await desk.getByLabel('退回的原因').fill('请写明产品型号');
    await desk.getByRole('dialog').getByRole('button', { name: '退回补正' }).click();
    await officer.sees(desk.getByText('待补正').first());
  });

  await test.step('the enterprise supplements that field, and no other can be changed', async () => {
    await page.reload();
    await owner.sees(page.getByText('请写明产品型号').first());
    await expect(page.getByLabel('从事特定细分市场的时间')).toBeDisabled();
    await page.getByLabel('主导产品名称').fill('精密减速器 RV-40E');
    await page.getByRole('button', { name: '提交补正' }).click();
    await owner.sees(page.getByText('办理中').first());
  });

  await test.step('the department goes through its steps and approves', async () => {
    await desk.reload();
    for (const pass of ['通过受理', '通过初审', '批准']) {
      const takeOn = desk.getByRole('button', { name: '承办' });
      const done = desk.getByRole('button', { name: pass, exact: true });
      await expect(takeOn.or(done)).toBeVisible();
      if (await takeOn.isVisible()) await takeOn.click();
      await done.click();
      await desk
        .getByRole('dialog')
        .getByRole('button', { name: pass === '批准' ? '批准' : '通过', exact: true })
        .click();
      await expect(desk.getByRole('dialog')).toBeHidden();
    }
    await officer.sees(desk.getByText('已批准').first());
  });

  await test.step('the enterprise is told', async () => {
    await page.goto('/center/messages');
    await expect(page.getByText('政策申报已批准').first()).toBeVisible({ timeout: 30_000 });
    await page.goto('/code/readings?source=DECLARATION');
    await owner.sees(page.getByText('联系电话（明文）').first());
    await owner.sees(page.getByText('约定现场核查时间').first());
  });
});

test('a project for fewer than its policy: a department copies one, says whom it is for, and who is not meant reads why', async ({
  visitor,
}) => {
  const officer = await visitor();
  const owner = await visitor();
  const desk = officer.page;
  const title = `限定对象的申报 ${Date.now() % 1_000_000}`;
  let id = '';
  await officer.signIn('guanyuan', `/admin/projects?q=${encodeURIComponent(PROJECT)}`);

  await test.step('a copy begins with all that the other one asks', async () => {
    await desk
      .getByRole('row')
      .filter({ hasText: PROJECT })
      .first()
      .getByRole('link', { name: '复制', exact: true })
      .click();
    await expect(desk.getByLabel('项目名称')).toHaveValue(`${PROJECT}（副本）`);
    await desk.getByLabel('项目名称').fill(title);
    await expect(desk.getByRole('radio', { name: '与政策条件一致' })).toBeChecked();
    await officer.accessible();
  });

  await test.step('conditions of its own are written as those of policies, with their words beside them', async () => {
    await desk.getByText('另设条件', { exact: true }).click();
    await desk.getByRole('button', { name: '添加条件', exact: true }).click();
    await desk.getByRole('menuitem', { name: '单项条件' }).click();
    const fact = desk.getByLabel('指标', { exact: true });
    await fact.click();
    await fact.fill('职工总数');
    await desk
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: '职工总数' })
      .first()
      .dispatchEvent('click');
    await desk.getByLabel('值（人）').fill('900000');
    await expect(desk.getByRole('region', { name: '条件预览' })).toContainText('职工总数');
    await desk.getByText('仅限对象', { exact: true }).click();
    await desk.getByRole('button', { name: '核对现在有多少企业符合' }).click();
    await expect(desk.getByText(/^符合 [\d,]+ 家，差一项/)).toBeVisible();
    await officer.accessible();
  });

  await test.step('it is kept and opened', async () => {
    await desk.getByRole('button', { name: /^保\s*存$/ }).click();
    await desk.waitForURL(/\/admin\/projects\/[0-9a-f-]{36}$/);
    id = new URL(desk.url()).pathname.split('/').at(-1)!;
    await asks('开放', '项目已开放');
  });

  await test.step('the enterprise reads that it is not meant and what is not met, and cannot begin', async () => {
    await owner.signIn('qiye', `/declarations/projects/${id}`);
    await owner.sees(owner.page.getByText('该项目只接受符合申报条件的企业申报'));
    await owner.sees(owner.page.getByRole('heading', { name: '本项目的申报对象' }));
    await expect(owner.page.getByRole('button', { name: '立即申报' })).toBeDisabled();
    await owner.accessible();
  });

  await asks('关闭', '项目已关闭');

  async function asks(action: string, done: string) {
    const spaced = new RegExp(`^${[...action].join('\\s*')}$`);
    const row = desk.getByRole('row').filter({ hasText: title });
    await officer.open(`/admin/projects?q=${encodeURIComponent(title)}`, row);
    await row.getByRole('button', { name: spaced }).click();
    await desk.getByRole('dialog').getByRole('button', { name: spaced }).click();
    await officer.sees(desk.getByText(done));
  }
});
