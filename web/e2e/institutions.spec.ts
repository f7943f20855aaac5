import { fromMenu } from './claiming';
import { expect, test } from './journey';
import { oneOf, personName, twoDigits } from './platform';
import type { Visitor } from './visitor';

const LETTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];
const code = (prefix: string) => `${prefix}-${Array.from({ length: 6 }, () => oneOf(LETTERS)).join('')}`;

/** Makes an institution on the page, gives it a contact, retires it, and finds it among the retired ones. */
async function looksAfter(
  one: Visitor,
  path: string,
  type: string | undefined,
  prefix: string,
  name: string,
) {
  const { page } = one;
  const contact = personName();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: /保\s*存/ });
  await page.getByRole('button', { name: '新建机构' }).click();
  await save.click();
  await expect(dialog.getByText('请填写名称')).toBeVisible();
  if (type) {
    await dialog.getByLabel('类型').click();
    await page.locator('.ant-select-dropdown:visible').getByTitle(type).dispatchEvent('click');
  }
  await dialog.getByLabel('代码').fill(code(prefix));
  await dialog.getByLabel('名称', { exact: true }).fill(name);
  await dialog.getByLabel('对外电话').fill('010-66221234');
  await one.accessible();
  await save.click();
  await expect(page.getByText('机构已新建')).toBeVisible();

  await page.goto(`${path}?q=${name}`);
  const row = page.getByRole('row', { name });
  await row.getByRole('button', { name: '编辑' }).click();
  await dialog.getByRole('button', { name: '添加联系人' }).click();
  await dialog.getByLabel('姓名').fill(contact);
  await dialog.getByLabel('职务').fill('服务专员');
  await dialog.getByLabel('电话', { exact: true }).fill('010-66225678');
  await dialog.getByRole('checkbox', { name: '对外公开' }).check();
  await one.accessible();
  await save.click();
  await expect(page.getByText('机构已保存')).toBeVisible();
  await row.getByRole('button', { name: '查看' }).click();
  await expect(dialog.getByText(`${contact} 010-66225678（对外公开）`)).toBeVisible();
  await one.accessible();
  await page.keyboard.press('Escape');

  await fromMenu(one, '停用');
  await dialog.getByRole('button', { name: /停\s*用/ }).click();
  await expect(page.getByText('机构已停用')).toBeVisible();
  await page.goto(`${path}?retired=true&q=${name}`);
  await expect(row).toContainText('已停用');
}

test('institutions are made, given a contact and retired, banks by the finance office, the others by the operator', async ({
  visitor,
}) => {
  const office = await visitor();
  await office.signIn('jinrongban', '/admin/banks');
  await looksAfter(
    office,
    '/admin/banks',
    undefined,
    'BANK',
    `城商银行${oneOf(['滨江', '新城', '科技', '湖畔'])}第${twoDigits()}支行`,
  );
  const operator = await visitor();
  await operator.signIn('yunying', '/admin/institutions');
  await looksAfter(
    operator,
    '/admin/institutions',
    '商会',
    'SH',
    `${oneOf(['五金', '家居', '茶业', '电商'])}行业第${twoDigits()}商会`,
  );
});

test('a dictionary item that is used is not deleted, only retired', async ({ visitor }) => {
  const item = {
    code: `PARK_TYPE.${Array.from({ length: 8 }, () => oneOf(LETTERS)).join('')}`,
    name: `${oneOf(['冷链', '文创', '种业', '检测'])}园区`,
  };
  const park = { code: code('YQ'), name: `${oneOf(['青松', '白鹤', '碧泉', '红枫'])}园 ${twoDigits()} 期` };
  const system = await visitor();
  const { page } = system;
  await system.signIn('xitong', '/admin/reference-data');
  await system.sees('基础数据');
  const [town] = await system.api<{ code: string }[]>('GET', '/api/user/reference/towns');
  await system.api('POST', '/api/user/reference-data/DICTIONARY', item);
  await system.api('POST', '/api/user/reference-data/PARK', {
    ...park,
    type: item.code,
    parentCode: town!.code,
  });
  const dialog = page.getByRole('dialog');
  const row = page.getByRole('row', { name: item.name });

  await test.step('it cannot be deleted while a park has it', async () => {
    await page.goto(`/admin/reference-data?kind=DICTIONARY&q=${item.code}`);
    await fromMenu(system, '删除');
    system.refused(409, '/api/user/reference-data/');
    await dialog.getByRole('button', { name: /删\s*除/ }).click();
    await expect(page.getByText('正在使用', { exact: true }).filter({ visible: true })).toBeVisible();
    await system.accessible();
    await page.getByRole('button', { name: '知道了' }).click();
  });

  await test.step('retired, it is offered no more, and the park still shows it', async () => {
    await fromMenu(system, '停用');
    await dialog.getByRole('button', { name: /停\s*用/ }).click();
    await expect(row).toContainText('已停用');
    await system.accessible();
    await page.goto(`/admin/reference-data?kind=PARK&q=${park.code}`);
    await expect(page.getByRole('row', { name: park.name })).toContainText(item.name);
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await dialog.getByLabel('类型').click();
    const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
    await expect(options.first()).toBeVisible();
    await expect(options.filter({ hasText: item.name })).toHaveCount(0);
  });

  await test.step('unused again, it is deleted', async () => {
    await page.goto(`/admin/reference-data?kind=PARK&q=${park.code}`);
    for (const [path, of] of [
      [`kind=PARK&q=${park.code}`, park.name],
      [`kind=DICTIONARY&q=${item.code}`, item.name],
    ] as const) {
      await page.goto(`/admin/reference-data?${path}`);
      await fromMenu(system, '删除');
      await dialog.getByRole('button', { name: /删\s*除/ }).click();
      await expect(page.getByRole('row', { name: of })).toHaveCount(0);
    }
  });
});
