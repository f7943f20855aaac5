import { useEffect, useEffectEvent } from 'react';
import { openStream, type ServerEvent } from './sse';

/** Between windows: what was heard, where a window that has just been opened asks how far that went, and the answer. */
type Word = { heard: ServerEvent } | { asks: true } | { stands: string };

/**
 * Listens to a stream that all windows of a browser share: over HTTP/1.1 a browser has six connections to a host, and a
 * stream holds one for as long as it is open. Of the windows that can be seen one holds the lock `name` and the stream,
 * and tells the others; when it is closed or hidden the next one goes on where it stood. `name` must tell people apart.
 * Where the browser has no locks (plain http) each window that can be seen listens for itself. Returns the function that
 * ends it.
 */
export function openSharedStream(
  path: string,
  name: string,
  onEvent: (event: ServerEvent) => void,
): () => void {
  const locks = (navigator as Partial<Navigator>).locks;
  const channel = locks && new BroadcastChannel(name);
  let lastEventId: string | undefined;
  let turn: AbortController | undefined;

  const say = (word: Word) => channel?.postMessage(word);
  const take = (event: ServerEvent) => {
    if (event.id !== undefined) lastEventId = event.id;
    onEvent(event);
  };
  const listen = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const close = openStream(path, {
        lastEventId,
        onEvent: (event) => {
          take(event);
          say({ heard: event });
        },
        // Whoever waits for the lock may be let in where this window was not.
        onRefused: () => resolve(),
      });
      const end = () => {
        close();
        resolve();
      };
      if (signal.aborted) end();
      else signal.addEventListener('abort', end);
    });
  const seen = () => {
    if (document.visibilityState === 'hidden') {
      turn?.abort();
      turn = undefined;
    } else if (!turn) {
      const { signal } = (turn = new AbortController());
      // Rejected when it is given up before its turn came.
      if (locks) locks.request(name, { signal }, () => listen(signal)).catch(() => undefined);
      else void listen(signal);
    }
  };

  if (channel) {
    channel.onmessage = ({ data: word }: MessageEvent<Word>) => {
      if ('heard' in word) take(word.heard);
      else if ('asks' in word) {
        if (lastEventId !== undefined) say({ stands: lastEventId });
      }
      // Whoever answers may be behind what was heard meanwhile.
      else lastEventId ??= word.stands;
    };
    say({ asks: true });
  }
  document.addEventListener('visibilitychange', seen);
  seen();
  return () => {
    document.removeEventListener('visibilitychange', seen);
    turn?.abort();
    channel?.close();
  };
}

/** Listens while mounted, unless there is nobody to listen for. */
export function useSharedStream(
  path: string,
  account: string | undefined,
  onEvent: (event: ServerEvent) => void,
): void {
  const handle = useEffectEvent(onEvent);
  useEffect(() => {
    if (!account) return;
    return openSharedStream(path, `${path} ${account}`, (event) => handle(event));
  }, [path, account]);
}
