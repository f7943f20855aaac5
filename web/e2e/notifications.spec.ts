import { expect, test } from './journey';
import { QIYE } from './platform';

/** Another title in each run: what was told stays. */
const run = Date.now().toString().slice(-6);
const title = `申报提醒 ${run}`;
const forMany = `机构人员须知 ${run}`;

test('an operator tells the people of one enterprise, and many people once a second person has agreed', async ({
  visitor,
}) => {
  const operator = await visitor();
  await operator.signIn('yunying', '/admin/');
  const { page } = operator;
  const enterprise = await visitor();
  await enterprise.signIn('qiye', '/');
  await enterprise.open('/center/messages', '消息中心');

  await test.step('what is missing is said before anything is sent', async () => {
    await operator.open('/admin/notifications', '消息通知');
    await page.getByRole('button', { name: '新建通知' }).click();
    await operator.sees('新建通知');
    await page.getByRole('button', { name: '提交发送' }).click();
    await expect(page.getByText('请填写标题').last()).toBeVisible();
    await page.getByLabel('查看页面').fill('https://example.cn/');
    await expect(page.getByText(/应为平台内的页面地址/).last()).toBeVisible();
    await page.getByLabel('查看页面').fill('/center/nothing-here');
    await expect(page.getByText(/平台没有这个页面/).last()).toBeVisible();
    await operator.accessible();
  });

  await test.step('the operator writes it, and sees how many it is for and how it will look', async () => {
    await page.getByLabel('标题', { exact: true }).fill(title);
    await page.getByLabel('正文').fill('请于本月底前完成政策申报。');
    await page.getByLabel('查看页面').fill('/policies');
    await page.getByLabel('公众号').check();
    await choose('指定企业', QIYE);
    await expect(page.getByRole('heading', { name: '站内信' })).toBeVisible();
    await expect(page.getByText(/^[1-9]\d?$/).first()).toBeVisible();
    await operator.accessible();
  });

  await test.step('it is sent, and the enterprise sees it at once', async () => {
    await page.getByRole('button', { name: '提交发送' }).click();
    await page
      .getByRole('dialog', { name: /立即发送给 \d+ 人？/ })
      .getByRole('button', { name: '立即发送' })
      .click();
    await operator.sees(title);
    await expect(page.getByText('已发送').first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/已送达 \d/)).toBeVisible();
    await operator.accessible();
    await expect(enterprise.page.getByRole('link', { name: /消息，\d+ 条未读/ })).toBeVisible({
      timeout: 30_000,
    });
    // The page was open before, and nobody has loaded it again.
    await expect(enterprise.page.getByText(title).first()).toBeVisible({ timeout: 30_000 });
    await enterprise.accessible();
  });

  await test.step('one for many people waits, and its author does not decide', async () => {
    await operator.open('/admin/notifications/new', '新建通知');
    await page.getByLabel('系统', { exact: true }).check();
    await page.getByLabel('标题', { exact: true }).fill(forMany);
    await page.getByLabel('正文').fill('平台将于周六凌晨维护。');
    await page.getByLabel('机构人员').check();
    await page.getByLabel('金融机构').check();
    await expect(page.getByText(/须由另一人审批/)).toBeVisible();
    await page.getByRole('button', { name: '提交发送' }).click();
    await operator.sees(forMany);
    await expect(page.getByText('待审批').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '审批通过' })).toHaveCount(0);
    await operator.accessible();
  });

  await test.step('a second person approves it, and it goes out', async () => {
    const second = await visitor();
    await second.signIn('xitong', '/admin/');
    await second.open(
      '/admin/notifications?state=PENDING_APPROVAL',
      second.page.getByRole('link', { name: forMany }),
    );
    await second.page.getByRole('link', { name: forMany }).click();
    await second.sees(forMany);
    await second.page.getByRole('button', { name: '审批通过' }).click();
    await second.page.getByRole('button', { name: '通过并发送' }).click();
    await expect(second.page.getByText('已发送').first()).toBeVisible({ timeout: 30_000 });
    await second.accessible();
  });

  await test.step('one that is to go out later is cancelled before', async () => {
    await operator.open('/admin/notifications/new', '新建通知');
    await page.getByLabel('标题', { exact: true }).fill(`不发送 ${run}`);
    await page.getByLabel('正文').fill('不会发出。');
    await choose('指定企业', QIYE);
    // It is in manufacturing, by the register.
    await choose('企业标签', '制造业');
    await page.getByLabel('定时发送').check();
    const time = page.getByLabel('定时发送的时间（北京时间）');
    await time.fill('2099-01-01 09:00');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '提交定时发送' }).click();
    await expect(page.getByText('待发送').first()).toBeVisible();
    await expect(page.getByText('制造业', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '取消发送' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消发送' }).click();
    await expect(page.getByText('已取消').first()).toBeVisible();
  });

  await test.step('the list finds them', async () => {
    await operator.open(
      `/admin/notifications?q=${encodeURIComponent(run)}`,
      page.getByRole('link', { name: title }),
    );
    await expect(page.getByRole('link', { name: forMany })).toBeVisible();
  });

  /** Chooses in a list that opens below its field. */
  async function choose(label: string, option: string) {
    const field = page.getByLabel(label);
    await field.click();
    await field.fill(option);
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: option })
      .first()
      .dispatchEvent('click');
    await page.keyboard.press('Escape');
  }
});
