import { ProblemError, type PasskeyCreation } from '../api';

const noPasskey = (detail: string) => new ProblemError({ status: 400, code: 'NO_PASSKEY', detail });

/** An address in figures belongs to no site, and passkeys are made for a site: the browser has them, and refuses each. */
const isIpAddress = (host: string) => /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.startsWith('[');

/** Why no passkey is made or used here, in words for whoever looks for it; nothing where they work: by a name, over https or on the machine itself. */
export function whyNoPasskeys(): string | undefined {
  if (isIpAddress(location.hostname)) {
    return '通行密钥需要以域名（如 localhost）访问，不能用 IP 地址。请改用平台的网址打开本页。';
  }
  if (globalThis.isSecureContext === false) {
    return '通行密钥需要以 https 开头的网址访问。请改用平台的正式网址打开本页。';
  }
  const known =
    typeof PublicKeyCredential !== 'undefined' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential;
  return known ? undefined : '当前浏览器不支持通行密钥，请使用新版浏览器。';
}

/** What the browser says of a page that is not at the address for which this platform's passkeys are, and of a device that has one already. */
const REFUSALS: Record<string, string> = {
  InvalidStateError: '这台设备上已有本账号的通行密钥',
  SecurityError: '当前网址不是本平台通行密钥所用的网址，请从平台的正式网址打开本页',
};

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
      throw noPasskey(REFUSALS[error.name] ?? '没有完成：已取消、超时，或设备上没有可用的通行密钥');
    }
    throw error;
  }
  if (!(given instanceof PublicKeyCredential)) throw noPasskey('浏览器没有给出通行密钥');
  return given;
}
