import { copyFile, readFile } from 'node:fs/promises';
import { decide } from './claiming';
import { expect, test } from './journey';
import { ENTERPRISES } from './platform';
import type { Visitor } from './visitor';

/** Types a code at the officer's desk. */
async function types({ page }: Visitor, content: string): Promise<void> {
  const field = page.getByLabel('企业码内容');
  await field.fill(content);
  await field.press('Enter');
}

/** Gives the desk a picture with a code. */
async function showsPicture({ page }: Visitor, file: string): Promise<void> {
  await page.getByRole('tab', { name: '图片' }).click();
  await page.getByRole('tabpanel').locator('input[type=file]').setInputFiles(file);
}

const dynamic = async (owner: Visitor) =>
  (await owner.api<{ content: string }>('POST', '/api/code/my/code/dynamic')).content;

test('a code is frozen, and works again when it is unfrozen', async ({ visitor }) => {
  const name = ENTERPRISES.qiye105;
  const owner = await visitor();
  await owner.signIn('qiye105');
  const reviewer = await visitor();
  const desk = reviewer.page;
  await reviewer.signIn('shenhe', '/admin/');
  const own = await owner.api<Code>('GET', '/api/code/my/code');
  if (own.status === 'FROZEN')
    await reviewer.api('POST', `/api/code/codes/${own.id}/unfreeze`, {
      version: own.version,
      reason: '核查完成，恢复使用',
    });

  await test.step('the reviewer freezes it for a reason', async () => {
    await reviewer.open(
      `/admin/codes?q=${own.uscc}`,
      desk.getByRole('group', { name: `${name}的操作` }).first(),
    );
    await decide(reviewer, {
      open: '冻结',
      folded: true,
      ask: '冻结企业码',
      submit: '确认冻结',
      missing: '请填写冻结原因',
      usual: '登记住所无法联系',
      done: '已冻结',
    });
  });

  await test.step('the enterprise cannot show it, and a printed one is refused', async () => {
    await owner.open('/code', owner.page.getByText('企业码已冻结'));
    await expect(owner.page.getByRole('img', { name: '企业码动态二维码' })).toHaveCount(0);
    const officer = await visitor();
    await officer.signIn('guanyuan', '/admin/scan');
    officer.refused(403, '/api/code/scans');
    await types(officer, own.staticContent);
    await expect(officer.page.getByRole('alert')).toContainText('该企业码已被冻结');
    await officer.accessible();
  });

  await test.step('unfrozen, it is shown again', async () => {
    await decide(reviewer, {
      open: '解冻',
      folded: true,
      ask: '解冻企业码',
      submit: '确认解冻',
      missing: '请填写解冻原因',
      usual: '核查完成，恢复使用',
      done: '已解冻',
    });
    // The page that says it is frozen hears of it.
    await expect(owner.page.getByRole('img', { name: '企业码动态二维码' })).toBeVisible({ timeout: 40_000 });
    await owner.accessible();
    await desk.getByRole('button', { name: own.number }).click();
    const history = desk.getByRole('dialog', { name: `企业码 ${own.number}` });
    await expect(history.getByText('登记住所无法联系').first()).toBeVisible();
    await expect(history.getByText('核查完成，恢复使用').first()).toBeVisible();
    await reviewer.accessible();
  });
});

test('a code for paper is saved, scanned from its picture, and refused once it is replaced', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye102', '/code');
  // A code that is drawn longer than wide is not read by every scanner.
  const drawn = await owner.page.getByRole('img', { name: '企业码静态二维码' }).first().boundingBox();
  expect(Math.abs(drawn!.width - drawn!.height)).toBeLessThan(1);
  await owner.sees('静态码');

  const save = async (format: 'PNG' | 'SVG') => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: format }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe(`${ENTERPRISES.qiye102}-企业码.${format.toLowerCase()}`);
    return file.path();
  };
  const picture = test.info().outputPath('code.png');
  await test.step('as PNG and as SVG', async () => {
    const drawn = await readFile(await save('SVG'), 'utf8');
    expect(drawn).toMatch(/<svg[\s>]/);
    const png = await save('PNG');
    expect((await readFile(png)).subarray(1, 4).toString()).toBe('PNG');
    await copyFile(png, picture);
  });

  const officer = await visitor();
  await officer.signIn('guanyuan', '/admin/scan');
  await officer.sees('扫码核验');
  await test.step('the picture shows the enterprise', async () => {
    await showsPicture(officer, picture);
    await officer.sees(ENTERPRISES.qiye102);
    await officer.accessible();
  });

  await test.step('replaced, the old one is worth nothing', async () => {
    await page.getByRole('button', { name: '作废并更换' }).click();
    await owner.accessible();
    await page.getByRole('dialog').getByRole('button', { name: '作废并更换' }).click();
    await expect(page.getByText('旧静态码已作废，请使用新码')).toBeVisible();
    officer.refused(410, '/api/code/scans');
    await showsPicture(officer, picture);
    await expect(officer.page.getByRole('alert')).toContainText('该静态码已作废');
    await officer.accessible();
  });
});

test('what an enterprise no longer allows is no longer shown, and foreign codes show nothing', async ({
  visitor,
}) => {
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye102', '/code/consents');
  const consent = page.getByRole('switch', { name: '投资信息' });
  await owner.sees('投资信息');
  if ((await consent.getAttribute('aria-checked')) !== 'true') {
    await consent.click();
    await owner.accessible();
    const agreement = page.getByRole('dialog');
    await agreement.getByRole('checkbox', { name: '政府工作人员' }).check();
    await agreement.getByRole('button', { name: '同意授权' }).click();
    await expect(page.getByText('已授权投资信息')).toBeVisible();
  }
  const officer = await visitor();
  await officer.signIn('guanyuan', '/admin/scan');
  await officer.sees('扫码核验');
  const investment = officer.page.getByRole('region', { name: '投资信息' });
  const refusal = officer.page.getByRole('alert');

  const code = await dynamic(owner);
  await test.step('with consent the officer sees it, once', async () => {
    await types(officer, code);
    await expect(investment).toBeVisible();
    await expect(investment).not.toContainText(/企业(未授权|已撤回授权)/);
    officer.refused(409, '/api/code/scans');
    await types(officer, code);
    await expect(refusal).toContainText('该动态码已被使用');
  });

  await test.step('consent is taken back', async () => {
    await consent.click();
    await owner.accessible();
    await page.getByRole('dialog').getByRole('button', { name: '收回授权' }).click();
    await expect(page.getByText('已收回投资信息的授权')).toBeVisible();
    await types(officer, await dynamic(owner));
    await expect(investment).toContainText('企业已撤回授权');
    await officer.accessible();
  });

  await test.step('a code of another district, and one that is none', async () => {
    officer.refused(400, '/api/code/scans');
    const foreign = Buffer.from((await dynamic(owner)).slice('ZQ1:'.length), 'base64url');
    foreign.writeInt32BE(foreign.readInt32BE(1) + 1, 1);
    await types(officer, `ZQ1:${foreign.toString('base64url')}`);
    await expect(refusal).toContainText('不是本区签发的企业码');
    await officer.accessible();
    await types(officer, 'https://example.org/pay');
    await expect(refusal).toContainText('无法识别的企业码');
  });
});

interface Code {
  id: string;
  number: string;
  uscc: string;
  status: string;
  version: number;
  staticContent: string;
}
