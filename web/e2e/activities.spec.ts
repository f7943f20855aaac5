import { expect, test } from './journey';
import { ENTERPRISES, twoDigits } from './platform';
import type { Visitor } from './visitor';

/** As the pickers take it: so many minutes from now, in the district's time. */
const inMinutes = (minutes: number) =>
  new Date(Date.now() + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

async function picks(visitor: Visitor, label: string, minutes: number): Promise<void> {
  const field = visitor.page.getByLabel(label, { exact: true });
  await field.click();
  await field.fill(inMinutes(minutes));
  await visitor.page.locator('.ant-picker-dropdown:visible .ant-picker-ok button').click();
  await expect(visitor.page.locator('.ant-picker-dropdown:visible')).toHaveCount(0);
}

test('an activity with one place: the second enterprise waits, moves up when the first withdraws, is told, and is let in by its code', async ({
  visitor,
}) => {
  const office = await visitor();
  const desk = office.page;
  const first = await visitor();
  const second = await visitor();
  const phone = await visitor();
  const title = `银企对接会（示例）第 ${twoDigits()}${twoDigits()} 期`;
  let id = '';

  await test.step('the finance office writes an activity and publishes it', async () => {
    await office.signIn('jinrongban', '/admin/');
    await office.open('/admin/activities/new', '新建金融活动');
    await desk.getByRole('button', { name: '保存' }).click();
    await expect(desk.getByText('请填写活动名称').first()).toBeVisible();
    await office.accessible();
    await desk.getByLabel('活动名称').fill(title);
    await desk.getByLabel('主办单位').fill('示例金融办');
    await desk.getByLabel('地点').fill('政务服务中心一楼');
    await picks(office, '报名开始时间', -60);
    await picks(office, '报名截止时间', 50);
    await picks(office, '开始时间', 60);
    await picks(office, '结束时间', 180);
    await desk.getByLabel('名额').fill('1');
    await desk.getByLabel('参加对象').fill('有融资需求的企业');
    await desk.getByRole('textbox', { name: '活动内容' }).fill('## 议程\n- 产品介绍\n- 一对一洽谈');
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.waitForURL(/\/admin\/activities\/[\w-]{36}$/);
    id = desk.url().split('/').at(-1)!;
    await office.open(`/admin/activities/${id}/edit`, `修改“${title}”`);
    await office.open(`/admin/activities/${id}`, title);
    await desk.getByRole('button', { name: '发布活动' }).click();
    await desk.getByRole('button', { name: '确认发布' }).click();
    await office.sees(desk.getByText('报名中').first());
    await office.accessible();
  });

  await test.step('the first enterprise gets the place, the second waits', async () => {
    for (const [one, account] of [
      [first, 'qiye106'],
      [second, 'qiye111'],
    ] as const) {
      await one.signIn(account, `/finance/activities/${id}`);
      await one.open(`/finance/activities/${id}`, title);
      await one.page.getByLabel('联系电话').fill('18600000000');
      await one.accessible();
      await one.page.getByRole('button', { name: /^(报名参加|候补报名)$/ }).click();
    }
    await first.sees(first.page.getByRole('img', { name: /^签到码/ }));
    await second.sees(second.page.getByText('本企业排在候补第一位').first());
    await first.accessible();
    await second.accessible();
  });

  await test.step('the first withdraws; the second moves up and is told', async () => {
    await first.page.getByRole('button', { name: '取消报名', exact: true }).click();
    await first.page.getByRole('button', { name: '确认取消报名' }).click();
    await first.sees(first.page.getByText('已取消报名').first());
    await expect
      .poll(
        async () =>
          (
            await second.api<{ items: { title: string; link?: string }[] }>(
              'GET',
              '/api/message/my/messages?size=20',
            )
          ).items.map((one) => `${one.title} ${one.link?.split('?')[0]}`),
        { timeout: 30_000 },
      )
      .toContain(`候补成功，已为您报名 /finance/activities/${id}`);
    await second.open('/center/activities', second.page.getByRole('link', { name: title }));
    await second.accessible();
    await second.open(`/finance/activities/${id}`, title);
    await second.sees(second.page.getByRole('img', { name: /^签到码/ }));
  });

  await test.step('on the phone it stands as well', async () => {
    await phone.signIn('qiye111', '/m/my/activities');
    await phone.open('/m/my/activities', phone.page.getByText(title).first());
    await phone.accessible();
    await phone.open(`/m/finance/activities/${id}`, title);
    await phone.sees(phone.page.getByRole('img', { name: /^签到码/ }));
    await phone.accessible();
  });

  await test.step('the code lets in once', async () => {
    const { items } = await second.api<{ items: { code: string }[] }>(
      'GET',
      `/api/finance/my/sign-ups?activityId=${id}`,
    );
    const code = items[0]!.code;
    await office.open(`/admin/activities/${id}`, '报名情况');
    await desk.getByLabel('签到码').fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
    await desk.getByRole('button', { name: '签到', exact: true }).click();
    await office.sees(desk.getByText(`${ENTERPRISES.qiye111}已签到，1 人`).first());
    office.refused(409, `/api/finance/manage/activities/${id}/check-in`);
    await desk.getByLabel('签到码').fill(code);
    await desk.getByRole('button', { name: '签到', exact: true }).click();
    await office.sees(desk.getByText(/已于 .* 签到/).first());
    await office.open(
      `/admin/activity-sign-ups?activityId=${id}`,
      desk.getByText(ENTERPRISES.qiye111).first(),
    );
  });
});

test('a direct line is written by one person, published by another, and found by everybody', async ({
  visitor,
}) => {
  const writer = await visitor();
  const { page } = writer;
  const reviewer = await visitor();
  const reader = await visitor();
  const title = `融资咨询窗口（示例）${twoDigits()}${twoDigits()}`;
  let id = '';

  await test.step('it is written and handed in', async () => {
    await writer.signIn('jinrongban', '/admin/');
    await writer.open('/admin/articles/new', '新建金融内容');
    await page.getByLabel('栏目').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: '金融直通车' })
      .click();
    await page.getByLabel('标题').fill(title);
    await page.getByLabel('摘要').fill('示例内容：怎样联系窗口');
    await page.getByLabel('来源').fill('示例金融办');
    await page.getByLabel('机构或窗口').fill('示例融资服务窗口');
    await page.getByLabel('电话').fill('000-00000000');
    await page.getByLabel('服务时间').fill('工作日 9:00–17:00');
    await page.getByRole('textbox', { name: '正文' }).fill('## 办理方式\n1. 电话咨询\n2. 到窗口办理');
    await writer.accessible();
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/\/admin\/articles\/[\w-]{36}$/);
    id = page.url().split('/').at(-1)!;
    await writer.open(`/admin/articles/${id}/edit`, `修改“${title}”`);
    await writer.open(`/admin/articles/${id}`, title);
    await page.getByRole('button', { name: '提交审核' }).click();
    await writer.sees(page.getByText('等待另一人审核').first());
    await expect(page.getByRole('button', { name: '审核通过' })).toHaveCount(0);
    await writer.accessible();
  });

  await test.step('another publishes it', async () => {
    await reviewer.signIn('yunying', '/admin/');
    await reviewer.open(`/admin/articles/${id}`, title);
    await reviewer.page.getByRole('button', { name: '审核通过' }).click();
    await reviewer.page.getByRole('button', { name: '通过并发布' }).click();
    await reviewer.sees(reviewer.page.getByText('已对外发布').first());
    await reviewer.accessible();
  });

  await test.step('everybody finds it, on the phone too', async () => {
    await reader.open('/finance/news?section=DIRECT_LINE', title);
    await reader.accessible();
    await reader.page.getByRole('link', { name: title }).click();
    await reader.sees(reader.page.getByText('示例融资服务窗口').first());
    await reader.accessible();
    await reader.open(`/m/finance/news/${id}`, title);
    await reader.accessible();
    await reader.open('/', reader.page.getByRole('link', { name: /金融直通车/ }));
  });

  await test.step('it is taken down again', async () => {
    await reviewer.page.getByRole('button', { name: '下架' }).click();
    await reviewer.page.getByRole('dialog').getByRole('button', { name: '下架' }).click();
    await reviewer.sees(reviewer.page.getByText('已下架').first());
  });
});
