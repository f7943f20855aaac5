import { readFile } from 'node:fs/promises';
import { fromMenu } from './claiming';
import { expect, test } from './journey';
import type { Visitor } from './visitor';

/** Presses 导出 and gives what the browser saved. */
async function exported({ page }: Visitor): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  return readFile(await file.path());
}

/** A workbook is a zip whose parts have these names. */
function isWorkbook(file: Buffer) {
  expect(file.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  for (const part of ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(file.includes(part), part).toBe(true);
}

test('the finance office reads figures, applications and products of all banks, and takes them along', async ({
  visitor,
}) => {
  const office = await visitor();
  const { page } = office;
  await office.signIn('jinrongban', '/admin/');
  await office.sees('运行数据');
  await expect(page.getByText('订单申请总量').first()).toBeVisible();
  await office.accessible();

  await office.open('/admin/applications', '融资申请');
  await expect(page.getByRole('button', { name: '办理', exact: true })).toHaveCount(0);
  isWorkbook(await exported(office));
  await page.getByRole('row').getByRole('link', { name: '查看' }).first().click();
  await office.sees('申请信息');
  await office.sees('企业登记信息');
  await expect(page.getByRole('button', { name: /受理申请|批准授信|不通过|登记放款/ })).toHaveCount(0);
  await office.accessible();

  await office.open('/admin/enterprises?certified=true', '企业信息');
  isWorkbook(await exported(office));

  await office.open('/admin/products', '金融产品');
  await expect(page.getByRole('row').filter({ hasText: '工商银行' }).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '建设银行' }).first()).toBeVisible();
});

test('whatever the console opens holds the rules', async ({ visitor }) => {
  const operator = await visitor();
  const { page } = operator;
  await operator.signIn('yunying', '/admin/');
  const dialog = page.getByRole('dialog');
  const closed = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  const opens = async (path: string, button: string | RegExp, content: string | RegExp, folded = false) => {
    await test.step(`${path}: ${String(button)}`, async () => {
      if (!page.url().endsWith(path)) await operator.goesTo(path);
      if (folded) await fromMenu(operator, String(button));
      else await page.getByRole('row').getByRole('button', { name: button }).first().click();
      await expect(dialog.getByText(content).first()).toBeVisible();
      await operator.accessible();
      await closed();
    });
  };
  await opens('/admin/codes?status=ACTIVE', /^QY\d+/, '变更记录');
  await opens('/admin/codes?status=ACTIVE', '冻结', '常用表述', true);
  await opens('/admin/codes?status=ACTIVE', '注销', '常用表述', true);
  await opens('/admin/codes?status=ACTIVE', '调整级别', '调整依据', true);
  await opens('/admin/products', '云税贷', '准入条件');
  await opens('/admin/products?status=PUBLISHED', '暂停受理', '已提交的申请继续办理', true);
  await opens('/admin/policies?q=N01', '高新技术企业', '申报条件');
  await opens('/admin/policies?publication=PUBLISHED', '撤下', '撤下原因', true);

  const follows = async (path: string, heading: string) => {
    await test.step(path, async () => {
      await operator.goesTo(path);
      await page.getByRole('row').getByRole('link').first().click();
      await operator.sees(heading);
      await operator.accessible();
    });
  };
  await follows('/admin/claims?status=APPROVED', '办理记录');
  await follows('/admin/enterprises', '基本信息');
  for (const status of ['APPROVED', 'REFUSED'])
    await follows(`/admin/applications?status=${status}`, '办理进度');
});
