import { expect } from '@playwright/test';
import { smsCode } from './launcher';
import { letter, type DemoEnterprise, type Newcomer } from './platform';
import type { Visitor } from './visitor';

/**
 * An identity number of the enterprise's legal representative, the same each time: one number under two names is told to the
 * reviewer. Its check digit is right, and it is nobody's: none is given the sequence 000.
 */
export function identityOf({ uscc }: DemoEnterprise): string {
  const seed = [...uscc].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 13_440, 7);
  const two = (value: number) => String(value).padStart(2, '0');
  const month = 1 + (Math.floor(seed / 40) % 12);
  const digits = `500113${1950 + (seed % 40)}${two(month)}${two(1 + Math.floor(seed / 480))}000`;
  const weighed = [...digits].reduce((sum, digit, at) => sum + Number(digit) * (2 ** (17 - at) % 11), 0);
  return digits + '10X98765432'[weighed % 11];
}

/** All to whom a scan may show what a claim allows; none of them is chosen before. */
export const SCANNERS = ['政府工作人员', '银行', '服务机构', '其他扫码人'];

/** Fills the page of registration, which is open, and waits until the account is there. */
export async function register(visitor: Visitor, person: Newcomer): Promise<void> {
  const { page } = visitor;
  await visitor.sees('注册账号');
  await visitor.accessible();
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('手机号').fill(person.phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText('验证码已发送')).toBeVisible();
  await page.getByLabel('短信验证码').fill(await smsCode(page.url(), person.phone, '注册'));
  await page.getByLabel('密码', { exact: true }).fill(person.password);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '注册' }).click();
  await visitor.sees('注册成功');
  await visitor.accessible();
}

/** Finds the enterprise on the open page of the portal and chooses it. */
export async function choose(
  { page }: Visitor,
  enterprise: DemoEnterprise,
  by = enterprise.name,
): Promise<void> {
  const box = page.getByPlaceholder(/企业名称/);
  await box.fill(by);
  await box.press('Enter');
  await page.getByRole('button', { name: `选择 ${enterprise.name}`, exact: true }).click();
}

/** Fills the portal's form of authorisation for the chosen enterprise. */
export async function authorise(
  { page }: Visitor,
  enterprise: DemoEnterprise,
  agent: string,
  { consents = true } = {},
): Promise<void> {
  await page.locator('#legalRep_name').fill(enterprise.legalRep);
  await page.locator('#legalRep_idNumber').fill(identityOf(enterprise));
  await page.locator('#agent_name').fill(agent);
  await page.locator('#agent_phone').fill('18600000000');
  await page.locator('input[type=file]').setInputFiles(letter('授权书.pdf'));
  await expect(page.getByText('授权书.pdf')).toBeVisible();
  if (!consents) return;
  // Nothing is allowed that was not ticked.
  const basic = page.getByRole('checkbox', { name: /基本信息/ });
  await expect(basic).not.toBeChecked();
  await basic.check();
  for (const kind of SCANNERS) {
    const scanner = page.getByRole('checkbox', { name: kind, exact: true });
    await expect(scanner).not.toBeChecked();
    await scanner.check();
  }
}

/** On a phone the steps of a form are a bar, and at the last of them all of it is coloured. */
async function barIsFull({ page }: Visitor): Promise<void> {
  const wide = page.viewportSize();
  if (!wide) return;
  await page.setViewportSize({ width: 375, height: wide.height });
  const steps = page.getByRole('navigation', { name: '办理步骤' }).locator('li');
  await expect
    .poll(async () => {
      const colours = await steps.evaluateAll((all) =>
        all.map((one) => getComputedStyle(one).backgroundColor),
      );
      return new Set(colours).size;
    })
    .toBe(1);
  await page.setViewportSize(wide);
}

/** Checks what was filled in, hands it in, and gives the number of the claim. */
export async function handIn(visitor: Visitor): Promise<string> {
  const { page } = visitor;
  await page.getByRole('button', { name: '下一步：检查并提交' }).click();
  await visitor.sees('请核对以下内容');
  await page.getByRole('checkbox').check();
  await visitor.accessible();
  await page.getByRole('button', { name: '提交申请' }).click();
  await visitor.sees('申请已提交');
  await visitor.accessible();
  await barIsFull(visitor);
  const number = page.getByText(/申请编号/).locator('b');
  return (await number.innerText()).trim();
}

/** Opens a claim that waits, as somebody who works through the list of the console. */
export async function openClaim(reviewer: Visitor, number: string, enterprise: string): Promise<void> {
  const link = reviewer.page.getByRole('link', { name: enterprise });
  await reviewer.open(`/admin/claims?status=SUBMITTED&q=${number}`, link);
  await link.click();
  await reviewer.sees(enterprise);
  const letter = reviewer.page.getByRole('region', { name: '授权书内容' });
  // Phones show a PDF on a page of its own only, and a browser without windows has nothing to show one with.
  const shown = letter
    .locator('iframe')
    .or(letter.getByRole('link', { name: '打开授权书' }))
    .or(letter.getByText('请点击“下载”查看授权书'));
  await expect(shown).toBeVisible();
  await reviewer.accessible();
}

/** Approves the claim that is open in the console. */
export async function approve({ page }: Visitor, done = '已通过，企业码已发放'): Promise<void> {
  await page.getByRole('button', { name: '审核通过' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^通\s*过$/ })
    .click();
  await expect(page.getByText(done)).toBeVisible();
  await expect(page.getByRole('button', { name: '审核通过' })).toHaveCount(0);
}

/** Decides with a reason, which the console insists on. */
export async function decide(
  visitor: Visitor,
  decision: {
    open: string;
    /** Where the way to it folds into the menu of a row. */
    folded?: boolean;
    ask: string;
    submit: string;
    missing: string;
    usual: string;
    done: string;
  },
): Promise<void> {
  const { page } = visitor;
  if (decision.folded) await fromMenu(visitor, decision.open);
  else {
    const open = page.getByRole('button', { name: spaced(decision.open), exact: true }).first();
    // On a phone all decisions but the usual one are a press further.
    const others = page.getByRole('button', { name: '其他决定' });
    await expect(open.or(others).filter({ visible: true }).first()).toBeVisible();
    if (await others.isVisible()) await others.click();
    await open.click();
  }
  const drawer = page.getByRole('dialog', { name: decision.ask });
  const submit = drawer.getByRole('button', { name: spaced(decision.submit) });
  await submit.click();
  await expect(drawer.getByText(decision.missing)).toBeVisible();
  await drawer.getByRole('button', { name: decision.usual }).click();
  await expect(drawer.getByText(decision.missing)).toBeHidden();
  await visitor.accessible();
  await submit.click();
  await expect(page.getByRole('alert').getByText(decision.done, { exact: true })).toBeVisible();
  await expect(drawer).toBeHidden();
}

/** What the first row of a table can do besides its usual action. */
export async function fromMenu({ page }: Visitor, action: string): Promise<void> {
  const item = page.getByRole('menuitem', { name: action });
  // The list is drawn anew when its rows come, and the menu of a row that is gone closes: it is opened again then, as a person would.
  await expect(async () => {
    if (!(await item.isVisible()))
      await page.getByRole('row').getByRole('button', { name: '更多' }).first().click({ timeout: 3_000 });
    await item.click({ timeout: 3_000 });
  }).toPass();
}

/** antd writes a space between the two characters of a short button. */
function spaced(name: string): string | RegExp {
  return name.length === 2 ? new RegExp(`^${name[0]}\\s*${name[1]}$`) : name;
}
