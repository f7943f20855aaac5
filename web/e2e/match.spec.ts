import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey';
import { QIYE } from './platform';
import type { Visitor } from './visitor';

test('an enterprise fills its profile, lets tax data be fetched, and matches policies and loans', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  let result = '';
  await owner.signIn('qiye', '/center');
  await owner.sees(QIYE);
  await owner.accessible();

  await test.step('fills a figure, which shows its source', async () => {
    await owner.open('/center/profile', '企业画像');
    await page.getByRole('link', { name: '填写与更新' }).click();
    await owner.sees('填写企业画像');
    const field = page.getByLabel('研发人员数（人）');
    const other = (await field.inputValue()) === '15' ? '16' : '15';
    await field.fill(other);
    await owner.accessible();
    await page.getByRole('button', { name: /^保\s*存$/ }).click();
    await page.waitForURL('**/center/profile');
    const fact = page.locator('#rdStaff');
    await expect(fact).toContainText(`${other} 人`);
    await expect(fact).toContainText('企业填报');
  });

  await test.step('two people on the same form do not take back what the other one saved', async () => {
    const colleague = await visitor();
    await colleague.signIn('qiye', '/center/profile/edit');
    await colleague.sees('填写企业画像');
    await owner.open('/center/profile/edit', '填写企业画像');
    const figure = async (field: Locator) => Number((await field.inputValue()).replaceAll(',', ''));
    // There and back, so that any number of runs leaves the enterprise as large as it was.
    const other = async (field: Locator) => {
      const value = (await figure(field)) ^ 1;
      await field.fill(`${value}`);
      return `${value}`;
    };
    const save = (who: Page) => who.getByRole('button', { name: /保\s*存$/ }).click();
    const theirs = colleague.page;
    const insured = await other(theirs.getByLabel('参保人数（人）'));
    const researchers = await other(theirs.getByLabel('研发人员数（人）'));
    await save(theirs);
    await theirs.waitForURL('**/center/profile');

    const own = await other(page.getByLabel('职工总数（人）'));
    const ownResearchers = (await figure(page.getByLabel('研发人员数（人）'))) + 2;
    await page.getByLabel('研发人员数（人）').fill(`${ownResearchers}`);
    owner.refused(409, '/api/match/my/profile/facts');
    await save(page);
    await expect(page.getByText(/已换成最新内容/)).toContainText(`参保人数 ${insured} 人`);
    await expect(page.getByLabel('参保人数（人）')).toHaveValue(insured);
    await expect(page.getByText(`您填写 ${ownResearchers} 人`)).toContainText(`已保存的是 ${researchers} 人`);
    await owner.accessible();
    await page.getByRole('button', { name: '研发人员数改用已保存的' }).click();
    await save(page);
    await page.waitForURL('**/center/profile');
    await expect(page.locator('#employees')).toContainText(`${own} 人`);
    await expect(page.locator('#insured')).toContainText(`${insured} 人`);
    await expect(page.locator('#rdStaff')).toContainText(`${researchers} 人`);
  });

  await test.step('takes the consent to fetch tax data back, and gives it again', async () => {
    const again = page.getByRole('button', { name: '去授权' });
    const back = page.getByRole('button', { name: '收回授权' });
    await expect(again.or(back)).toBeVisible();
    if (await back.isVisible()) {
      // Results that used it go with it: until the next match nobody has a current one.
      owner.refused(410, '/api/match/my/');
      await back.click();
      await page.getByRole('dialog').getByRole('button', { name: '收回授权' }).click();
    }
    await again.click();
    const dialog = page.getByRole('dialog', { name: '涉税数据授权' });
    await dialog.getByRole('checkbox').check();
    await owner.accessible();
    await dialog.getByRole('button', { name: '同意并授权' }).click();
    await expect(page.getByText(/由模拟数据源提供/)).toBeVisible();
    await owner.api('POST', '/api/match/my/match');
  });

  await test.step('matches, and each result has its conditions', async () => {
    await page.goto('/match');
    await page.getByRole('button', { name: /开始匹配|重新匹配/ }).click();
    await expect(page.getByRole('button', { name: '重新匹配' })).toBeEnabled({ timeout: 30_000 });
    const first = page.getByRole('button', { name: /查看 [1-9]\d* 项条件/ }).first();
    await first.click();
    await expect(page.getByText(/已满足|不满足|未满足|待补充/).first()).toBeVisible();
    await owner.accessible();

    await page
      .getByRole('navigation', { name: '匹配对象' })
      .getByRole('link', { name: /贷款产品/ })
      .click();
    await expect(page.getByRole('link', { name: /^申请 / }).first()).toBeVisible();
    await owner.accessible();
  });

  await test.step('how far it is to a policy is said in people, and who fills the gap has met it', async () => {
    const policy = page
      .getByRole('article')
      .filter({ has: page.getByRole('link', { name: '高新技术企业认定管理办法' }) });
    const employees = Number(/[\d,]+/.exec(await staffOf(owner, 'employees'))![0].replaceAll(',', ''));
    const needed = Math.ceil(employees / 10);
    const matched = async (rdStaff: number) => {
      // The latest match is of another figure, whatever was left there.
      await owner.api('PUT', '/api/match/my/profile/facts', { facts: { rdStaff: rdStaff + 1 } });
      await owner.api('POST', '/api/match/my/match');
      await owner.api('PUT', '/api/match/my/profile/facts', { facts: { rdStaff } });
      // Nobody presses anything: what has changed is matched anew when the page is opened.
      const anew = page.waitForResponse(
        (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/match/my/match'),
      );
      await page.goto('/match?open=N01');
      expect((await anew).ok()).toBe(true);
      await expect(page.getByRole('button', { name: '重新匹配' })).toBeEnabled({ timeout: 30_000 });
    };

    await matched(needed - 3);
    const gap = policy.getByText(/研发人员占比 [\d.]+%，还差约 3\s人/).first();
    await expect(gap).toBeVisible();
    await expect(policy).toContainText('科技人员占当年职工总数的比例不低于10%');
    await expect(policy).toContainText('国科发火〔2016〕32号');
    await owner.accessible();

    await matched(needed);
    await expect(policy).toContainText('研发人员占比');
    await expect(gap).toHaveCount(0);
  });

  await test.step('what is not known is asked for where it can be filled in', async () => {
    await page.goto('/match?open=N25');
    const policy = page.getByRole('article').filter({ hasText: '基础研究' });
    await policy
      .getByRole('link', { name: /基础研究出资/ })
      .first()
      .click();
    await owner.sees('填写企业画像');
    await expect(page.getByLabel(/^基础研究出资/)).toBeVisible();
  });

  await test.step('a result keeps its address', async () => {
    await page.goto('/match');
    const id = page.getByRole('region', { name: '匹配依据' }).getByRole('link', { name: /^[0-9A-F]{8}$/ });
    await id.click();
    await owner.sees('匹配结果');
    await owner.accessible();
    result = /[^/]+$/.exec(page.url())![0];
    await page.goto(`/m/match/results/${result}`);
    await expect(page.getByText(/^这是 .* 的匹配结果/)).toBeVisible();
    await owner.accessible();
  });

  await test.step('reads the report', async () => {
    await owner.open('/match/report', '规划报告');
    await expect(page.getByRole('heading', { name: /^可享/ })).toBeVisible();
  });

  await test.step('a result that used tax data goes with the authorization, and its address says so', async () => {
    await owner.api('DELETE', '/api/match/my/tax-authorization');
    owner.refused(410, '/api/match/results/');
    for (const path of ['/match/results/', '/m/match/results/']) {
      await page.goto(path + result);
      await expect(page.getByText(/^涉税数据授权已收回或已到期/)).toBeVisible();
      await owner.accessible();
    }
    await owner.api('POST', '/api/match/my/tax-authorization', {
      agreed: true,
      purpose: '政策与贷款产品匹配',
    });
    // Until then there is no current answer, and whoever looks for one is told so.
    await owner.api('POST', '/api/match/my/match');
  });
});

/** A figure as the profile shows it, with its unit. */
async function staffOf(owner: Visitor, fact: string): Promise<string> {
  await owner.open('/center/profile', '企业画像');
  return owner.page.locator(`#${fact}`).innerText();
}

test('anyone reads policies and loan products', async ({ visitor }) => {
  const guest = await visitor();
  const { page } = guest;
  await guest.open('/', page.getByRole('main').getByRole('heading').first());
  await guest.open('/policies', '惠企政策');
  await page
    .getByRole('main')
    .getByRole('article')
    .or(page.locator('main li h2, main li h3'))
    .first()
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL('**/policies/*');
  await guest.sees(page.getByRole('heading', { level: 1 }));
  await guest.accessible();
  await guest.open('/loans', '贷款产品');
  await guest.open('/loans/L01', '产品要素');
  await guest.open('/search?q=研发', page.getByRole('main'));
  await guest.open('/code/about', page.getByRole('heading', { level: 1 }));
  await guest.open('/terms', page.getByRole('heading', { level: 1 }));
});
