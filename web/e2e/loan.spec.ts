import { expect, test } from './journey';
import { confirmFirst, nothingUnderWay, PRODUCTS } from './platform';
import type { Visitor } from './visitor';

async function orders(operator: Visitor): Promise<number> {
  const total = operator.page.locator('dl').filter({ hasText: '订单申请总量' }).locator('dd .zq-hidden');
  await expect(total).toHaveText(/\d/, { timeout: 30_000 });
  return Number((await total.innerText()).replace(/\D/g, ''));
}

test('a loan from application to payment: the bank handles it, the enterprise is told, the district counts it', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  const operator = await visitor();
  const officer = await visitor();
  const desk = officer.page;

  await owner.signIn('qiye', '/center/applications');
  await nothingUnderWay(owner, PRODUCTS.portal);
  await operator.signIn('yunying', '/admin/');
  await operator.sees('运行数据');
  const before = await orders(operator);
  await operator.accessible();

  await test.step('what is typed on the portal is there on the phone, and back', async () => {
    await owner.open(`/loans/${PRODUCTS.portal}/apply`, '贷款需求');
    await page.getByLabel('申请金额（万元）').fill('45');
    await draftSays(owner, '45');
    await owner.accessible();

    const phone = await owner.window();
    await phone.open('/m/my/applications', phone.page.getByRole('heading', { name: '草稿', exact: true }));
    await phone.page.locator(`a[href$="/loans/${PRODUCTS.portal}/apply"]`).click();
    await expect(phone.page.getByLabel('申请金额（万元）')).toHaveValue('45');
    await phone.page.getByLabel('申请金额（万元）').fill('46');
    await draftSays(phone, '46');
    await phone.accessible();

    await owner.open('/center/applications', page.getByRole('heading', { name: '草稿', exact: true }));
    await page.locator(`a[href$="/loans/${PRODUCTS.portal}/apply"]`).click();
    await expect(page.getByLabel('申请金额（万元）')).toHaveValue('46');
    await phone.page.close();
  });

  let number = '';
  await test.step('the enterprise applies; a second click does not make a second application', async () => {
    await owner.open(`/loans/${PRODUCTS.portal}`, '产品要素');
    await page.getByRole('link', { name: '立即申请' }).click();
    await owner.sees('贷款需求');
    await page.getByLabel('申请金额（万元）').fill('50');
    await choose(owner, '期限', '6');
    await choose(owner, '贷款用途', '采购原材料');
    await page.getByLabel('姓名').fill('陈志远');
    await expect(page.getByRole('radio', { name: /使用账号手机号/ })).toBeChecked();
    await owner.accessible();
    await page.getByRole('button', { name: '下一步：检查并提交' }).click();
    await owner.sees('请核对以下内容');
    await page.getByRole('checkbox').check();
    await owner.accessible();
    await page.getByRole('button', { name: '提交申请' }).dblclick();
    await owner.sees('申请已提交');
    await owner.accessible();
    number = (
      await page
        .getByText(/申请编号/)
        .locator('b')
        .innerText()
    ).trim();

    await page.goto('/center/applications');
    await expect(page.getByText(number).first()).toBeVisible();
    const mine = await owner.api<{ items: { number: string; productTitle: string; status: string }[] }>(
      'GET',
      '/api/finance/my/applications?status=SUBMITTED&size=100',
    );
    const title = mine.items.find((one) => one.number === number)!.productTitle;
    expect(mine.items.filter((one) => one.productTitle === title)).toHaveLength(1);
    await owner.accessible();
  });

  await test.step('the bank accepts, approves and records a payment', async () => {
    await officer.signIn('yinhang', '/admin/');
    await officer.open(
      `/admin/applications?q=${number}`,
      desk.getByRole('link', { name: /有限公司/ }).first(),
    );
    await desk
      .getByRole('link', { name: /有限公司/ })
      .first()
      .click();
    await desk.getByRole('button', { name: '受理申请' }).click();
    await desk.getByRole('button', { name: '确认受理' }).click();
    await desk.getByRole('button', { name: '批准授信' }).click();
    const grant = desk.getByRole('dialog', { name: '批准授信' });
    await confirmFirst(grant);
    await grant.getByLabel('年利率').fill('3.85');
    await officer.accessible();
    await grant.getByRole('button', { name: '确认批准' }).click();
    await desk.getByRole('button', { name: '登记放款' }).click();
    const payment = desk.getByRole('dialog', { name: '登记放款' });
    await payment.getByLabel('放款金额').fill('200000');
    await payment.getByRole('button', { name: /^登\s*记$/ }).click();
    await expect(payment).toBeHidden();
    await expect(desk.getByText(/200,000|20\s万元/).first()).toBeVisible();
    await officer.accessible();
  });

  await test.step('the enterprise sees each step and was told', async () => {
    await expect(page.getByRole('link', { name: /消息，\d+ 条未读/ })).toBeVisible({ timeout: 30_000 });
    await page.goto('/center/applications');
    await page
      .getByRole('link')
      .filter({ hasText: number })
      .or(page.getByRole('row').filter({ hasText: number }).getByRole('link'))
      .first()
      .click();
    await owner.sees('授信与放款');
    await expect(page.getByText('3.85%').first()).toBeVisible();
    await owner.accessible();
    await owner.open('/center/messages', '消息中心');
    await page.getByRole('main').getByRole('link').filter({ hasText: '贷款已放款' }).first().click();
    await page.getByRole('link', { name: '查看详情' }).click();
    await page.waitForURL('**/center/applications/*');
  });

  await test.step('the figures of the district grew', async () => {
    await expect(async () => {
      await operator.page.reload();
      // Another journey may apply meanwhile; to the application, figures are compared with their sources after all journeys.
      expect(await orders(operator)).toBeGreaterThan(before);
    }).toPass({ timeout: 60_000 });
  });
});

/** Waits until the form has saved itself. */
async function draftSays(visitor: Visitor, amountWan: string): Promise<void> {
  const { id } = await visitor.api<{ id: string }>('GET', `/api/finance/products/${PRODUCTS.portal}`);
  await expect(async () => {
    const draft = await visitor.api<{ amountWan?: string } | undefined>(
      'GET',
      `/api/finance/my/loan-drafts/${id}`,
    );
    expect(draft?.amountWan).toBe(amountWan);
  }).toPass({ timeout: 20_000 });
  await expect(visitor.page.getByText(/^草稿已保存/)).toBeVisible();
}

/** Takes an option of a list, the first one unless `text` names another. */
async function choose(visitor: Visitor, label: string, text = ''): Promise<void> {
  const { page } = visitor;
  await page.getByLabel(label, { exact: true }).click();
  const option = page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: text });
  // A list that is still unfolding does not hold still for a mouse.
  await option.first().dispatchEvent('click');
}
