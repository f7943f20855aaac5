import { expect, test } from './journey';
import type { Visitor } from './visitor';

const publicPages = [
  '/',
  '/policies',
  '/policies/N01',
  '/loans',
  '/loans/L01',
  '/search?q=高新',
  '/code/about',
  '/terms',
  '/sign-in',
  '/register',
];
const ownPages = [
  '/',
  '/match',
  '/match?kind=LOAN',
  '/match/report',
  '/code',
  '/code/card',
  '/code/consents',
  '/code/scans',
  '/code/claims',
  '/code/claim',
  '/center',
  '/center/enterprise',
  '/center/profile',
  '/center/profile/edit',
  '/center/applications',
  '/center/messages',
  '/center/account',
  '/loans/L01/apply',
];
/** The smallest phone; on a desk every page is opened by every-page.spec.ts. */
const SMALLEST = { width: 320, height: 640 };

/** Accessible, with a heading of its own, and nothing that has to be scrolled sideways. */
async function holdsTheRules(visitor: Visitor, path: string) {
  await visitor.goesTo(path);
  await visitor.sees(visitor.page.getByRole('heading', { level: 1 }).first());
  await visitor.accessible();
  const [wide, room] = await visitor.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide, `width of ${path}`).toBeLessThanOrEqual(room!);
}

test('the letter of authority prints on one sheet, of A4 and of Letter', async ({ visitor }) => {
  const guest = await visitor();
  await guest.open('/code/letter', '企业码授权委托书');
  for (const format of ['A4', 'Letter']) {
    const sheets = (await guest.page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
    expect(sheets, format).toHaveLength(1);
  }
});

test('every public page holds the rules on the smallest phone', async ({ visitor }) => {
  const guest = await visitor();
  await guest.page.setViewportSize(SMALLEST);
  for (const path of publicPages) await holdsTheRules(guest, path);
});

test('every page of an enterprise holds the rules on the smallest phone', async ({ visitor }) => {
  const owner = await visitor();
  await owner.page.setViewportSize(SMALLEST);
  await owner.signIn('qiye');
  for (const path of ownPages) await holdsTheRules(owner, path);
});

test('a visitor finds a policy from the one search', async ({ visitor }) => {
  const guest = await visitor();
  const { page } = guest;
  await guest.open('/', /政策、融资、办事/);
  await page.getByRole('searchbox', { name: '搜索政策与贷款产品' }).fill('高新技术企业');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await guest.sees(page.getByRole('link', { name: '高新技术企业认定管理办法' }).first());
  await guest.accessible();
  await page.getByRole('link', { name: '高新技术企业认定管理办法' }).first().click();
  await guest.sees('高新技术企业认定管理办法');
  await expect(page.getByText('国科发火〔2016〕32号').first()).toBeVisible();
  await expect(page.getByText('申请认定时须注册成立一年以上').first()).toBeVisible();
  await guest.accessible();
});

test('the anchor bar jumps and follows', async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto('/');
  const finance = page.getByRole('navigation', { name: '首页栏目' }).getByRole('link', { name: /企融/ });
  await finance.click();
  await expect(page.getByRole('heading', { name: '贷款产品', exact: true })).toBeInViewport();
  await expect(finance).toHaveAttribute('aria-current', 'true');
});

test('filters stand in the address and are there again on the way back', async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto('/policies');
  const municipal = page.getByRole('region', { name: '级别' }).getByRole('link', { name: /市级/ });
  await municipal.click();
  await expect(page).toHaveURL(/level=MUNICIPAL/);
  // Until the filtered list has come, the one before it stands.
  const first = page.getByRole('article').first().getByRole('link').first();
  await expect(first).toHaveAttribute('href', /\/policies\/C/);
  await first.click();
  await expect(page).toHaveURL(/\/policies\/C/);
  await page.goBack();
  await expect(municipal).toHaveAttribute('aria-current', 'true');
});

test('facts that were typed and not saved are not lost without a question', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye', '/center/profile/edit');
  const insured = page.getByLabel('参保人数（人）');
  const before = await insured.inputValue();
  const back = page.getByRole('link', { name: '返回企业画像' });
  await insured.fill('777');
  await back.click();
  await page.getByRole('button', { name: '继续填写' }).click();
  await expect(insured).toHaveValue('777');
  await back.click();
  await page.getByRole('button', { name: '离开', exact: true }).click();
  await owner.sees('企业画像');
  await page.goto('/center/profile/edit');
  await expect(page.getByText('这里是上次没有保存的草稿')).toBeVisible();
  await page.getByRole('button', { name: '放弃草稿' }).click();
  await expect(insured).toHaveValue(before);
});

test('a loan application is checked where it is filled in', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye', '/loans/L13/apply');
  const next = page.getByRole('button', { name: '下一步：检查并提交' });
  await next.click();
  await expect(page.locator('.ant-form-item-explain-error', { hasText: '请填写申请金额' })).toBeVisible();
  await owner.accessible();
  await page.getByLabel('申请金额（万元）').fill('100000');
  await expect(page.getByText('该产品最高 300 万元').last()).toBeVisible();
});

test('large text is kept and breaks nothing', async ({ visitor }) => {
  const guest = await visitor();
  const { page } = guest;
  await page.goto('/');
  await page.getByRole('button', { name: '大字版' }).first().click();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  for (const path of ['/', '/policies', '/loans/L01', '/sign-in']) await holdsTheRules(guest, path);
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
});

test('the keyboard skips to the content', async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('a person may have more windows open than a browser has connections', async ({ visitor }) => {
  const person = await visitor();
  await person.signIn('qiye', '/center');
  const windows = [person];
  while (windows.length < 7) windows.push(await person.window());
  for (const one of windows.slice(1)) {
    await one.page.goto('/center/messages', { waitUntil: 'domcontentloaded' });
    await one.sees(/消息/);
  }
  expect(await windows.at(-1)!.call('GET', '/api/auth/me')).toMatchObject({ status: 200 });
});
