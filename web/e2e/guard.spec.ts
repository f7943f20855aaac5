import { IS_WHOLE, WHOLE_BROWSER } from './browser';
import { expect, test } from './journey';
import { ENTERPRISES, letter, unclaimed, unknownAccount } from './platform';
import { Visitor } from './visitor';

const NOBODY = '019a0000-0000-7000-8000-00000000dead';

test('bad input of a claim is refused in words', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('xinqiye', '/code/claim');
  await owner.sees('查找企业');
  const enterprise = await unclaimed(owner);
  const box = page.getByPlaceholder(/企业名称/);

  await test.step('a credit code with a wrong check digit', async () => {
    owner.refused(400, '/api/user/enterprises/search');
    const last = enterprise.uscc.endsWith('0') ? '1' : '0';
    await box.fill(enterprise.uscc.slice(0, 17) + last);
    await box.press('Enter');
    await expect(page.getByText(/校验|信用代码.*(有误|不正确)/).first()).toBeVisible();
    await owner.accessible();
  });

  await test.step('a text that calls itself a PDF', async () => {
    await box.fill(enterprise.uscc);
    await box.press('Enter');
    await page.getByRole('button', { name: /^选择 / }).click();
    owner.refused(415, '/api/code/files');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '授权书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('just words') });
    await expect(page.getByRole('alert')).toContainText(/PDF|类型|格式/);
    await owner.accessible();
  });

  await test.step('a legal representative who is another', async () => {
    owner.refused(422, '/api/code/claims');
    await page.locator('input[type=file]').setInputFiles(letter('授权书.pdf'));
    await expect(page.getByText('授权书.pdf')).toBeVisible();
    await page.locator('#legalRep_name').fill('张无此人');
    await page.locator('#legalRep_idNumber').fill('110105194912310021');
    await page.locator('#agent_name').fill('经办人');
    await page.locator('#agent_phone').fill('18600000000');
    await page.getByRole('button', { name: '下一步：检查并提交' }).click();
    await expect(
      page.locator('.ant-form-item-explain-error', { hasText: '身份证号码有误，请核对' }),
    ).toBeVisible();
    await page.locator('#legalRep_idNumber').fill('11010519491231002X');
    await page.getByRole('button', { name: '下一步：检查并提交' }).click();
    await owner.sees('请核对以下内容');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '提交申请' }).click();
    await expect(page.locator('.ant-form-item-explain-error').first()).toContainText(/法定代表人/);
    await owner.accessible();
  });
});

test('figures that cannot be and things of others are refused', async ({ visitor }) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye', '/center/profile/edit');
  await owner.sees('填写企业画像');
  await page.getByLabel('研发人员数（人）').fill('-3');
  await page.getByRole('button', { name: /^保\s*存$/ }).click();
  await expect(
    page.locator('.ant-form-item-explain-error', { hasText: '研发人员数不能小于 0' }),
  ).toBeVisible();
  await owner.accessible();

  owner.refused(400, '/api/match/my/profile/facts');
  const negative = await owner.call('PUT', '/api/match/my/profile/facts', { facts: { rdStaff: -3 } });
  expect(negative.status).toBe(400);
  expect(negative.text).toContain('FACT_OUT_OF_RANGE');

  const operator = await visitor();
  await operator.signIn('yunying', '/admin/');
  const all = await operator.api<{ items: { id: string; enterpriseName: string }[] }>(
    'GET',
    '/api/finance/applications?size=50',
  );
  const foreign = all.items.find((one) => !one.enterpriseName.includes('渝巴精密'))!;
  owner.refused(404, '/api/');
  for (const path of [
    `/center/applications/${foreign.id}`,
    `/center/applications/${NOBODY}`,
    `/match/results/${NOBODY}`,
    `/center/messages/${NOBODY}`,
    `/policies/N999`,
    `/loans/L999`,
  ]) {
    await page.goto(path);
    await expect(page.getByText(/不存在|没有找到|没有这|未找到|找不到/).first(), path).toBeVisible({
      timeout: 20_000,
    });
    await owner.accessible();
  }
  await owner.open('/no/such/page', page.getByText('页面不存在'));
});

