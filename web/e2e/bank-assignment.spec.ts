import { expect, test } from './journey';
import { application, ENTERPRISES, PRODUCTS } from './platform';

test('an application is taken from the pool, handed over, and answered by a file', async ({ visitor }) => {
  const owner = await visitor();
  await owner.signIn('qiye131');
  const loan = await application(owner, PRODUCTS.portal);
  expect(loan.enterpriseName).toBe(ENTERPRISES.qiye131);
  const page = `/admin/applications/${loan.id}`;
  const words = '负债率超出本行限额，降低负债后可以再申请';

  const officer = await visitor();
  const desk = officer.page;
  await officer.signIn('yinhang', '/admin/');
  const colleague = await visitor();
  const late = colleague.page;
  await colleague.signIn('jianhang2', '/admin/');
  const handlerAt = (of: typeof desk) => of.getByRole('region', { name: '本行办理' });

  await test.step('of two officers one takes it, and the other reads who', async () => {
    await officer.open(page, loan.enterpriseName);
    await colleague.open(page, loan.enterpriseName);
    await expect(handlerAt(desk)).toContainText('待认领');
    await desk.getByRole('button', { name: '认领' }).click();
    await expect(desk.getByText('已认领，由您办理')).toBeVisible();
    await expect(handlerAt(desk)).toContainText('曹佳涛');
    await officer.accessible();

    colleague.refused(409, `/api/finance/applications/${loan.id}/take`);
    await late.getByRole('button', { name: '认领' }).click();
    await expect(late.getByText(/该申请已由.*曹佳涛.*办理/).first()).toBeVisible();
    await expect(handlerAt(late)).toContainText('曹佳涛');
  });

  await test.step('it is handed over for a reason', async () => {
    await desk.getByRole('button', { name: '转办' }).click();
    const drawer = desk.getByRole('dialog', { name: '转办融资申请' });
    await drawer.getByRole('button', { name: '确认转办' }).click();
    await expect(drawer.getByText('请选择办理人')).toBeVisible();
    await expect(drawer.getByText('请填写转办原因')).toBeVisible();
    await officer.accessible();
    await drawer.getByRole('combobox', { name: '办理人' }).click();
    const option = desk
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: '薛涵德' });
    await option.dispatchEvent('click');
    await drawer.getByLabel('转办原因').fill('休年假，由同事办理');
    await drawer.getByRole('button', { name: '确认转办' }).click();
    await expect(desk.getByText('已转办')).toBeVisible();
    await expect(handlerAt(desk)).toContainText('薛涵德');
    await expect(desk.getByRole('listitem').filter({ hasText: '休年假，由同事办理' }).first()).toBeVisible();
  });

  await test.step('who has it now hears of it and answers by a file', async () => {
    await expect(async () => {
      await late.goto('/admin/messages');
      await expect(late.getByRole('main').getByText('有融资申请交由您办理').first()).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 60_000 });
    await colleague.open('/admin/applications?holding=MINE', late.getByText(loan.number).first());
    await late.getByRole('button', { name: '导入答复' }).click();
    const drawer = late.getByRole('dialog', { name: '导入答复' });
    const head = '申请编号,答复,不通过原因,说明';
    const file = (row: string) => ({
      name: '答复.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${head}\n${row}\n`),
    });
    colleague.refused(422, '/api/finance/answer-checks');
    await drawer.locator('input[type=file]').setInputFiles(file(`${loan.number},不通过,心情不好,${words}`));
    await expect(drawer.getByRole('alert')).toContainText('有 1 处错误');
    await colleague.accessible();
    await drawer
      .locator('input[type=file]')
      .setInputFiles(file(`${loan.number},不通过,负债水平过高,${words}`));
    await expect(drawer.getByText('检查通过，将登记：不通过 1 笔')).toBeVisible();
    await drawer.getByRole('button', { name: '确认登记' }).click();
    await expect(late.getByText('已登记：不通过 1 笔')).toBeVisible();
  });

  await test.step('the enterprise reads the answer, and nothing of who had it', async () => {
    await owner.open(`/center/applications/${loan.id}`, owner.page.getByText(words).first());
    await expect(owner.page.getByText('休年假，由同事办理')).toHaveCount(0);
    await expect(owner.page.getByText('转办')).toHaveCount(0);
  });

  await test.step('the head says which branch looks after which towns', async () => {
    const head = await visitor();
    await head.signIn('jianhangfuze', '/admin/');
    await head.open('/admin/applications', '融资申请');
    await head.page.getByRole('button', { name: '网点分工' }).click();
    const drawer = head.page.getByRole('dialog', { name: '网点分工' });
    await expect(drawer.getByRole('columnheader', { name: '负责网点' })).toBeVisible();
    await head.accessible();
  });
});

test('the head of a bank gives an application to a branch, whose officer takes it from the pool', async ({
  visitor,
}) => {
  const owner = await visitor();
  await owner.signIn('qiye132');
  const loan = await application(owner, PRODUCTS.portal);
  expect(loan.enterpriseName).toBe(ENTERPRISES.qiye132);
  const page = `/admin/applications/${loan.id}`;
  const branch = '建行城区网点（演示）';

  const officer = await visitor();
  await officer.signIn('jianhangchengqu1', '/admin/');
  await test.step('a branch does not read what lies with the head office', async () => {
    officer.refused(404, `/api/finance/applications/${loan.id}`);
    expect((await officer.call('GET', `/api/finance/applications/${loan.id}`)).status).toBe(404);
  });

  await test.step('the head gives it to the branch', async () => {
    const head = await visitor();
    await head.signIn('jianhangfuze', '/admin/');
    await head.open(page, loan.enterpriseName);
    await head.page.getByRole('button', { name: '分派', exact: true }).click();
    const drawer = head.page.getByRole('dialog', { name: '分派融资申请' });
    await drawer.getByRole('radio', { name: '网点待认领' }).check();
    await drawer.getByRole('combobox', { name: '网点' }).click();
    await head.page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: branch })
      .dispatchEvent('click');
    await drawer.getByRole('button', { name: '确认分派' }).click();
    await expect(head.page.getByText('已分派')).toBeVisible();
    await expect(head.page.getByRole('region', { name: '本行办理' })).toContainText(branch);
  });

  await test.step('an officer of the branch takes it', async () => {
    await officer.open(page, loan.enterpriseName);
    const handling = officer.page.getByRole('region', { name: '本行办理' });
    await expect(handling).toContainText('待认领');
    await officer.page.getByRole('button', { name: '认领' }).click();
    await expect(officer.page.getByText('已认领，由您办理')).toBeVisible();
    await expect(handling).toContainText(branch);
    await officer.accessible();
  });
});
