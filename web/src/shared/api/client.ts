import type { AnswerOf, Arguments, Common, ListPath, ItemOf, Method, PathOf, QueryOf } from './paths';
import { networkProblem, ProblemError, problemOf } from './problem';
import { noteBrokenOff, noteRunOut, startSignIn } from './session-flow';
import {
  beginAfresh,
  ELSEWHERE,
  isShownToSomebody,
  refuseChangesForAnother,
  refusesChanges,
  shownToHeader,
} from './shownTo';
import type { Page } from './types';

/** A request as it is sent; the pages use `api`, which knows what each path takes. */
export interface Request extends Common {
  path?: Record<string, unknown>;
  query?: object;
  /** JSON value, or FormData for files. */
  body?: unknown;
  accept?: string;
}

/** Value of the CSRF cookie that the gateway set, or undefined before its first answer. */
export function csrfToken(cookies: string = document.cookie): string | undefined {
  const found = cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found && decodeURIComponent(found.slice('XSRF-TOKEN='.length));
}

/**
 * Absolute address of a platform path with its `{names}` filled, empty query values left out and arrays repeated.
 */
export function urlOf(path: string, query: object = {}, values: Record<string, unknown> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const url = new URL(filled, globalThis.location.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      url.searchParams.append(name, String(one));
  }
  return url.toString();
}

/** What a page asks for without anybody at it must not keep a member of staff signed in: the gateway does not count it as work. */
const BY_ITSELF_AFTER = 60_000;
let lastTouched = Date.now();
// What is pressed by voice or by a screen reader is a click alone.
for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'click'])
  globalThis.addEventListener?.(event, () => (lastTouched = Date.now()), { capture: true, passive: true });

const waiting = new Set<() => void>();

/** Calls once when the platform next answers anything: then the network is back. */
export function onceAnswered(listener: () => void): void {
  waiting.add(listener);
}

/** Bytes that a browser takes for a page that is going away; a character has three at most in what is typed here. */
const MOST_KEPT_ALIVE = 60_000;

/** Whether it is sent while the page is put aside or left: what was typed last is not broken off with it. */
const outlivesPage = (body: BodyInit | undefined) =>
  typeof document !== 'undefined' &&
  document.visibilityState === 'hidden' &&
  typeof body === 'string' &&
  body.length * 3 < MOST_KEPT_ALIVE;

/**
 * Sends one request. Answers the response if it succeeded, throws a `ProblemError` if not. A 401 starts the shared
 * sign-in flow and then rejects like any other problem, so no caller goes on as if it had data.
 */
export async function send(method: Method, path: string, options: Request = {}): Promise<Response> {
  if (refusesChanges() && method !== 'get' && !options.ofAccount && !path.startsWith('/bff/')) {
    throw new ProblemError({
      status: 409,
      code: ELSEWHERE,
      detail:
        '您已不再以本页的账号或企业办理（登录了其他账号、切换了企业，或被移出企业），本次操作没有提交。请刷新页面，确认后再办理',
    });
  }
  const headers = new Headers({ Accept: options.accept ?? 'application/json, application/problem+json' });
  let body: BodyInit | undefined;
  if (options.body instanceof FormData) body = options.body;
  else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.body);
  }
  if (method !== 'get') {
    let token = csrfToken();
    if (!token) {
      // The cookie comes with the gateway's first answer; a form may be posted before any other request was made.
      await globalThis.fetch(urlOf('/bff/session'), { credentials: 'same-origin' }).catch(() => undefined);
      token = csrfToken();
    }
    if (token) headers.set('X-XSRF-TOKEN', token);
  }
  for (const [name, value] of Object.entries(shownToHeader(method !== 'get' && !options.ofAccount)))
    headers.set(name, value);
  headers.set('traceparent', newTraceparent());
  if (Date.now() - lastTouched > BY_ITSELF_AFTER) headers.set('X-Background', '1');
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);

  let response: Response;
  try {
    response = await globalThis.fetch(urlOf(path, options.query, options.path), {
      method: method.toUpperCase(),
      headers,
      body,
      signal: options.signal,
      credentials: 'same-origin',
      keepalive: method !== 'get' && outlivesPage(body),
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw networkProblem();
  }
  waiting.forEach((listener) => listener());
  waiting.clear();
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401 && !options.keep401) {
    if (method !== 'get') noteBrokenOff();
    else if (isShownToSomebody()) noteRunOut();
    startSignIn();
  }
  if (problem.code === ELSEWHERE && !refusesChanges()) {
    if (method === 'get') beginAfresh();
    else refuseChangesForAnother();
  }
  throw problem;
}

async function json<T>(method: Method, path: string, options?: Request): Promise<T> {
  const response = await send(method, path, options);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

const call =
  <M extends Method>(method: M) =>
  <P extends PathOf<M>>(path: P, ...[options]: Arguments<M, P>): Promise<AnswerOf<M, P>> =>
    json(method, path, options as Request | undefined);

/** One call per method; what a path takes and answers is checked against the OpenAPI documents. */
export const api = {
  get: call('get'),
  post: call('post'),
  put: call('put'),
  delete: call('delete'),
  /** One page of any list: what list components use, that do not know which list they show. */
  list: <P extends ListPath>(
    path: P,
    options: { query?: QueryOf<P>; signal?: AbortSignal },
  ): Promise<Page<ItemOf<P>>> => json('get', path, options),
  /** A file as blob, with the name that the server gave it. */
  async file<P extends PathOf<'get'>>(
    path: P,
    ...[options]: Arguments<'get', P>
  ): Promise<{ blob: Blob; name: string }> {
    const response = await send('get', path, { ...(options as Request | undefined), accept: '*/*' });
    return { blob: await response.blob(), name: fileName(response.headers.get('Content-Disposition')) };
  },
};

export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'download';
}

/** Hands a blob to the browser's download. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A key for one intended creation; `useSubmit` keeps it over the tries. */
export const newIdempotencyKey = () => hex(16);

/**
 * W3C trace context of one request, so that a trace begins in the browser: the problem that the server answers carries
 * the same trace id, which finds the request in the logs of every service it passed.
 */
export const newTraceparent = () => `00-${hex(16)}-${hex(8)}-01`;

/** Random bytes in hexadecimal; `crypto.randomUUID` exists only in secure contexts, and a test site may be plain http. */
function hex(bytes: number): string {
  const random = globalThis.crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
