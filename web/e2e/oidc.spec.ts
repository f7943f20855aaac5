import { createHash, createPublicKey, randomBytes, verify, type JsonWebKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './journey';
import { isOurs } from './launcher';
import { oneOf, registered, twoDigits } from './platform';
import type { Visitor } from './visitor';

interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
}

const claims = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

/** Another system of the district on this machine, as small as one can be: people come back to it, and it is told of sign-outs. */
class Client {
  readonly logoutTokens: string[] = [];
  id = '';
  secret = '';
  private verifier = '';
  private readonly server = createServer((request, answer) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        this.logoutTokens.push(new URLSearchParams(body).get('logout_token') ?? '');
        answer.writeHead(204).end();
      });
    } else
      answer
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end('<!doctype html><html lang="zh-CN"><title>园区服务</title><h1>已回到应用</h1></html>');
  });

  constructor(
    private readonly platform: string,
    readonly name: string,
  ) {}

  async listen(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  close(): void {
    this.server.close();
  }

  at(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** Where it sends people who want to sign in. */
  asks(): string {
    this.verifier = randomBytes(32).toString('base64url');
    return `${this.platform}/oauth2/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: this.id,
      scope: 'openid profile phone',
      state: 'from-here',
      nonce: 'of-this-time',
      redirect_uri: this.at('/callback'),
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
    })}`;
  }

  async token(form: Record<string, string>): Promise<{ status: number; body: Tokens }> {
    const answer = await fetch(`${this.platform}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${this.id}:${this.secret}`).toString('base64')}` },
      body: new URLSearchParams(form),
    });
    return { status: answer.status, body: (await answer.json()) as Tokens };
  }

  exchange(code: string) {
    return this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.at('/callback'),
      code_verifier: this.verifier,
    });
  }

  get(path: string, { access_token }: Tokens): Promise<Response> {
    return fetch(`${this.platform}${path}`, { headers: { Authorization: `Bearer ${access_token}` } });
  }
}

/** With which the person came back to the application. */
async function codeOf({ page }: Visitor, client: Client): Promise<string> {
  await page.waitForURL((url) => url.href.startsWith(client.at('/callback')), { timeout: 30_000 });
  const back = new URL(page.url()).searchParams;
  expect(back.get('state')).toBe('from-here');
  return back.get('code')!;
}

test('a person signs in to an application of another system, which learns what was allowed, opens nothing of the platform, and is told of the sign-out', async ({
  visitor,
  baseURL,
}) => {
  test.skip(!isOurs(baseURL!), 'the application runs on the machine of the platform');
  const client = new Client(
    baseURL!,
    `${oneOf(['园区服务', '不动产登记', '人才服务', '招商服务', '场馆预约'])}系统 ${twoDigits()}`,
  );
  await client.listen();
  try {
    await test.step('an operator registers it, and its secret is shown once', async () => {
      const operator = await visitor();
      const { page } = operator;
      await operator.signIn('xitong', '/admin/apps');
      await operator.sees('接入应用');
      await page.getByRole('button', { name: '登记应用' }).click();
      const form = page.getByRole('dialog', { name: '登记接入应用' });
      await form.getByLabel('应用名称').fill(client.name);
      await form.getByLabel('主管单位').fill('示例区科技局');
      const redirect = form.getByLabel('回调地址');
      await redirect.fill(client.at('/callback'));
      await redirect.press('Enter');
      await form.getByLabel('退出通知地址').fill(client.at('/signed-out'));
      await form.getByRole('checkbox', { name: '手机号' }).check();
      await operator.accessible();
      await form.getByRole('button', { name: /^登\s*记$/ }).click();
      const shown = page.getByRole('dialog').filter({ hasText: '请立即保存密钥' });
      await expect(shown).toBeVisible();
      client.id = await shown.getByLabel('客户端编号', { exact: true }).inputValue();
      client.secret = await shown.getByLabel('密钥', { exact: true }).inputValue();
      expect(client.id).toMatch(/^zqa_/);
      await shown.getByRole('button', { name: '已保存' }).click();
      await expect(shown).toBeHidden();
      // What is hidden goes a moment later.
      await expect(async () => expect(await page.content()).not.toContain(client.secret)).toPass();
    });

    const owner = await visitor();
    const { page } = owner;
    const person = await registered(owner);
    let first: string;
    await test.step('the person is asked who they are and what the application may know', async () => {
      await page.goto(client.asks());
      await page.getByLabel('手机号或用户名').fill(person.phone);
      await page.getByLabel('密码', { exact: true }).fill(person.password);
      await page.getByRole('button', { name: '登录' }).click();
      await owner.sees('授权登录');
      await expect(page.getByRole('main')).toContainText(client.name);
      await expect(page.getByRole('main')).toContainText('部分隐藏的手机号');
      await owner.accessible();
      await page.getByRole('button', { name: '同意并登录' }).click();
      first = await codeOf(owner, client);
    });

    await test.step('it learns that and no more, and the platform takes no token of it', async () => {
      const { status, body } = await client.exchange(first);
      expect(status).toBe(200);
      expect(claims(body.id_token)).toMatchObject({ aud: client.id, nonce: 'of-this-time' });
      const told = await client.get('/oauth2/userinfo', body);
      expect(told.status).toBe(200);
      const known = (await told.json()) as Record<string, unknown>;
      expect(known).toMatchObject({
        sub: claims(body.id_token).sub,
        name: person.name,
        phone_number: `${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`,
      });
      expect(known).not.toHaveProperty('enterprise');
      for (const closed of ['/api/auth/me', '/api/message/my/messages'])
        expect((await client.get(closed, body)).status, closed).toBe(401);
      expect((await client.exchange(first)).status, 'a code that was used').toBe(400);
      expect((await client.get('/oauth2/userinfo', body)).status, 'what was given for it').toBe(401);
    });

    let tokens: Tokens;
    await test.step('the second time nobody is asked, and its refresh token works once', async () => {
      await page.goto(client.asks());
      const { body } = await client.exchange(await codeOf(owner, client));
      const renewed = await client.token({ grant_type: 'refresh_token', refresh_token: body.refresh_token });
      expect(renewed.status).toBe(200);
      expect(renewed.body.refresh_token).not.toBe(body.refresh_token);
      tokens = renewed.body;
      expect((await client.get('/oauth2/userinfo', tokens)).status).toBe(200);
    });

    await test.step('the person finds it among the applications, signs out of the platform, and it is told', async () => {
      await page.goto(`/bff/login?continue=${encodeURIComponent('/center/security')}`);
      await owner.sees('已授权的应用');
      await expect(page.getByRole('button', { name: `撤销授权：${client.name}` })).toBeVisible();
      await owner.accessible();
      expect(client.logoutTokens).toEqual([]);
      await page.getByRole('button', { name: /账号菜单/ }).click();
      await page.getByRole('button', { name: '退出登录' }).click();
      await expect.poll(() => client.logoutTokens.length, { timeout: 30_000 }).toBe(1);
      const token = client.logoutTokens[0]!;
      const [head, body, signature] = token.split('.');
      const { kid, typ } = JSON.parse(Buffer.from(head!, 'base64url').toString()) as Record<string, string>;
      expect(typ).toBe('logout+jwt');
      const { jwks_uri } = (await (
        await fetch(`${baseURL!}/.well-known/openid-configuration`)
      ).json()) as Record<string, string>;
      const { keys } = (await (await fetch(jwks_uri!)).json()) as { keys: (JsonWebKey & { kid: string })[] };
      const key = createPublicKey({ key: keys.find((one) => one.kid === kid)!, format: 'jwk' });
      expect(
        verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature!, 'base64url')),
      ).toBe(true);
      const { sub, sid } = claims(tokens.id_token);
      expect(claims(token)).toMatchObject({ aud: client.id, sub, sid });
      expect((await client.get('/oauth2/userinfo', tokens)).status).toBe(401);
    });
  } finally {
    client.close();
  }
});
