import { expect, test } from './journey';
import type { Visitor } from './visitor';

/** No other journey speaks of it. */
const CODE = 'N23';
const TITLE = '关于延续西部大开发企业所得税政策的公告';
/** What the condition that is changed quotes of its document. */
const QUOTE = '鼓励类主营业务收入占收入总额60%以上';

interface Row {
  id: string;
  code: string;
  state: string;
}
interface Draft {
  id: string;
  version: number;
  state: string;
  content: { criteria: { criteria: { fact: string; value: unknown; clause: { text: string } }[] } };
}
const drafts = '/api/policy/manage/drafts';

/** Whatever the journey asks for as a share of income: one that qualifies and one that does not. */
const enterprise = { entityType: '企业', regionCode: '500113', encouragedIndustry: true };
const CASES = [
  { name: '鼓励类收入九成', facts: { ...enterprise, encouragedIncomeRatio: 90 }, expected: 'ELIGIBLE' },
  { name: '鼓励类收入一成', facts: { ...enterprise, encouragedIncomeRatio: 10 }, expected: 'NEARLY' },
];

/** What an earlier run left open goes, so that this one may begin. */
async function nothingOpen(author: Visitor, reviewer: Visitor): Promise<void> {
  const { items } = await author.api<{ items: Row[] }>('GET', `${drafts}?q=${CODE}`);
  for (const { id, code, state } of items) {
    if (code !== CODE || state === 'PUBLISHED') continue;
    let { version } = await author.api<Draft>('GET', `${drafts}/${id}`);
    if (state === 'REVIEW' || state === 'SCHEDULED')
      await reviewer.api('POST', `${drafts}/${id}/return`, {
        version: version++,
        reason: '请按修订后的文件重新起草',
      });
    await author.api('DELETE', `${drafts}/${id}?version=${version}`);
  }
}

/** The figure as the document has it: those who look at the platform afterwards read what is true. */
async function asItWas(author: Visitor, reviewer: Visitor): Promise<void> {
  await nothingOpen(author, reviewer);
  const { items } = await author.api<{ items: { id: string }[] }>(
    'GET',
    `/api/policy/manage/policies?q=${CODE}`,
  );
  const { id } = await author.api<{ id: string }>('POST', `${drafts}/of/${items[0]!.id}`);
  const draft = await author.api<Draft>('GET', `${drafts}/${id}`);
  const share = draft.content.criteria.criteria.find((one) => one.fact === 'encouragedIncomeRatio')!;
  share.value = 60;
  share.clause.text = QUOTE;
  const { version } = await author.api<Draft>('PUT', `${drafts}/${id}`, {
    version: draft.version,
    content: draft.content,
    cases: CASES,
  });
  await author.api('POST', `${drafts}/${id}/submit`, { version });
  await reviewer.api('POST', `${drafts}/${id}/publish`, { version: version + 1 });
}

