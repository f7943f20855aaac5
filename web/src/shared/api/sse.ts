import { csrfToken, newTraceparent, urlOf } from './client';
import { isProblem, problemOf, ProblemError } from './problem';
import { beginAfresh, ELSEWHERE, refusesChanges, shownToHeader } from './shownTo';

export interface ServerEvent {
  id?: string;
  event: string;
  data: string;
}

/**
 * Parses `text/event-stream` as the HTML standard says: chunks may split anywhere, lines end in \n, \r or \r\n, lines
 * that start with a colon are comments, several data lines are joined.
 */
export class SseParser {
  retry: number | undefined;
  private buffer = '';
  private skipLineFeed = false;
  private data: string[] = [];
  private event = '';
  private id: string | undefined;

  push(chunk: string): ServerEvent[] {
    if (this.skipLineFeed && chunk.startsWith('\n')) chunk = chunk.slice(1);
    if (chunk) this.skipLineFeed = chunk.endsWith('\r');
    this.buffer += chunk;
    const lines = this.buffer.split(/\r\n|\r|\n/);
    this.buffer = lines.pop() ?? '';
    const events: ServerEvent[] = [];
    for (const line of lines) {
      const event = this.line(line.replace(/^\uFEFF/, ''));
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): ServerEvent | undefined {
    if (line === '') return this.dispatch();
    if (line.startsWith(':')) return undefined;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    else if (field === 'event') this.event = value;
    else if (field === 'id' && !value.includes('\0')) this.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return undefined;
  }

  private dispatch(): ServerEvent | undefined {
    const event = this.data.length
      ? { id: this.id, event: this.event || 'message', data: this.data.join('\n') }
      : undefined;
    this.data = [];
    this.event = '';
    return event;
  }
}

/** Reads one stream to its end. Works for POST as well, which `EventSource` cannot. */
async function readEvents(
  path: string,
  onEvent: (event: ServerEvent) => void,
  init: {
    method?: string;
    body?: unknown;
    lastEventId?: string;
    signal?: AbortSignal;
    onOpen?: () => void;
  } = {},
): Promise<{ retry?: number }> {
  const headers = new Headers({
    Accept: 'text/event-stream',
    traceparent: newTraceparent(),
    ...shownToHeader(false),
  });
  if (init.lastEventId) headers.set('Last-Event-ID', init.lastEventId);
  if (init.body !== undefined) headers.set('Content-Type', 'application/json');
  const token = init.method && init.method !== 'GET' ? csrfToken() : undefined;
  if (token) headers.set('X-XSRF-TOKEN', token);
  const response = await globalThis.fetch(urlOf(path), {
    method: init.method ?? 'GET',
    headers,
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
    signal: init.signal,
    credentials: 'same-origin',
    cache: 'no-store',
  });
  if (!response.ok || !response.body) throw await problemOf(response);
  init.onOpen?.();
  const parser = new SseParser();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { retry: parser.retry };
    for (const event of parser.push(decoder.decode(value, { stream: true }))) onEvent(event);
  }
}

interface StreamOptions {
  onEvent: (event: ServerEvent) => void;
  onOpen?: () => void;
  /** The server does not let the caller listen; nothing is tried again. */
  onRefused?: () => void;
  /** Where to go on. */
  lastEventId?: string;
  /** Milliseconds before attempt n (1-based) after a break. */
  delay?: (attempt: number) => number;
}

const backOff = (attempt: number) => Math.min(1000 * 2 ** (attempt - 1), 30_000) * (0.75 + Math.random() / 2);

/**
 * Keeps a stream open: reconnects with back-off and `Last-Event-ID`, gives up only when the server says that the caller
 * may not listen (401, 403, 404), or that it is another than this window shows what it hears to. Returns the function that closes it.
 */
export function openStream(path: string, options: StreamOptions): () => void {
  const abort = new AbortController();
  const delay = options.delay ?? backOff;
  let { lastEventId } = options;
  let attempt = 0;

  const run = async () => {
    while (!abort.signal.aborted) {
      let wait: number | undefined;
      try {
        const end = await readEvents(
          path,
          (event) => {
            if (event.id !== undefined) lastEventId = event.id;
            options.onEvent(event);
          },
          {
            lastEventId,
            signal: abort.signal,
            onOpen: () => {
              attempt = 0;
              options.onOpen?.();
            },
          },
        );
        wait = end.retry;
      } catch (error) {
        const another = isProblem(error, ELSEWHERE);
        if (another && !refusesChanges()) beginAfresh();
        if (another || (error instanceof ProblemError && [401, 403, 404].includes(error.status))) {
          options.onRefused?.();
          return;
        }
      }
      attempt += 1;
      await pause(wait ?? delay(attempt), abort.signal);
    }
  };
  void run();
  return () => abort.abort();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
