import { expect, it, vi } from 'vitest';
import { onSignedOutElsewhere, onSwitchedElsewhere, tellSignedOut, tellSwitched } from './windows';

it.each([
  ['signs out', 'zq-signed-out', onSignedOutElsewhere, tellSignedOut],
  ['acts for another enterprise', 'zq-switched', onSwitchedElsewhere, tellSwitched],
])('whoever %s tells the other windows, and does not hear it itself', async (_, name, listen, tell) => {
  const here = vi.fn();
  const there = vi.fn();
  const other = new BroadcastChannel(name);
  other.onmessage = there;
  const end = listen(here);

  tell();
  await vi.waitFor(() => expect(there).toHaveBeenCalledOnce());
  expect(here).not.toHaveBeenCalled();

  other.postMessage(null);
  await vi.waitFor(() => expect(here).toHaveBeenCalledOnce());
  end();
  other.close();
});
