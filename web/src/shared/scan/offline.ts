import { api } from '../api';

/** What a phone or a desk keeps to check codes without a network. Nothing of it is secret. */
interface Prepared {
  keys: { district: number; keyId: string; publicKey: string }[];
  /** Platform time minus this machine's, in milliseconds. */
  skew: number;
  toleranceSeconds: number;
  /** When it was fetched, by this machine's clock. */
  at: number;
}

export type OfflineCheck =
  /** Signed by the platform and not expired: all that can be known without a network. */
  | { outcome: 'GENUINE'; issuedAt: number; expiresAt: number }
  | { outcome: 'EXPIRED'; issuedAt: number; expiresAt: number }
  /** From a future that only a wrong clock can explain. */
  | { outcome: 'CLOCK'; issuedAt: number }
  | { outcome: 'FORGED' }
  /** Signed with a key that this machine does not know. */
  | { outcome: 'FOREIGN' }
  /** Printed codes are sealed for the platform alone, which knows whether they were revoked. */
  | { outcome: 'PRINTED' }
  | { outcome: 'NO_CODE' }
  /** This machine has not fetched the key while it had a network, or its browser cannot check signatures. */
  | { outcome: 'UNPREPARED' };

const KEPT = 'zq.offline-check';
const SIGNATURE_BYTES = 64;
const BODY_BYTES = 1 + 4 + 4 + 16 + 16 + 8 + 1;

/** Fetches what a check without a network needs; to be called while there is one. */
export async function prepareOfflineCheck(): Promise<void> {
  const sent = Date.now();
  const { keys, at, toleranceSeconds } = await api.get('/api/code/offline-check');
  const received = Date.now();
  const skew = Date.parse(at) - (sent + received) / 2;
  const prepared: Prepared = { keys, skew, toleranceSeconds, at: received };
  localStorage.setItem(KEPT, JSON.stringify(prepared));
}

/** Since when this machine can check without a network, by its own clock. */
export const offlineCheckSince = (): number | undefined => prepared()?.at;

function prepared(): Prepared | undefined {
  try {
    const text = localStorage.getItem(KEPT);
    return text ? (JSON.parse(text) as Prepared) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a code that is shown on a screen is genuine and fresh, by the kept public key and this machine's clock. */
export async function checkOffline(content: string, now: number = Date.now()): Promise<OfflineCheck> {
  const bytes = bytesOf(content);
  const kind = bytes && String.fromCharCode(bytes[0]!);
  if (kind === 'S') return { outcome: 'PRINTED' };
  if (!bytes || kind !== 'P' || bytes.length !== BODY_BYTES + SIGNATURE_BYTES) return { outcome: 'NO_CODE' };
  const kept = prepared();
  if (!kept || !globalThis.crypto?.subtle) return { outcome: 'UNPREPARED' };
  const view = new DataView(bytes.buffer);
  const district = view.getInt32(1);
  const keyId = [...bytes.subarray(5, 9)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const key = kept.keys.find((one) => one.district === district && one.keyId === keyId);
  if (!key) return { outcome: 'FOREIGN' };
  if (!(await isSigned(bytes, key.publicKey))) return { outcome: 'FORGED' };

  const issuedAt = Number(view.getBigInt64(41));
  const expiresAt = issuedAt + view.getInt8(49) * 1000;
  const platformNow = now + kept.skew;
  // Times are shown by the clock of whoever looks.
  const here = { issuedAt: issuedAt - kept.skew, expiresAt: expiresAt - kept.skew };
  if (issuedAt > platformNow + kept.toleranceSeconds * 1000)
    return { outcome: 'CLOCK', issuedAt: here.issuedAt };
  return { outcome: platformNow < expiresAt ? 'GENUINE' : 'EXPIRED', ...here };
}

async function isSigned(bytes: Uint8Array<ArrayBuffer>, publicKey: string): Promise<boolean> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const der = Uint8Array.from(atob(publicKey), (letter) => letter.charCodeAt(0));
  try {
    const key = await crypto.subtle.importKey('spki', der, curve, false, ['verify']);
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    return await crypto.subtle.verify(how, key, bytes.subarray(BODY_BYTES), bytes.subarray(0, BODY_BYTES));
  } catch {
    return false;
  }
}

/** What stands behind `ZQ1:` in Base64url. */
function bytesOf(content: string): Uint8Array<ArrayBuffer> | undefined {
  const text = /^ZQ1:([A-Za-z0-9_-]{1,300})$/.exec(content)?.[1];
  if (!text) return undefined;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}
