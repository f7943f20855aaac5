import { ProblemError, type PasskeyCreation } from '../api';

const noPasskey = (detail: string) => new ProblemError({ status: 400, code: 'NO_PASSKEY', detail });

/** Whether this browser makes and uses passkeys: over https, or on the machine itself. */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

interface Registered {
  attestationObject: string;
  clientDataJSON: string;
  transports: string[];
}

interface Answered {
  id: string;
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
  userHandle?: string;
}

/** Has the device make a passkey. */
export async function makePasskey(options: PasskeyCreation): Promise<Registered> {
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );
  const { response } = made.toJSON() as { response: Registered };
  return {
    attestationObject: response.attestationObject,
    clientDataJSON: response.clientDataJSON,
    transports: response.transports,
  };
}

/** Has the device prove that the passkey, and its owner, are there. */
export async function askPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<Answered> {
  const given = await asked(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
  const { id, response } = given.toJSON() as { id: string; response: Omit<Answered, 'id'> };
  return {
    id,
    clientDataJSON: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    ...(response.userHandle ? { userHandle: response.userHandle } : {}),
  };
}

/** The browser says the same of "cancelled", "too late" and "there is none", so that pages learn nothing of the device. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  let given: Credential | null;
  try {
    given = await ask();
  } catch (error) {
    if (error instanceof DOMException) {
      throw noPasskey(
        error.name === 'InvalidStateError'
          ? '这台设备上已有本账号的通行密钥'
          : '没有完成：已取消、超时，或设备上没有可用的通行密钥',
      );
    }
    throw error;
  }
  if (!(given instanceof PublicKeyCredential)) throw noPasskey('浏览器没有给出通行密钥');
  return given;
}
