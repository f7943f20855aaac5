import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from './journey';
import { isOurs } from './launcher';
import { oneOf, twoDigits } from './platform';
import type { Visitor } from './visitor';

interface Drawn {
  keyId: string;
  secret: string;
}

const example = (name: string) => fileURLToPath(new URL(`../../docs/openapi/${name}`, import.meta.url));

/** Runs the example client of the documentation: in Python, or in Java where there is no Python. It prints the status first. */
function calls(address: string, { keyId, secret }: Drawn): Promise<{ status: number; text: string }> {
  const env = { ...process.env, ZHENGQI_KEY_ID: keyId, ZHENGQI_SECRET: secret };
  const request = [new URL(address).origin, 'GET', '/openapi/v1/policies?q=企业&size=1'];
  const run = (command: string, client: string) =>
    new Promise<{ status: number; text: string }>((done, failed) =>
      // What is refused ends the client with 1, which is no failure of it.
      execFile(command, [example(client), ...request], { env }, (error, stdout, stderr) => {
        const [status, ...rest] = stdout.split('\n');
        if (/^\d{3}$/.test(status ?? '')) done({ status: Number(status), text: rest.join('\n') });
        else failed(Object.assign(new Error(stderr || String(error)), { code: error?.code }));
      }),
    );
  return run('python3', 'zhengqi_client.py').catch((error: { code?: unknown }) => {
    if (error.code !== 'ENOENT') throw error;
    return run(process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java', 'ZhengqiClient.java');
  });
}

/** The receiver of a company's system, on this machine. */
async function receiver(): Promise<{
  url: string;
  server: Server;
  received: { headers: IncomingHttpHeaders; body: string }[];
}> {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      answer.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/events`, server, received };
}

/** What the dialog shows this once. */
async function drawn({ page }: Visitor): Promise<Drawn> {
  const dialog = page.getByRole('dialog').filter({ hasText: '请立即保存密钥' });
  const read = (label: string) => dialog.getByLabel(label, { exact: true }).inputValue();
  const shown = { keyId: await read('密钥编号'), secret: await read('密钥') };
  await dialog.getByRole('button', { name: '已保存' }).click();
  await expect(dialog).toBeHidden();
  return shown;
}

test('a key is applied for, approved, drawn once, used, rotated and revoked; its webhook is tested', async ({
  visitor,
  baseURL,
}) => {
  test.skip(!isOurs(baseURL!), 'the client calls from the machine that the key is for');
  const system = `${oneOf(['仓储', '财务', '办公', '生产', '采购', '客服'])}管理系统 ${twoDigits()} 号机`;
  const owner = await visitor();
  const { page } = owner;
  await owner.signIn('qiye111', '/center/openapi');
  const key = page.getByRole('group', { name: `${system}的操作` });

  await test.step('is applied for', async () => {
    await page.getByRole('button', { name: '申请密钥' }).click();
    const form = page.getByRole('dialog', { name: '申请密钥' });
    await form.getByLabel('系统名称').fill(system);
    await form.getByLabel('用途').fill('在本单位系统中查看已发布的政策');
    await form.getByRole('checkbox', { name: '读取已发布的政策' }).check();
    const addresses = form.getByLabel('调用地址');
    await addresses.fill('127.0.0.1');
    await addresses.press('Enter');
    await addresses.fill('::1');
    await addresses.press('Enter');
    await form.getByLabel('联系电话').fill('18600000000');
    await owner.accessible();
    await form.getByRole('button', { name: '提交申请' }).click();
    await expect(page.getByText('已提交，审核结果在本页查看')).toBeVisible();
    await expect(key.getByRole('button', { name: '撤回申请' })).toBeVisible();
  });

  const operator = await visitor();
  const desk = operator.page;
  const opens = async () => {
    await desk.goto(`/admin/openapi?q=${system}`);
    await desk.getByRole('button', { name: system, exact: true }).first().click();
    await expect(desk.getByRole('dialog', { name: system })).toBeVisible();
  };
  await test.step('the operator approves it', async () => {
    await operator.signIn('yunying', '/admin/');
    await opens();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^通\s*过$/ })
      .click();
    const approval = desk.getByRole('dialog', { name: '通过接口申请' });
    await expect(approval.getByLabel('每分钟次数')).toHaveValue(/\d/);
    await operator.accessible();
    await approval.getByRole('button', { name: /^通\s*过$/ }).click();
    await expect(desk.getByText('已通过，申请人可以领取密钥')).toBeVisible();
  });

  let first: Drawn;
  await test.step('it is drawn once, and the example client gets in with it', async () => {
    await page.reload();
    await key.getByRole('button', { name: '领取密钥' }).click();
    await expect(page.getByText('密钥只显示这一次')).toBeVisible();
    await owner.accessible();
    first = await drawn(owner);
    await expect(key.getByRole('button', { name: '领取密钥' })).toHaveCount(0);
    expect(await page.content()).not.toContain(first.secret);
    const answer = await calls(baseURL!, first);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).toContain('"title"');
    // Calls are written down in batches, a moment later.
    await expect(async () => {
      await page.reload();
      await key.getByRole('button', { name: '调用记录' }).click();
      await expect(page.getByText('/openapi/v1/policies').first()).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await owner.accessible();
  });

  await test.step('its system is sent a test event, which proves who sent it', async () => {
    const { url, server, received } = await receiver();
    try {
      await key.getByRole('button', { name: '事件回调' }).click();
      await page.getByRole('button', { name: '设置回调' }).click();
      const form = page.getByRole('dialog').filter({ hasText: '接收地址' });
      await form.getByLabel('接收地址').fill(url);
      await form.getByRole('checkbox').first().check();
      await owner.accessible();
      await form.getByRole('button', { name: /保\s*存/ }).click();
      const secret = await page.getByLabel('回调密钥', { exact: true }).inputValue();
      await page.getByRole('button', { name: '已保存' }).click();
      await page.getByRole('button', { name: '发送测试事件' }).click();
      await expect.poll(() => received.length, { timeout: 30_000 }).toBeGreaterThan(0);
      const { headers, body } = received[0]!;
      expect((JSON.parse(body) as { type: string }).type).toBe('webhook.test');
      const signed = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
        .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
        .digest('base64');
      expect(String(headers['webhook-signature']).split(' ')).toContain(`v1,${signed}`);
      await expect(async () => {
        await page.reload();
        await key.getByRole('button', { name: '事件回调' }).click();
        await expect(page.getByRole('row').filter({ hasText: 'webhook.test' })).toContainText('已送达', {
          timeout: 3_000,
        });
      }).toPass({ timeout: 30_000 });
      await owner.accessible();
    } finally {
      server.close();
    }
  });

  await test.step('its pushes are paused, resumed and removed, and what was sent can still be read', async () => {
    const answered = async (question: string, button: RegExp) => {
      await page.getByRole('button', { name: button }).click();
      const asked = page.getByRole('dialog').filter({ hasText: question });
      await owner.accessible();
      await asked.getByRole('button', { name: button }).click();
    };
    await answered('停用事件回调？', /^停\s*用$/);
    await owner.sees(page.getByText(/由本单位停用，不推送事件/));
    await expect(page.getByRole('button', { name: '发送测试事件' })).toHaveCount(0);
    await answered('启用事件回调？', /^启\s*用$/);
    await owner.sees(page.getByRole('button', { name: '发送测试事件' }));
    await answered('删除事件回调？', /^删\s*除$/);
    await owner.sees(page.getByRole('button', { name: '设置回调' }));
    await expect(page.getByRole('row').filter({ hasText: 'webhook.test' })).toContainText('已送达');
  });

  await test.step('rotated, the old secret is worth nothing', async () => {
    await key.getByRole('button', { name: '更换密钥' }).click();
    const form = page.getByRole('dialog', { name: '更换密钥' });
    await form.getByLabel('旧密钥').click();
    await page.locator('.ant-select-dropdown:visible').getByTitle('立即失效').dispatchEvent('click');
    await owner.accessible();
    await form.getByRole('button', { name: /更\s*换/ }).click();
    const second = await drawn(owner);
    expect(second.secret).not.toBe(first.secret);
    await expect.poll(async () => (await calls(baseURL!, first)).status, { timeout: 5_000 }).toBe(401);
    expect((await calls(baseURL!, second)).status).toBe(200);
    first = second;
  });

  await test.step('it is used on other terms, as its owner sees', async () => {
    await opens();
    await desk.getByRole('button', { name: /^调\s*整$/ }).click();
    const terms = desk.getByRole('dialog', { name: '调整接口密钥' });
    await terms.getByLabel('每分钟次数').fill('77');
    await terms.getByLabel('调整原因').fill('联调结束，转为正式使用');
    await operator.accessible();
    await terms.getByRole('button', { name: /^保\s*存$/ }).click();
    await expect(desk.getByText('已调整，5 秒内生效')).toBeVisible();
    await page.reload();
    await expect(
      page
        .locator('section')
        .filter({ has: key })
        .last()
        .getByText(/每分钟 77 次/),
    ).toBeVisible();
    expect((await calls(baseURL!, first)).status).toBe(200);
  });

  await test.step('revoked, it is refused within five seconds', async () => {
    await opens();
    await desk.getByRole('button', { name: /^注\s*销$/ }).click();
    const drawer = desk.getByRole('dialog', { name: '注销接口密钥' });
    await drawer.getByRole('button', { name: '用途已结束' }).click();
    await operator.accessible();
    await drawer.getByRole('button', { name: /^注\s*销$/ }).click();
    await expect(desk.getByText('已注销').first()).toBeVisible();
    await expect
      .poll(async () => (await calls(baseURL!, first)).text, { timeout: 5_000 })
      .toContain('KEY_REVOKED');
    expect((await calls(baseURL!, first)).status).toBe(401);
  });
});
