import { vi } from 'vitest';

export interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
}

type Answer = Response | (() => Response) | Error | DOMException;

/** Replaces fetch by answers per "METHOD /path"; several answers are given one after the other, the last one for ever. */
export function answerWith(answers: Record<string, Answer | Answer[]>): Sent[] {
  const sent: Sent[] = [];
  const left = new Map(Object.entries(answers).map(([key, value]) => [key, [value].flat()]));
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, location.origin);
    const method = init.method ?? 'GET';
    sent.push({
      method,
      url,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    });
    const queue = left.get(`${method} ${url.pathname}`);
    if (!queue) throw new TypeError(`no answer for ${method} ${url.pathname}`);
    const answer = queue.length > 1 ? queue.shift()! : queue[0]!;
    if (typeof answer === 'function') return answer();
    if (answer instanceof Response) return answer.clone();
    throw answer;
  });
  return sent;
}

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

export const problem = (status: number, code: string, more: object = {}) =>
  new Response(JSON.stringify({ status, code, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

/** Answers `GET /api/message/my/stream`, which stays open; `tell` sends a message through it. */
export function messageStream() {
  let to: ReadableStreamDefaultController<Uint8Array> | undefined;
  const text = (message: object) => `event: message\ndata: ${JSON.stringify(message)}\n\n`;
  return {
    answer: () =>
      new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (to = controller) }), {
        headers: { 'Content-Type': 'text/event-stream' },
      }),
    tell: (message: object) => to!.enqueue(new TextEncoder().encode(text(message))),
  };
}
