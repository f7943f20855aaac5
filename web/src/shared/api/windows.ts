/**
 * The windows of one browser share a session: what one does to it is told to the others, and not to itself. One channel a window,
 * for a second one would hear the first.
 */
function channel(name: string) {
  let own: BroadcastChannel | undefined;
  const open = () => (own ??= new BroadcastChannel(name));
  return {
    tell: () => open().postMessage(null),
    /** Calls `then` when another window tells. Returns the function that ends it. */
    listen(then: () => void): () => void {
      open().onmessage = then;
      return () => {
        open().onmessage = null;
      };
    },
  };
}

const signedOut = channel('zq-signed-out');
const switched = channel('zq-switched');

export const tellSignedOut = signedOut.tell;
export const onSignedOutElsewhere = signedOut.listen;

/** That this window acts for another enterprise from now on. */
export const tellSwitched = switched.tell;
export const onSwitchedElsewhere = switched.listen;
