/** Windows of one browser share a session; each is told when another of them has ended it. */
const CHANNEL = 'zq-signed-out';

export function tellSignedOut(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Calls `then` when another window signs out. Returns the function that ends it. */
export function onSignedOutElsewhere(then: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = then;
  return () => channel.close();
}
