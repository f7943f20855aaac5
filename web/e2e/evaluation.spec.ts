import { expect, test } from './journey';
import { application, ENTERPRISES, PRODUCTS } from './platform';

test('a finished case is evaluated, answered, evaluated again and published with its name covered', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  const officer = await visitor();
  const desk = officer.page;
  const operator = await visitor();
  const office = operator.page;
  const reader = await visitor();
  const phone = await visitor();
  const complaint = `多次催问才有答复，${Date.now()}`;
  const remedy = '已安排专人受理，两个工作日内答复';

  await owner.signIn('qiye111');
  const loan = await application(owner, PRODUCTS.portal);
  const name = ENTERPRISES.qiye111;

  await test.step('the bank refuses the loan, which finishes it', async () => {
    await officer.signIn('yinhang', '/admin/');
    const loans = `/api/finance/applications/${loan.id}`;
    const version = async () => (await officer.api<{ version: number }>('GET', loans)).version;
    await officer.api('POST', `${loans}/accept`, { version: await version() });
    const [reason] = await officer.api<{ code: string }[]>('GET', '/api/finance/refusal-reasons');
    await officer.api('POST', `${loans}/refuse`, {
      version: await version(),
      reasonCode: reason!.code,
      reason: '近两年营业收入下降',
    });
  });

  await test.step('the message leads to the evaluation, which is given once', async () => {
    const message = page
      .getByRole('main')
      .getByRole('link')
      .filter({ hasText: loan.number })
      .filter({ hasText: '请评价办理情况' });
    await expect(async () => {
      await page.goto('/center/messages');
      await expect(message).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await message.click();
    await page.getByRole('link', { name: '查看详情' }).click();
    await page.waitForURL((url) => url.pathname === `/center/evaluations/${loan.id}`);
    await owner.sees('您的评价');
    await page.getByRole('button', { name: '提交评价' }).click();
    await expect(page.getByText('请选择满意程度')).toBeVisible();
    await page.getByRole('radio', { name: '不满意', exact: true }).check();
    await page.getByRole('checkbox', { name: '办理时间过长' }).check();
    await page.getByLabel('评价内容（选填）').fill(complaint);
    await owner.accessible();
    await page.getByRole('button', { name: '提交评价' }).click();
    await owner.sees(page.getByText('办理机构会回访并处理', { exact: false }).first());
    await owner.accessible();
    await owner.open('/center/evaluations?evaluated=true', '我的评价');
  });

  let path = '';
  await test.step('the bank calls back and says what it did', async () => {
    await officer.open('/admin/evaluations', '好差评');
    const list = await officer.api<{ items: { id: string; caseId?: string }[] }>(
      'GET',
      `/api/ops/evaluations?q=${loan.number}`,
    );
    path = `/admin/evaluations/${list.items[0]!.id}`;
    await officer.open(path, '办理过程');
    await desk.getByRole('button', { name: '登记回访' }).click();
    const call = desk.getByRole('dialog', { name: '登记回访' });
    await call.getByLabel('回访情况').fill('已与企业联系人沟通');
    await officer.accessible();
    await call.getByRole('button', { name: '保存回访记录' }).click();
    await expect(call).toBeHidden();
    await desk.getByRole('button', { name: '提交处理结果' }).click();
    const answer = desk.getByRole('dialog', { name: '提交处理结果' });
    await answer.getByRole('radio', { name: '已整改' }).check();
    await answer.getByLabel('处理结果').fill(remedy);
    await answer.getByRole('button', { name: '提交复核' }).click();
    await expect(answer).toBeHidden();
    await officer.sees('处理结果');
  });

  await test.step('somebody else finds it good', async () => {
    await operator.signIn('yunying', '/admin/');
    await operator.open(path, '处理结果');
    await office.getByRole('button', { name: '复核通过' }).click();
    await office.getByRole('button', { name: '确认通过' }).click();
    await operator.sees(office.getByText('待再次评价').first());
  });

  await test.step('the enterprise evaluates again, on the phone', async () => {
    await phone.signIn('qiye111', '/m/my/evaluations');
    await phone.open(`/m/my/evaluations/${loan.id}`, phone.page.getByText(remedy).first());
    await phone.page.getByText('基本满意', { exact: true }).click();
    await phone.page.getByRole('button', { name: '提交再次评价' }).click();
    await phone.sees(phone.page.getByText('已再次评价').first());
    await phone.accessible();
  });

  await test.step('it is published, and whose it is stays covered', async () => {
    await office.reload();
    await office.getByRole('button', { name: '公开评价' }).click();
    await office.getByRole('button', { name: '确认公开' }).click();
    await operator.sees(office.getByText('已公开').first());
    await operator.accessible();
    await reader.open('/evaluations', '公开的评价');
    await reader.sees(reader.page.getByText(complaint).first());
    await expect(reader.page.getByRole('main')).not.toContainText(name);
    await expect(reader.page.getByRole('main')).not.toContainText(loan.number);
    await reader.accessible();
  });
});