test('everyone sees what their work needs, and no more', async ({ visitor }) => {
  const owner = await visitor();
  await owner.signIn('qiye', '/admin/claims');
  await owner.sees('管理台仅供工作人员使用');
  await owner.accessible();
  owner.refused(403, '/api/');
  for (const path of [
    '/api/code/claims',
    '/api/finance/applications',
    '/api/stats/dashboard',
    '/api/ops/operations',
    '/api/user/accounts',
  ])
    expect((await owner.call('GET', path)).status, path).toBe(403);

  const officer = await visitor();
  await officer.signIn('guanyuan', '/admin/applications');
  await officer.sees(officer.page.getByText('您没有权限查看此页面'));
  await officer.accessible();

  // The pages themselves are opened by every-page.spec.ts.
  const menus = {
    guanyuan: { has: ['政策管理', '企业信息', '扫码核验'], not: ['领码审核', '融资申请', '用户账号'] },
    shenhe: { has: ['领码审核', '企业码管理', '扫码核验'], not: ['融资申请', '用户账号'] },
    yinhang: { has: ['融资申请', '金融产品'], not: ['领码审核', '政策管理', '用户账号'] },
    jinrongban: { has: ['金融产品', '融资申请'], not: ['领码审核', '登录日志', '操作日志'] },
    yunying: {
      has: ['领码审核', '融资申请', '政策管理', '用户账号'],
      not: ['登录日志', '操作日志', '角色权限'],
    },
    xitong: { has: ['企业用户', '基础数据'], not: ['登录日志', '领码审核', '融资申请'] },
    anquan: { has: ['角色权限', '机构账号'], not: ['登录日志', '领码审核'] },
    shenji: { has: ['登录日志', '操作日志', '信息推送日志', '用户账号'], not: ['领码审核'] },
  } as const;
  for (const who of Object.keys(menus) as (keyof typeof menus)[]) {
    const staff = await visitor();
    await staff.signIn(who, '/admin/');
    const menu = staff.page.getByRole('navigation', { name: '主菜单' });
    for (const name of menus[who].has) await expect(menu.getByRole('link', { name }), who).toBeVisible();
    for (const name of menus[who].not) await expect(menu.getByRole('link', { name }), who).toHaveCount(0);
  }
});

test('a wrong password says so, and signing out ends portal, phone site and console', async ({ visitor }) => {
  const operator = await visitor();
  const { page } = operator;
  operator.refused(401, '/api/auth/sign-in');
  await page.goto('/bff/login?continue=%2F');
  await page.getByLabel('手机号或用户名').fill(unknownAccount());
  await page.getByLabel('密码', { exact: true }).fill('Wrong#2026xx');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText(/账号或密码不正确|用户名或密码/).first()).toBeVisible();
  await operator.accessible();

  await operator.signIn('yunying', '/policies');
  const phone = await operator.window();
  await phone.page.goto('/m/me');
  await phone.sees('运营管理员');
  const console = await operator.window();
  await console.page.goto('/admin/');
  await console.sees(/运营管理员/);
  // the figures are there: a request under way at signing out would be refused, and the browser would note it
  await console.sees(console.page.getByText('注册用户总数'));

  await page.getByRole('button', { name: /账号菜单/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('link', { name: '登录', exact: true }).first()).toBeVisible();

  await phone.sees('欢迎使用');
  await phone.page.reload();
  await phone.sees('欢迎使用');
  await console.page.waitForURL(/sign-in/);
  await console.page.goto('/admin/claims');
  await console.page.waitForURL(/sign-in/);
  operator.refused(401, '/api/auth/me');
  expect((await operator.call('GET', '/api/auth/me')).status).toBe(401);
});

test('two windows that are asked to sign in come back each to its own page', async ({ visitor }) => {
  const first = await visitor();
  const second = await first.window();
  await first.page.goto('/bff/login?continue=%2Fpolicies');
  await second.page.goto('/bff/login?continue=%2Floans');
  await first.signInHere('qiye', '/policies');
  await second.signInHere('qiye', '/loans');
});

test('what a window shows to one person is not done as another who signs in meanwhile', async ({
  visitor,
}) => {
  const first = await visitor();
  await first.signIn('qiye', '/policies/N01');
  const keep = first.page.getByRole('button', { name: '收藏', exact: true });
  await first.sees(keep);
  await first.page.context().clearCookies();
  const second = await first.window();
  await second.page.goto('/bff/login?continue=%2Floans');
  await second.signInHere('xinqiye', '/loans');

  first.refused(409, '/api/policy/my/favourites/');
  await keep.click();
  await first.sees(first.page.getByText(/您已不再以本页的账号或企业办理/));
  await first.sees(first.page.getByRole('alert').filter({ hasText: '本页仅供查看，不能再提交' }));
  await first.accessible();
  await first.page.getByRole('banner').getByRole('link', { name: '贷款产品', exact: true }).click();
  await first.sees(first.page.getByRole('button', { name: '账号菜单，新企业用户' }));
  await expect(first.page).toHaveURL(/\/loans$/);
  await expect(first.page.getByText('本页仅供查看，不能再提交')).toHaveCount(0);
});

test('after signing out, the way back of the browser shows nobody’s page', async ({ playwright }) => {
  test.skip(!IS_WHOLE, 'the one without windows keeps no pages');
  const { baseURL, locale } = test.info().project.use;
  // Those of people keep pages whole for the way back; Playwright has them not do it.
  const browser = await playwright.chromium.launch({
    ...WHOLE_BROWSER,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const person = new Visitor(await (await browser.newContext({ baseURL, locale })).newPage());
    const { page } = person;
    await person.signIn('qiye105', '/center');
    await person.sees(page.getByRole('main').getByText(ENTERPRISES.qiye105).first());
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => sessionStorage.setItem('kept', String(persisted))),
    );
    await page.getByRole('button', { name: /账号菜单/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await person.sees(page.getByRole('link', { name: '登录', exact: true }).first());
    // What the page listened to is over.
    person.refused(401, '/api/message/my/stream');
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await person.sees('登录');
    expect(await page.evaluate(() => sessionStorage.getItem('kept'))).toBe('true');
    expect(person.unexpected()).toEqual([]);
  } finally {
    await browser.close();
  }
});
