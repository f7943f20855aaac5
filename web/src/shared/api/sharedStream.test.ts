import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSharedStream } from './sharedStream';
import type { ServerEvent } from './sse';

/** The one holder of a name after the other, as `navigator.locks` has it. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>) => {
      const held = last.then(() => {
        if (signal.aborted) throw new DOMException('given up', 'AbortError');
        return hold();
      });
      last = held.catch(() => undefined);
      return held;
    },
  };
}

interface Connection {
  lastEventId: string | null;
  send: (text: string) => void;
  /** The server has said enough: each stream has an end. */
  end: () => void;
  open: () => boolean;
}
let connections: Connection[];
let close: (() => void)[];
let visibility: DocumentVisibilityState;
let refusals: number;

beforeEach(() => {
  connections = [];
  refusals = 0;
  close = [];
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    if (refusals > 0) {
      refusals -= 1;
      return new Response('{"code":"UNAUTHENTICATED"}', { status: 401 });
    }
    let open = true;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        connections.push({
          lastEventId: new Headers(init.headers).get('Last-Event-ID'),
          send: (text) => controller.enqueue(new TextEncoder().encode(text)),
          end: () => {
            open = false;
            controller.close();
          },
          open: () => open,
        });
        init.signal!.addEventListener('abort', () => {
          if (open) controller.error(init.signal!.reason);
          open = false;
        });
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  });
});

afterEach(() => {
  close.forEach((one) => one());
  Reflect.deleteProperty(navigator, 'locks');
});

function windowOf(account: string) {
  const events: ServerEvent[] = [];
  const end = openSharedStream('/stream', account, (event) => events.push(event));
  close.push(end);
  return { events, end, data: () => events.map((one) => one.data) };
}
const live = () => connections.filter((one) => one.open());
function turn(to: DocumentVisibilityState) {
  visibility = to;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a stream that windows share', () => {
  beforeEach(() => Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true }));

  it('is one connection, and every window hears it', async () => {
    const windows = Array.from({ length: 7 }, () => windowOf('a'));
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    live()[0]!.send('id: 4\ndata: x\n\n');
    await vi.waitFor(() => windows.forEach((one) => expect(one.data()).toEqual(['x'])));
    expect(connections).toHaveLength(1);
  });

  it('goes on in another window when one is not let in', async () => {
    refusals = 1;
    const [first, second] = [windowOf('a'), windowOf('a')];
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    live()[0]!.send('id: 4\ndata: x\n\n');
    await vi.waitFor(() => expect(second.data()).toEqual(['x']));
    expect(first.data()).toEqual(['x']);
  });

  it('goes on in another window where it stood when the first is closed', async () => {
    const [first, second] = [windowOf('a'), windowOf('a')];
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    live()[0]!.send('id: 4\ndata: x\n\n');
    await vi.waitFor(() => expect(second.data()).toEqual(['x']));
    first.end();
    await vi.waitFor(() => expect(connections).toHaveLength(2));
    expect(live()).toHaveLength(1);
    expect(connections[1]!.lastEventId).toBe('4');
    live()[0]!.send('id: 5\ndata: y\n\n');
    await vi.waitFor(() => expect(second.data()).toEqual(['x', 'y']));
    expect(first.data()).toEqual(['x']);
  });
});

describe('a window that has heard no message yet', () => {
  const NUMBER = 'id: 4\nevent: unread\ndata: {"count":1}\n\n';

  it('comes back where the number was told, and misses nothing', async () => {
    windowOf('a');
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    live()[0]!.send(NUMBER);
    live()[0]!.end();
    await vi.waitFor(() => expect(connections).toHaveLength(2), { timeout: 3000 });
    expect(connections[1]!.lastEventId).toBe('4');
  });

  it('was hidden meanwhile, and goes on where it stood', async () => {
    const { data } = windowOf('a');
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    live()[0]!.send(NUMBER);
    await vi.waitFor(() => expect(data()).toEqual(['{"count":1}']));
    turn('hidden');
    turn('visible');
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    expect(connections[1]!.lastEventId).toBe('4');
  });

  it('was opened after another had been told, and goes on from there when that one is closed', async () => {
    Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true });
    const first = windowOf('a');
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    live()[0]!.send(NUMBER);
    await vi.waitFor(() => expect(first.data()).toHaveLength(1));
    const second = windowOf('a');
    await new Promise((resolve) => setTimeout(resolve, 20));
    first.end();
    await vi.waitFor(() => expect(connections).toHaveLength(2));
    expect(connections[1]!.lastEventId).toBe('4');
    expect(second.data()).toEqual([]);
  });
});

describe('without locks', () => {
  it('a window listens only while it can be seen', async () => {
    const { data } = windowOf('a');
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    live()[0]!.send('id: 4\ndata: x\n\n');
    await vi.waitFor(() => expect(data()).toEqual(['x']));
    turn('hidden');
    expect(live()).toHaveLength(0);
    turn('visible');
    await vi.waitFor(() => expect(live()).toHaveLength(1));
    expect(connections[1]!.lastEventId).toBe('4');
  });
});
