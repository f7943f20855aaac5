import { vi } from 'vitest';

/** A browser with passkeys, and a device whose owner agrees; `refuses` has them cancel. */
export function browserWithPasskeys() {
  class Credential {
    static parseCreationOptionsFromJSON = (options: unknown) => options;
    static parseRequestOptionsFromJSON = (options: unknown) => options;
    constructor(private readonly answer: object) {}
    toJSON() {
      return this.answer;
    }
  }
  let refused: DOMException | undefined;
  const give = (answer: object) => async () => {
    if (refused) throw refused;
    return new Credential(answer);
  };
  const credentials = {
    create: vi.fn(
      give({
        id: 'key',
        response: { attestationObject: 'made', clientDataJSON: 'client', transports: ['internal'] },
      }),
    ),
    get: vi.fn(
      give({
        id: 'key',
        response: {
          clientDataJSON: 'client',
          authenticatorData: 'data',
          signature: 'signed',
          userHandle: 'me',
        },
      }),
    ),
  };
  vi.stubGlobal('PublicKeyCredential', Credential);
  Object.defineProperty(navigator, 'credentials', { value: credentials, configurable: true });
  return {
    ...credentials,
    refuses: (name = 'NotAllowedError') => (refused = new DOMException('no', name)),
  };
}
