import { expect, test, type BrowserContext, type Locator, type Page, type Request } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { hasNoneOf } from './districts';
import { PASSWORD, type Account } from './platform';

/** The small one: a page reads it in half of the time, and each page has to read it again. */
const AXE = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the accounts of the demo are signed in with: the way in is the subject of some journeys, not of all. */
const sessions = new Map<Account, Awaited<ReturnType<BrowserContext['cookies']>>>();

interface Refusal {
  status: number;
  path: string | RegExp;
}

/**
 * Somebody with a browser of their own. Everything that the browser complains about is kept, and fails the journey at
 * its end; a refusal that the journey provokes is announced before by `refused`.
 */
export class Visitor {
  private readonly complaints: { text: string; url: string }[] = [];
  private readonly expected: Refusal[] = [];
  private readonly unanswered = new Set<Request>();

  constructor(readonly page: Page) {
    this.watch(page);
  }

  /** Another window of the same browser. */
  async window(): Promise<Visitor> {
    const other = new Visitor(await this.page.context().newPage());
    this.others.push(other);
    return other;
  }
  private readonly others: Visitor[] = [];

  private watch(page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error')
        this.complaints.push({ text: message.text(), url: message.location().url });
    });
    page.on('pageerror', (error) => this.complaints.push({ text: String(error), url: page.url() }));
    page.on('request', (request) => this.unanswered.add(request));
    page.on('requestfinished', (request) => this.unanswered.delete(request));
    page.on('requestfailed', (request) => this.unanswered.delete(request));
  }

  /** In one line: the page that is open, what was asked of the platform and is not answered, and the words on the screen. */
  async standsAt(): Promise<string> {
    const waiting = [...this.unanswered].map(
      (request) => `${request.method()} ${new URL(request.url()).pathname}`,
    );
    const words = await this.page
      .locator('body')
      .innerText({ timeout: 2_000 })
      .catch((error: unknown) => `no words: ${String(error).split('\n')[0]}`);
    return `${this.page.url()} waits for [${waiting.join(', ')}] shows ${words.replace(/\s+/g, ' ').slice(0, 600)}`;
  }

  /** The browser writes every refused request into its console: this one is meant. */
  refused(status: number, path: string | RegExp): void {
    this.expected.push({ status, path });
  }

  /** What the browser complained about and nobody expected. */
  unexpected(): string[] {
    const mine = this.complaints
      .filter(
        ({ text, url }) =>
          !this.expected.some(
            ({ status, path }) =>
              text.includes(`status of ${status}`) &&
              (typeof path === 'string' ? url.includes(path) : path.test(url)),
          ),
      )
      .map(({ text, url }) => `${text} (${url})`);
    return [...mine, ...this.others.flatMap((other) => other.unexpected())];
  }

  /** Opens a page and holds it to the rules of accessibility once `sign` is on it. */
  async open(path: string, sign: string | RegExp | Locator): Promise<void> {
    await this.page.goto(path);
    await this.sees(sign);
    await this.accessible();
  }

  /**
   * Opens a page of which nothing is known but that it must have a heading, no failure, no bar to scroll sideways, no word of another district, and be accessible.
   *
   * @param foreign words of other districts
   */
  async opensWhole(path: string, foreign: string[]): Promise<void> {
    await test.step(path, async () => {
      await this.goesTo(path);
      await this.accessible();
      await expect(
        this.page.getByText(/^(您没有权限查看此页面|您访问的内容不存在.*|页面出错了.*|服务暂不可用.*)$/),
      ).toHaveCount(0);
      expect(
        await this.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        `${path} is wider than the window`,
      ).toBeLessThanOrEqual(0);
      await hasNoneOf(foreign, this.page);
    });
  }

  /**
   * Goes on to a page of the application that is open as a link would, for loading an application anew costs a browser more than the page; the first is opened by its address. The
   * page has come when it has a heading that the one before had not, or that now says something else: where neither happens it is opened by its address as well.
   */
  async goesTo(path: string): Promise<void> {
    const within = await this.page.evaluate((path) => {
      const application = (of: string) => /^\/(m|admin)(?=\/|$)/.exec(of)?.[1] ?? '';
      if (!location.href.startsWith('http') || application(location.pathname) !== application(path))
        return false;
      for (const heading of document.querySelectorAll('h1, h2, h3, h4, [role=heading]'))
        heading.setAttribute('data-left', heading.textContent ?? '');
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
      return true;
    }, path);
    if (within) {
      const arrived = this.page.waitForFunction(
        () =>
          [...document.querySelectorAll('h1, h2, h3, h4, [role=heading]')].some(
            (heading) =>
              heading.checkVisibility() && heading.getAttribute('data-left') !== heading.textContent,
          ),
        undefined,
        { timeout: 5_000 },
      );
      if (
        await arrived.then(
          () => true,
          () => false,
        )
      )
        return;
    }
    await this.page.goto(path);
    await this.sees(this.page.getByRole('heading').first());
  }

  /** Waits for a heading with these words, or for the element. */
  async sees(sign: string | RegExp | Locator): Promise<void> {
    const element =
      typeof sign === 'string' || sign instanceof RegExp
        ? this.page.getByRole('heading', { name: sign }).first()
        : sign;
    await expect(element).toBeVisible({ timeout: 20_000 });
  }

  /**
   * WCAG 2.2 AA, as far as a machine can tell, of what is on the screen now.
   *
   * @param part selector of the one part that counts: what a menu that is open lies over is in nobody's reach
   */
  async accessible(part?: string): Promise<void> {
    await expect(this.page.getByRole('status', { name: '正在加载' })).toHaveCount(0, { timeout: 20_000 });
    // What comes and goes, as a notice that fades, is judged when it has come to rest.
    await expect(async () => {
      expect(await this.violations(part), `accessibility of ${this.page.url()}`).toEqual([]);
    }).toPass({ timeout: 20_000 });
  }

  private async violations(part?: string): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(AXE);
    return this.page.evaluate(
      async ({ tags, part }) => {
        const result = await (globalThis as unknown as { axe: typeof axe }).axe.run(part ?? document, {
          runOnly: tags,
          resultTypes: ['violations'],
          iframes: false,
        });
        return result.violations.map(
          (rule) =>
            `${rule.id}: ${rule.nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary})`).join(' | ')}`,
        );
      },
      { tags: TAGS, part },
    );
  }

  /** Comes in by name and password; an account of the demo whose session is still open goes on with it. */
  async signIn(who: Account | { phone: string; password: string }, to = '/'): Promise<void> {
    if (typeof who === 'string' && (await this.comesBack(who))) {
      await this.page.goto(to);
      return;
    }
    await this.page.goto(`/bff/login?continue=${encodeURIComponent(to)}`);
    await this.signInHere(who, to);
    if (typeof who === 'string') sessions.set(who, await this.page.context().cookies());
  }

  /** On the page of signing in, which is open and leads to where this window was going. */
  async signInHere(who: Account | { phone: string; password: string }, to: string): Promise<void> {
    const [name, password] = typeof who === 'string' ? [who, PASSWORD] : [who.phone, who.password];
    // All journeys come from one address: what others of them guessed may have this browser work first.
    this.refused(428, '/api/auth/sign-in');
    await this.page.getByLabel('手机号或用户名').fill(name);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '登录' }).click();
    await this.page.waitForURL((url) => url.pathname + url.search === to, { timeout: 30_000 });
  }

  /** Takes up the session that an earlier journey opened, unless it has ended. */
  private async comesBack(who: Account): Promise<boolean> {
    const cookies = sessions.get(who);
    if (!cookies) return false;
    const context = this.page.context();
    await context.addCookies(cookies);
    if ((await context.request.get('/api/auth/me')).ok()) return true;
    sessions.delete(who);
    await context.clearCookies();
    return false;
  }

  /** A request as the open page would send it; what is not 2xx is an error. */
  async api<T = void>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, text } = await this.call(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** The same for requests that are to be refused. */
  async call(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
    return this.page.evaluate(
      async ([method, path, body]) => {
        const csrf = document.cookie
          .split('; ')
          .find((one) => one.startsWith('XSRF-TOKEN='))
          ?.slice('XSRF-TOKEN='.length);
        const response = await fetch(path, {
          method,
          headers: {
            ...(body ? { 'Content-Type': 'application/json' } : {}),
            ...(method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
            ...(csrf ? { 'X-XSRF-TOKEN': decodeURIComponent(csrf) } : {}),
          },
          body: body ? JSON.stringify(body) : undefined,
        });
        return { status: response.status, text: await response.text() };
      },
      [method, path, body] as const,
    );
  }
}
