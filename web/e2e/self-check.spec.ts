import { expect, test } from './journey';

test('anybody checks policies, loans and 专精特新 without signing in, and an enterprise starts from its profile', async ({
  visitor,
}) => {
  const somebody = await visitor();
  const { page } = somebody;

  await test.step('from the home page, with a few figures', async () => {
    await somebody.open('/', '对照条件，自己先查一遍');
    await page.getByRole('link', { name: /政策申报规划自查/ }).click();
    await somebody.sees('政策申报规划自查');
    await page.getByLabel('主体类型').selectOption('企业');
    await page.getByLabel('行业', { exact: true }).selectOption('I65');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('职工总数（人）').fill('60');
    await page.getByRole('button', { name: '查看结果' }).click();
    const result = page.getByRole('region', { name: '自查结果' });
    await expect(result.getByRole('article').first()).toBeVisible();
    await expect(result.getByText(/可再判定/).first()).toBeVisible();
    await somebody.accessible();
  });

  await test.step('a figure that cannot be is told at its field', async () => {
    await page.getByRole('button', { name: /研发与知识产权/ }).click();
    await page.getByLabel('研发人员数（人）').fill('61');
    somebody.refused(400, '/api/match/self-checks/policies');
    await page.getByRole('button', { name: '重新计算' }).click();
    await expect(page.getByRole('alert')).toContainText('不能大于职工总数');
    await expect(page.getByLabel('研发人员数（人）')).toBeFocused();
    await somebody.accessible();
  });

  await test.step('loans', async () => {
    await somebody.open('/checks/loans', '贷款产品匹配自查');
    await page.getByRole('button', { name: '查看结果' }).click();
    await expect(page.getByRole('region', { name: '自查结果' }).getByRole('article').first()).toBeVisible();
  });

  await test.step('专精特新: the edition of the day, and points item by item', async () => {
    await somebody.open('/checks/srdi', '专精特新申报自查');
    await page.getByRole('button', { name: /^3\s*研发/ }).click();
    await page.getByLabel('研发人员数（人）').fill('12');
    await page.getByRole('button', { name: '查看结果' }).click();
    const grade = page.getByRole('article', { name: '创新型中小企业（国家）' });
    await expect(grade.getByText('不能判断现在是否符合')).toBeVisible();
    await expect(grade.getByText('优质中小企业梯度培育管理办法').first()).toBeVisible();
    await expect(grade.getByText('主营业务收入增长率').first()).toBeVisible();
    await somebody.accessible();
    await page.getByLabel('按哪一天的版本').fill('2026-03-01');
    await page.getByLabel('按哪一天的版本').press('Enter');
    await expect(grade.getByText('不能判断现在是否符合')).toBeHidden();
  });

  await test.step('an enterprise: what is typed stays on the page', async () => {
    const owner = await visitor();
    await owner.signIn('qiye', '/checks/policies');
    await owner.sees('政策申报规划自查');
    await expect(owner.page.getByText(/的企业画像带入数据/)).toBeVisible();
    await owner.page.getByRole('button', { name: /规模/ }).click();
    const field = owner.page.getByLabel('职工总数（人）');
    const before = await field.inputValue();
    await field.fill(`${Number(before.replaceAll(',', '')) + 1}`);
    await owner.page.getByRole('button', { name: '查看结果' }).click();
    await expect(owner.page.getByText('职工总数', { exact: false }).last()).toBeVisible();
    await expect(owner.page.getByRole('button', { name: '保存到企业画像' })).toBeVisible();
    await owner.accessible();
    await owner.page.reload();
    await owner.page.getByRole('button', { name: /规模/ }).click();
    await expect(owner.page.getByLabel('职工总数（人）')).toHaveValue(before);
  });
});
