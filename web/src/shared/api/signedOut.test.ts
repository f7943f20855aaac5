import { expect, it, vi } from 'vitest';
import { onSignedOutElsewhere, tellSignedOut } from './signedOut';

it('other windows hear of a sign-out, until they stop listening', async () => {
  const heard = vi.fn();
  const end = onSignedOutElsewhere(heard);
  tellSignedOut();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  end();
});
