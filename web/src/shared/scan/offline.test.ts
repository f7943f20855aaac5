import { beforeEach, describe, expect, it } from 'vitest';
import { answerWith, json } from '../test/http';
import { checkOffline, offlineCheckSince, prepareOfflineCheck } from './offline';
import { serviceTokenOf } from './serviceCode';

const NOW = Date.parse('2026-03-15T02:00:00Z');
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

/** Written by CodeSignerTest's signer: what it still reads there is checked here as a phone does it. */
const JAVA = {
  key: {
    district: 500113,
    keyId: '3f6cf121',
    publicKey:
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEJC6XHWlL3lTQqRaXuHtxonE9/PhmZdRW5J35qpvvdZVTjgAeBNg1' +
      'O3rcRmcYXrcDrgt3rQ+keaHODdyYUirjkQ==',
  },
  content:
    'ZQ1:UAAHoZE_bPEhAZod2-KIcdmnhw4P1YPVgV8MOlKKO0xvnR4rekxdbn8AAAGc7zjBezc7YLXwvE3I' +
    'FUGkKfXKgp-mRRtG0x6Hrkgebo-MqlGQ-5te98JPeVy6om8xCje5zmCHua1pretZO_CBQI9len0V',
  issuedAt: Date.parse('2026-03-15T02:00:00.123Z'),
};

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const content = (bytes: Uint8Array) =>
  `ZQ1:${base64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;

/** A code as the service writes it, signed with the private half. */
async function code(pair: CryptoKeyPair, issuedAt = NOW, keyId = 0x0a0b0c0d) {
  const bytes = new Uint8Array(50);
  const body = new DataView(bytes.buffer);
  body.setUint8(0, 'P'.charCodeAt(0));
  body.setInt32(1, 500113);
  body.setInt32(5, keyId);
  body.setBigInt64(41, BigInt(issuedAt));
  body.setInt8(49, 55);
  const signature = await crypto.subtle.sign(SIGNING, pair.privateKey, bytes);
  return new Uint8Array([...bytes, ...new Uint8Array(signature)]);
}

async function prepared(pair: CryptoKeyPair, at = new Date().toISOString()) {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  answerWith({
    'GET /api/code/offline-check': json({
      keys: [{ district: 500113, keyId: '0a0b0c0d', publicKey: base64(spki) }],
      at,
      toleranceSeconds: 5,
    }),
  });
  await prepareOfflineCheck();
}

const pairOfKeys = () => crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);

beforeEach(() => localStorage.clear());

describe('a check without a network', () => {
  it('knows a genuine code from one that has expired', async () => {
    const pair = await pairOfKeys();
    await prepared(pair);
    const shown = content(await code(pair));
    expect(await checkOffline(shown, NOW + 54_000)).toMatchObject({ outcome: 'GENUINE' });
    expect(await checkOffline(shown, NOW + 56_000)).toMatchObject({ outcome: 'EXPIRED' });
  });

  it('goes by the platform’s clock where the phone’s is wrong', async () => {
    const pair = await pairOfKeys();
    await prepared(pair, new Date(Date.now() + 180_000).toISOString());
    const shown = content(await code(pair));
    expect(await checkOffline(shown, NOW - 180_000)).toMatchObject({ outcome: 'GENUINE' });
    expect(await checkOffline(shown, NOW)).toMatchObject({ outcome: 'EXPIRED' });
  });

  it('does not believe a code from the future', async () => {
    const pair = await pairOfKeys();
    await prepared(pair);
    expect(await checkOffline(content(await code(pair)), NOW - 30_000)).toMatchObject({ outcome: 'CLOCK' });
  });

  it('notices every changed bit, and a signature by somebody else', async () => {
    const pair = await pairOfKeys();
    await prepared(pair);
    const genuine = await code(pair);
    for (let at = 9; at < genuine.length; at++) {
      const forged = genuine.slice();
      forged[at]! ^= 1;
      expect(await checkOffline(content(forged), NOW)).toEqual({ outcome: 'FORGED' });
    }
    expect(await checkOffline(content(await code(await pairOfKeys())), NOW)).toEqual({ outcome: 'FORGED' });
  });

  it('says of a key that it does not know that the code is foreign', async () => {
    const pair = await pairOfKeys();
    await prepared(pair);
    expect(await checkOffline(content(await code(pair, NOW, 7)), NOW)).toEqual({ outcome: 'FOREIGN' });
  });

  it('leaves printed codes to the platform, and is no judge of what is no code', async () => {
    expect(await checkOffline('ZQ1:UwAHocEAAAAA')).toEqual({ outcome: 'PRINTED' });
    expect(await checkOffline('https://example.cn/pay')).toEqual({ outcome: 'NO_CODE' });
  });

  it('says that it has no key before it fetched one', async () => {
    expect(offlineCheckSince()).toBeUndefined();
    expect(await checkOffline(content(await code(await pairOfKeys())))).toEqual({ outcome: 'UNPREPARED' });
  });

  it('understands what the service signs', async () => {
    localStorage.setItem(
      'zq.offline-check',
      JSON.stringify({ keys: [JAVA.key], skew: 0, toleranceSeconds: 5, at: 0 }),
    );
    expect(await checkOffline(JAVA.content, JAVA.issuedAt + 1000)).toEqual({
      outcome: 'GENUINE',
      issuedAt: JAVA.issuedAt,
      expiresAt: JAVA.issuedAt + 55_000,
    });
  });
});

it('a service code is known by its address, whoever serves it', () => {
  expect(serviceTokenOf('https://qyfw.example.gov.cn/m/s/0123456789ab')).toBe('0123456789ab');
  expect(serviceTokenOf('https://qyfw.example.gov.cn/m/s/0123456789ab/../../me')).toBeUndefined();
  expect(serviceTokenOf('javascript:alert(1)//m/s/0123456789ab')).toBeUndefined();
});
