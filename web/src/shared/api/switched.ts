/** Windows of one browser share a session; each is told when another of them acts for another enterprise. */
const CHANNEL = 'zq-switched';

export function tellSwitched(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `then` when another window has switched. Returns the function that ends it. */
export function onSwitchedElsewhere(then: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = then;
  return () => channel.close();
}
