import { describe, expect, it, vi } from 'vitest';
import { problem } from '../test/http';
import * as flow from './session-flow';
import { showsTo } from './shownTo';
import { openStream, SseParser, type ServerEvent } from './sse';

const parse = (...chunks: string[]) => {
  const parser = new SseParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

describe('the event stream parser', () => {
  it('reads name, data and id', () => {
    expect(parse('id: 7\nevent: unread\ndata: {"count":3}\n\n')).toEqual([
      { id: '7', event: 'unread', data: '{"count":3}' },
    ]);
  });

  it('joins what was split anywhere, inside a line end too', () => {
    expect(parse('data: 中', '文\r', '\nda', 'ta: 2\r\n', '\r\n')).toEqual([
      { id: undefined, event: 'message', data: '中文\n2' },
    ]);
  });

  it('takes all three kinds of line ends', () => {
    expect(parse('data: a\n\ndata: b\r\rdata: c\r\n\r\n').map((one) => one.data)).toEqual(['a', 'b', 'c']);
  });

  it('passes over comments and blocks without data', () => {
    expect(parse(': heartbeat\n\nevent: nothing\n\ndata: x\n\n')).toEqual([
      { id: undefined, event: 'message', data: 'x' },
    ]);
  });

  it('keeps the last id for events that bring none, and takes one leading space off', () => {
    expect(parse('id: 1\ndata:  a\n\ndata:b\n\n')).toEqual([
      { id: '1', event: 'message', data: ' a' },
      { id: '1', event: 'message', data: 'b' },
    ]);
  });

  it('does not give out an event before its empty line', () => {
    expect(parse('data: half')).toEqual([]);
  });

  it('hears how long to wait', () => {
    const parser = new SseParser();
    parser.push('retry: 2500\nretry: soon\n\n');
    expect(parser.retry).toBe(2500);
  });
});

const stream = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/event-stream' } });

describe('an open stream', () => {
  it('comes back after a break and says where it stood', async () => {
    const seen: (string | null)[] = [];
    const events: ServerEvent[] = [];
    let close = () => {};
    const done = new Promise<void>((resolve) => {
      vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
        seen.push(new Headers(init.headers).get('Last-Event-ID'));
        if (seen.length === 2) throw new TypeError('connection lost');
        return stream(`id: ${seen.length}\ndata: ${seen.length}\n\n`);
      });
      close = openStream('/api/message/my/stream', {
        delay: () => 0,
        onEvent: (event) => {
          events.push(event);
          if (events.length === 2) resolve();
        },
      });
    });
    await done;
    close();
    expect(seen.slice(0, 3)).toEqual([null, '1', '1']);
    expect(events.map((one) => one.data)).toEqual(['1', '3']);
  });

  it('says to whom the window shows what it hears, and begins afresh where that is another by now', async () => {
    const reload = vi.spyOn(flow, 'reload').mockImplementation(() => undefined);
    const fetch = vi.fn(async (_: string, __: RequestInit) => problem(409, 'SWITCHED_ELSEWHERE'));
    vi.stubGlobal('fetch', fetch);
    showsTo({ accountId: 'a1', enterprise: { id: 'e1', name: '甲公司', uscc: '' } });
    const onRefused = vi.fn();
    openStream('/api/message/my/stream', { onEvent: vi.fn(), onRefused, delay: () => 0 });
    await vi.waitFor(() => expect(onRefused).toHaveBeenCalled());
    expect(reload).toHaveBeenCalledOnce();
    expect(fetch).toHaveBeenCalledOnce();
    expect(new Headers(fetch.mock.calls[0]![1].headers).get('X-Shown-To')).toBe('a1');
  });

  it('gives up where the server says that one may not listen', async () => {
    const fetch = vi.fn(async () => problem(403, 'FORBIDDEN'));
    vi.stubGlobal('fetch', fetch);
    const close = openStream('/x', { delay: () => 0, onEvent: () => undefined });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fetch).toHaveBeenCalledOnce();
    close();
  });
});