test('a department changes one condition of a policy, a colleague publishes it, and enterprises are matched by it', async ({
  visitor,
}) => {
  const author = await visitor();
  const reviewer = await visitor();
  await author.signIn('guanyuan', '/admin/policies');
  await author.sees('政策管理');
  await reviewer.signIn('yunying', '/admin/policy-drafts');
  await reviewer.sees('政策草拟');
  // The cases of an edition go on to the next one.
  await asItWas(author, reviewer);
  const { page } = author;
  let other = '';

  await test.step('a new edition begins as the one in force', async () => {
    await author.open(`/admin/policies?q=${CODE}`, page.getByRole('button', { name: TITLE }));
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '修订' }).click();
    await page.getByRole('button', { name: '起草新版' }).click();
    await page.waitForURL('**/admin/policy-drafts/*');
    await expect(page.getByLabel('政策名称')).toHaveValue(TITLE);
    await author.accessible();
  });

  await test.step('one condition is changed, and is told in the words of a match', async () => {
    await page.getByRole('tab', { name: /申报条件/ }).click();
    const preview = page.getByRole('region', { name: '条件预览' });
    await expect(preview).toContainText('鼓励类主营业务收入占比');
    await page.getByRole('button', { name: /^鼓励类主营业务收入占比 不低于 \d+ %$/ }).click();
    await author.accessible();
    const figure = page.getByLabel('值（%）');
    // A run that came to no end left its own figure in force.
    other = (await figure.inputValue()) === '65' ? '64' : '65';
    await figure.fill('160');
    await expect(page.getByRole('alert')).toContainText('只能在 0 至 100% 之间');
    await figure.fill(other);
    await expect(page.getByText(`数值 ${other}% 与引用原文中的 60% 不一致`).first()).toBeVisible();
    await author.accessible();
    await page.getByLabel('原文', { exact: true }).fill(QUOTE.replace('60', other));
    await expect(page.getByText('与引用原文中的')).toHaveCount(0);
    await expect(preview).toContainText(`${other}%`);
  });

  await test.step('a case that has to come out as it does', async () => {
    await page.getByRole('tab', { name: /核验案例/ }).click();
    await page.getByRole('button', { name: '添加案例' }).click();
    await page.getByLabel('案例名称').fill(`一项数据也没有的企业 ${Date.now() % 100_000}`);
    await page.getByLabel('预期结果').click();
    await page.getByTitle('待补充', { exact: true }).click();
    await author.accessible();
    await page.getByRole('button', { name: '完成' }).click();
    await expect(page.getByText('通过', { exact: true }).first()).toBeVisible();
    await author.accessible();
  });

  await test.step('the sandbox says for whom it changes, and each figure opens its list', async () => {
    await page.getByRole('tab', { name: '政策沙盘' }).click();
    await page.getByRole('button', { name: '开始推演' }).click();
    await expect(page.getByText(/按现行版可享 [\d,]+ 家，按草稿可享 [\d,]+ 家/)).toBeVisible();
    await author.accessible();
    const open = page.getByRole('button', { name: /^全部 待补充 \d+ 家，查看名单$/ });
    const count = Number(/\d+/.exec((await open.getAttribute('aria-label'))!)![0]);
    await open.click();
    const list = page.getByRole('dialog');
    await expect(list.getByText(`共 ${count.toLocaleString('en')} 家`)).toBeVisible();
    await author.accessible();
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
  });

  await test.step('who wrote it hands it in and cannot publish it', async () => {
    await page.getByRole('button', { name: '提交审核' }).click();
    await author.sees(page.getByText('您写过这份草稿，须由未参与撰写的同事发布'));
    await expect(page.getByRole('button', { name: /^发\s*布$/ })).toBeDisabled();
  });

  await test.step('a colleague publishes it', async () => {
    const row = reviewer.page.getByRole('link', { name: TITLE });
    await reviewer.open(`/admin/policy-drafts?state=REVIEW&q=${CODE}`, row);
    await reviewer.accessible();
    await row.click();
    await reviewer.page.getByRole('button', { name: /^发\s*布$/ }).click();
    await reviewer.page
      .getByRole('dialog')
      .getByRole('button', { name: /^发\s*布$/ })
      .click();
    await reviewer.sees(reviewer.page.getByRole('link', { name: '在政策管理中查看' }));
  });

  await test.step('an enterprise is matched by the new edition', async () => {
    const owner = await visitor();
    await owner.signIn('qiye', '/center');
    await expect(async () => {
      const result = await owner.api<unknown>('POST', '/api/match/my/match');
      expect(JSON.stringify(result)).toContain(`${other}%`);
    }).toPass();
    await owner.open(`/match?open=${CODE}`, owner.page.getByText(new RegExp(`${other}\\s*%`)).first());
  });

  await test.step('the link of the old edition says that it is old and leads to the one in force', async () => {
    const anybody = await visitor();
    await anybody.open(`/policies/${CODE}?edition=1`, anybody.page.getByText(/您看的是旧版（第 1 版）/));
    await anybody.accessible();
    await anybody.page.getByRole('link', { name: /现行版/ }).click();
    await expect(anybody.page.getByText(/您看的是旧版/)).toHaveCount(0);
  });

  await asItWas(author, reviewer);
});
