import { authorise, choose, decide, handIn, openClaim } from './claiming';
import { expect, test } from './journey';
import { letter, unclaimed } from './platform';

test('a claim is turned down for a reason, which the claimant reads', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('xinqiye', '/code/claim');
  await owner.sees('查找企业');
  const enterprise = await unclaimed(owner);
  await choose(owner, enterprise, enterprise.uscc);

  await test.step('files that cannot be a letter are refused before anything else is lost', async () => {
    await page.locator('#legalRep_name').fill(enterprise.legalRep);
    const file = page.locator('input[type=file]');
    const refusal = page.getByRole('alert');
    const { buffer } = letter('');
    await file.setInputFiles({
      name: '授权书.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([buffer, Buffer.alloc(10 * 1024 * 1024)]),
    });
    await expect(refusal).toContainText('不能超过 10 MB');
    await owner.accessible();
    owner.refused(400, '/api/code/files');
    await file.setInputFiles({ name: '授权书.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
    await expect(refusal).toContainText('文件是空的');
    await expect(page.locator('#legalRep_name')).toHaveValue(enterprise.legalRep);
  });

  await authorise(owner, enterprise, '经办人');
  const number = await handIn(owner);

  await test.step('the reviewer is told of it, and must say why', async () => {
    const reviewer = await visitor();
    await reviewer.signIn('shenhe', '/admin/');
    const message = reviewer.page.getByRole('row').filter({ hasText: number });
    await expect(async () => {
      await reviewer.page.goto(`/admin/messages?q=${number}`);
      await expect(message).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await message.getByRole('button').first().click();
    await expect(reviewer.page.getByRole('dialog').getByText(number)).toBeVisible();
    await reviewer.accessible();
    await openClaim(reviewer, number, enterprise.name);
    const comparisons = reviewer.page.getByRole('region', { name: '信息比对' });
    for (const width of [1280, 1366, 1440]) {
      await reviewer.page.setViewportSize({ width, height: 900 });
      await expect(comparisons.getByRole('cell', { name: /^(一致|不一致|正常)$/ }).first()).toBeVisible();
      // The result of every line lies in the card, not behind the letter beside it.
      const beyond = await comparisons.evaluate(
        (card) =>
          Math.max(...[...card.querySelectorAll('*')].map((one) => one.getBoundingClientRect().right), 0) -
          card.getBoundingClientRect().right,
      );
      expect(beyond, `at ${width}`).toBeLessThanOrEqual(0);
    }
    await decide(reviewer, {
      open: '不通过',
      ask: '审核不通过',
      submit: '确认不通过',
      missing: '请填写不通过原因',
      usual: '授权书内容不实',
      done: '已作不通过处理',
    });
    await expect(reviewer.page.getByText('授权书内容不实').first()).toBeVisible();
    await expect(reviewer.page.getByRole('button', { name: '审核通过' })).toHaveCount(0);
    await reviewer.accessible();
  });

  await test.step('the claimant is told and reads it', async () => {
    const message = page.getByRole('main').getByRole('link').filter({ hasText: number });
    await expect(async () => {
      await page.goto('/center/messages');
      await expect(message.filter({ hasText: '领码申请未通过' })).toContainText('授权书内容不实', {
        timeout: 5_000,
      });
    }).toPass({ timeout: 60_000 });
    await owner.open('/code/claims', '领码记录');
    await expect(page.getByText('授权书内容不实').first()).toBeVisible();
  });
});
