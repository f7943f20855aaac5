import { networkProblem, problemOf } from './problem';
import { startSignIn } from './session-flow';

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export interface RequestOptions {
  query?: Query;
  /** JSON value, or FormData for files. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Sent as `Idempotency-Key`: the server answers a repeat with the stored answer. */
  idempotencyKey?: string;
  /** Let the caller see a 401 instead of going to the sign-in page. */
  keep401?: boolean;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Value of the CSRF cookie that the gateway set, or undefined before its first answer. */
export function csrfToken(cookies: string = document.cookie): string | undefined {
  const found = cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found && decodeURIComponent(found.slice('XSRF-TOKEN='.length));
}

/** Absolute address of a platform path, with empty query values left out and arrays repeated. */
export function urlOf(path: string, query: Query = {}): string {
  const url = new URL(path, globalThis.location.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  }
  return url.toString();
}

/**
 * Sends one request. Answers the response if it succeeded, throws a `ProblemError` if not. A 401 starts the shared
 * sign-in flow and then rejects like any other problem, so no caller goes on as if it had data.
 */
export async function send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json', ...options.headers });
  let body: BodyInit | undefined;
  if (options.body instanceof FormData) body = options.body;
  else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.body);
  }
  if (!SAFE.has(method)) {
    let token = csrfToken();
    if (!token) {
      // The cookie comes with the gateway's first answer; a form may be posted before any other request was made.
      await globalThis.fetch(urlOf('/bff/session'), { credentials: 'same-origin' }).catch(() => undefined);
      token = csrfToken();
    }
    if (token) headers.set('X-XSRF-TOKEN', token);
  }
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);

  let response: Response;
  try {
    response = await globalThis.fetch(urlOf(path, options.query), {
      method,
      headers,
      body,
      signal: options.signal,
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw networkProblem();
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401 && !options.keep401) startSignIn();
  throw problem;
}

async function json<T>(method: string, path: string, options?: RequestOptions): Promise<T> {
  const response = await send(method, path, options);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  get: <T>(path: string, options?: RequestOptions) => json<T>('GET', path, options),
  post: <T = void>(path: string, body?: unknown, options?: RequestOptions) =>
    json<T>('POST', path, { ...options, body }),
  put: <T = void>(path: string, body?: unknown, options?: RequestOptions) =>
    json<T>('PUT', path, { ...options, body }),
  delete: <T = void>(path: string, options?: RequestOptions) => json<T>('DELETE', path, options),
  /** A file as blob, with the name that the server gave it. */
  async file(path: string, options?: RequestOptions): Promise<{ blob: Blob; name: string }> {
    const response = await send('GET', path, { ...options, headers: { Accept: '*/*', ...options?.headers } });
    return { blob: await response.blob(), name: fileName(response.headers.get('Content-Disposition')) };
  },
};

function fileName(disposition: string | null): string {
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

/** A key for one intended creation: make it when the form opens, keep it over retries, renew it after success. */
export function newIdempotencyKey(): string {
  if (globalThis.crypto.randomUUID) return globalThis.crypto.randomUUID();
  // randomUUID exists only in secure contexts; a district's test site may be plain http.
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
