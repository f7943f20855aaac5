import { register } from './claiming';
import { expect, test } from './journey';
import { letter, newcomer, oneOf, twoDigits } from './platform';
import type { Visitor } from './visitor';

const KINDS = ['知识产权', '财税咨询', '检验检测', '人力资源', '科技服务', '法律咨询'];
const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A credit code that no company of the demo has, with the check digit of GB 32100. */
function creditCode(): string {
  const body = `91500113MA${Array.from({ length: 7 }, () => oneOf([...DIGITS])).join('')}`;
  const sum = [...body].reduce((total, digit, at) => total + DIGITS.indexOf(digit) * WEIGHTS[at]!, 0);
  return body + DIGITS[(31 - (sum % 31)) % 31]!;
}

/** Opens the application in the list of 入驻审核, as it came in. */
async function opens({ page }: Visitor, name: string): Promise<void> {
  await page.goto(`/admin/admissions?status=SUBMITTED&q=${name}`);
  await page.getByRole('row', { name }).getByRole('button', { name: '审核' }).click();
  await expect(page.getByRole('dialog').getByText('营业执照.pdf')).toBeVisible();
}

async function isTold({ page }: Visitor, title: string, words: string): Promise<void> {
  const message = page.getByRole('main').getByRole('link').filter({ hasText: title });
  await expect(async () => {
    await page.goto('/center/messages');
    await expect(message.first()).toContainText(words, { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}

test('a provider asks to be let in, is sent back for a reason, mends it, and is let in', async ({
  visitor,
}) => {
  const person = newcomer();
  const name = `恒信${oneOf(KINDS)}服务第${twoDigits()}工作室`;
  const reason = '营业执照照片不清晰，请重新上传';
  const provider = await visitor();
  const { page } = provider;

  await test.step('registers, and hands in its papers', async () => {
    await page.goto('/register?type=PROVIDER');
    await register(provider, person);
    await provider.signIn(person, '/center/admission');
    const submit = page.getByRole('button', { name: '提交申请' });
    await submit.click();
    await expect(page.locator('.ant-form-item-explain-error', { hasText: '请上传材料' })).toBeVisible();
    await page.getByLabel('机构名称').fill(name);
    await page.getByLabel('统一社会信用代码').fill(creditCode());
    await page.getByLabel('地址').fill('创新大道 66 号 3 楼');
    await page.getByLabel('联系人姓名').fill(person.name);
    await page.getByLabel('联系电话').fill(person.phone);
    await page.locator('input[type=file]').setInputFiles(letter('营业执照.pdf'));
    await provider.accessible();
    await submit.click();
    await expect(page.getByText('已提交，请等待审核')).toBeVisible();
    await provider.accessible();
  });

  const operator = await visitor();
  const desk = operator.page;
  await operator.signIn('yunying', '/admin/');
  await test.step('the operator returns it with a reason', async () => {
    await opens(operator, name);
    const saved = desk.waitForEvent('download');
    await desk.getByRole('button', { name: /营业执照\.pdf/ }).click();
    expect((await saved).suggestedFilename()).toBe('营业执照.pdf');
    await desk.getByRole('dialog').getByRole('button', { name: '不通过', exact: true }).click();
    const drawer = desk.getByRole('dialog', { name: '不通过' });
    await drawer.getByRole('button', { name: /确\s*定/ }).click();
    await expect(drawer.getByText('请填写原因')).toBeVisible();
    await drawer.getByLabel('原因').fill(reason);
    await operator.accessible();
    await drawer.getByRole('button', { name: /确\s*定/ }).click();
    await expect(desk.getByText('已退回申请人')).toBeVisible();
  });

  await test.step('the provider is told, and hands in better ones', async () => {
    await isTold(provider, '入驻申请未通过', reason);
    await provider.open('/center/admission', page.getByText(`未通过，原因：${reason}`));
    await expect(page.getByLabel('机构名称')).toHaveValue(name);
    await page.getByLabel('联系电话').fill(person.phone);
    await page.locator('input[type=file]').setInputFiles(letter('营业执照.pdf'));
    await page.getByRole('button', { name: '提交申请' }).click();
    await expect(page.getByText('已提交，请等待审核')).toBeVisible();
  });

  await test.step('let in, its person looks after the institution', async () => {
    await opens(operator, name);
    await operator.accessible();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^通\s*过$/ })
      .click();
    await desk
      .getByRole('dialog')
      .filter({ hasText: `通过 ${name} 的入驻申请？` })
      .getByRole('button', { name: /^通\s*过$/ })
      .click();
    await expect(desk.getByText('已通过', { exact: true }).first()).toBeVisible();
    await isTold(provider, '入驻申请已通过', '您已成为该机构的管理员');
    await provider.open('/center/admission', page.getByText('审核已通过，您是该机构的管理员'));
    await expect
      .poll(async () => (await provider.api<{ permissions: string[] }>('GET', '/api/auth/me')).permissions, {
        timeout: 60_000,
      })
      .toContain('user.staff.manage');
  });

  await test.step('from then on it is asked for a second factor, as all staff are', async () => {
    const elsewhere = await visitor();
    await elsewhere.page.goto('/bff/login?continue=%2F');
    await elsewhere.page.getByLabel('手机号或用户名').fill(person.phone);
    await elsewhere.page.getByLabel('密码', { exact: true }).fill(person.password);
    await elsewhere.page.getByRole('button', { name: '登录' }).click();
    await elsewhere.sees('设置两步验证');
  });
});
