import { vi } from 'vitest';

/** What a page finds at http:// on another machine: no `randomUUID`, no `subtle`. */
export const overPlainHttp = () =>
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
