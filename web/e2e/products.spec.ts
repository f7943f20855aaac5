import { fromMenu } from './claiming';
import { expect, test } from './journey';

/** Another product in each run: what is published stays, and is only taken off the list at the end. */
const title = `巴南周转贷 ${Date.now().toString().slice(-6)}`;
const REASON = '请补充巴南支行的联系电话和地址';

test('a bank enters a product, the finance office sends it back and then publishes it', async ({
  visitor,
}) => {
  const bank = await visitor();
  await bank.signIn('yinhang', '/admin/');
  const office = await visitor();
  await office.signIn('jinrongban', '/admin/');
  const desk = bank.page;
  let entry = '';

  await test.step('what is absurd is refused before it is sent', async () => {
    await bank.open('/admin/product-entries/new', '录入新产品');
    await desk.getByLabel('产品名称').fill(title);
    await desk.getByLabel('最低额度（万元）').fill('500');
    await desk.getByLabel('最高额度（万元）').fill('200');
    await desk.getByLabel('最低年利率（%）').fill('0');
    await desk.getByRole('button', { name: '提交审核' }).click();
    await expect(desk.getByText('最高额度不能低于最低额度').last()).toBeVisible();
    await expect(desk.getByText('应大于零且不超过 24').last()).toBeVisible();
    await bank.accessible();
  });

  await test.step('the bank enters it whole and hands it in', async () => {
    for (const [label, words] of [
      ['产品类型', ['信用贷款', '税贷']],
      ['担保方式', ['信用']],
      ['贷款用途', ['流动资金周转']],
    ] as const)
      for (const word of words) {
        await desk.getByLabel(label).fill(word);
        await desk.keyboard.press('Enter');
      }
    await desk.keyboard.press('Escape');
    for (const [label, value] of [
      ['产品简介', '凭纳税记录申请的信用贷款，线上办理。'],
      ['最低额度（万元）', '5'],
      ['最高额度（万元）', '200'],
      ['最低年利率（%）', '3.45'],
      ['最高年利率（%）', '4.35'],
      ['最短期限（月）', '3'],
      ['最长期限（月）', '36'],
      ['适用对象', '在巴南区纳税的小微企业'],
      ['申请材料', '营业执照\n近一年纳税证明'],
    ] as const)
      await desk.getByLabel(label, { exact: true }).fill(value);
    await desk.getByLabel('等额本息').check();
    await desk.getByLabel('先息后本').check();
    await desk.getByRole('button', { name: '添加条件', exact: true }).click();
    await desk.getByRole('menuitem', { name: '任一满足' }).click();
    await addTo('任一满足');
    await choose('指标', '连续纳税年数');
    await desk.getByLabel('值（年）').fill('-1');
    const impossible = desk.getByRole('alert').filter({ hasText: '不可能' });
    await expect(impossible).toBeVisible();
    await desk.getByLabel('值（年）').fill('1');
    await expect(impossible).toHaveCount(0);
    await desk.getByRole('button', { name: '连续纳税年数 不低于 1 年', exact: true }).click();
    await addTo('任一满足');
    await choose('指标', '法定代表人年龄');
    await choose('比较方式', '不高于');
    await desk.getByLabel('值（岁）').fill('60');
    const preview = desk.getByRole('region', { name: '条件预览' });
    await expect(preview).toContainText('连续纳税年数');
    await expect(preview).toContainText('法定代表人年龄');
    await desk.getByRole('button', { name: '添加网点' }).click();
    await desk.getByLabel('网点名称').fill('巴南支行');
    await desk.getByLabel('联系电话').fill('023-66211234');
    await desk.getByRole('button', { name: '提交审核' }).click();
    await expect(desk.getByText('已提交审核')).toBeVisible();
    await desk.waitForURL(/product-entries\/[0-9a-f-]{36}$/);
    entry = new URL(desk.url()).pathname;
    await bank.accessible();
  });

  await test.step('the finance office sends it back with a reason', async () => {
    await office.open(entry, title);
    await expect(office.page.getByText('任一满足', { exact: true })).toBeVisible();
    await expect(office.page.getByText('连续纳税年数 不低于 1 年')).toBeVisible();
    await office.page.getByRole('button', { name: '退回修改' }).click();
    const drawer = office.page.getByRole('dialog', { name: '退回修改' });
    await drawer.getByRole('button', { name: /^退\s?回$/ }).click();
    await expect(drawer.getByText('请填写退回原因')).toBeVisible();
    await drawer.getByLabel('退回原因').fill(REASON);
    await drawer.getByRole('button', { name: /^退\s?回$/ }).click();
    await expect(office.page.getByText('已退回').first()).toBeVisible();
  });

  await test.step('the bank reads it, mends it and hands it in again', async () => {
    await bank.open(
      '/admin/product-entries?status=RETURNED',
      desk.getByRole('link', { name: title }).first(),
    );
    await desk.getByRole('link', { name: title }).click();
    await bank.sees(title);
    await expect(desk.getByText(REASON).first()).toBeVisible();
    await desk.getByLabel('地址').fill('重庆市巴南区鱼洞街道');
    await desk.getByRole('button', { name: '提交审核' }).click();
    await expect(desk.getByText('已提交审核')).toBeVisible();
  });

  await test.step('the finance office publishes it', async () => {
    await office.open(entry, title);
    await office.page.getByRole('button', { name: '审核通过' }).click();
    await office.page.getByRole('button', { name: '通过并发布' }).click();
    await expect(office.page.getByText('已审核通过并发布')).toBeVisible();
  });

  await test.step('everybody reads it', async () => {
    const anybody = await visitor();
    await anybody.open(
      `/loans?q=${encodeURIComponent(title)}`,
      anybody.page.getByRole('link', { name: title, exact: true }).first(),
    );
    await anybody.page.getByRole('link', { name: title, exact: true }).click();
    await anybody.sees(anybody.page.getByText('办理网点').first());
    await expect(anybody.page.getByText('近一年纳税证明')).toBeVisible();
    await anybody.accessible();
  });

  await test.step('a visitor compares it and reckons what it costs', async () => {
    const anybody = await visitor();
    const { page } = anybody;
    await anybody.open(
      `/loans?q=${encodeURIComponent(title)}`,
      page.getByRole('link', { name: title, exact: true }).first(),
    );
    await page.getByRole('checkbox', { name: `加入对比：${title}` }).check();
    await page.goto('/loans');
    await page
      .getByRole('checkbox', { name: /^加入对比：/ })
      .first()
      .check();
    await page.getByRole('link', { name: '开始对比' }).click();
    await expect(page.getByRole('row', { name: /^额度/ })).toContainText('不同');
    await anybody.accessible();
    await anybody.open(
      '/loans/calculator?amount=100&rate=4.9&months=360',
      page.getByText('5,307.27').first(),
    );
    // What is chosen stands in the address: the button follows it, a moment after the click.
    await page.getByRole('radio', { name: '等额本金' }).click();
    await expect(page.getByRole('radio', { name: '等额本金' })).toBeChecked();
    await anybody.sees(page.getByText('6,861.11').first());
  });

  await test.step('the finance office suspends it, and nobody is offered it any more', async () => {
    await office.page.goto(`/admin/products?q=${encodeURIComponent(title)}`);
    await expect(office.page.getByRole('row', { name: title })).toBeVisible();
    await fromMenu(office, '暂停受理');
    await office.page.getByLabel('暂停原因').fill('利率与公示不符');
    await office.page.getByRole('dialog').getByRole('button', { name: '暂停受理' }).click();
    await expect(office.page.getByText('已暂停受理', { exact: true })).toBeVisible();
    await expect(office.page.getByRole('row', { name: title })).toContainText('已暂停');
    const anybody = await visitor();
    await expect(async () => {
      await anybody.page.goto('/loans');
      const found = await anybody.api<{ items: { title: string }[] }>(
        'GET',
        `/api/finance/products?q=${encodeURIComponent(title)}`,
      );
      expect(found.items.map((one) => one.title)).not.toContain(title);
    }).toPass({ timeout: 30_000 });
    await anybody.page.goto(`/loans?q=${encodeURIComponent(title)}`);
    await anybody.accessible();
    await expect(anybody.page.getByRole('link', { name: title, exact: true })).toHaveCount(0);
  });

  /** A single condition becomes part of a group. */
  async function addTo(group: string) {
    await desk.getByRole('button', { name: `添加条件到 ${group}`, exact: true }).click();
    await desk.getByRole('menuitem', { name: '单项条件' }).last().click();
  }

  /** Chooses in a list that opens below its field. */
  async function choose(label: string, option: string) {
    const field = desk.getByLabel(label, { exact: true });
    await field.click();
    // A long list draws only what is in sight.
    if (await field.isEditable()) await field.fill(option);
    await desk
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: option })
      .first()
      .dispatchEvent('click');
  }
});
