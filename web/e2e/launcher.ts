import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Whether `./zhengqi` knows the platform at this address: it runs on this machine. */
export function isOurs(address: string): boolean {
  const { hostname, port } = new URL(address);
  return hostname === 'localhost' && !!port;
}

/** What `./zhengqi` says about the platform at this address. */
export async function zhengqi(address: string, ...words: string[]): Promise<string> {
  if (!isOurs(address)) throw new Error(`./zhengqi does not know the platform at ${address}`);
  const command = fileURLToPath(new URL('../../zhengqi', import.meta.url));
  const env = { ...process.env, ZHENGQI_PORT_OFFSET: String(Number(new URL(address).port) - 8080) };
  const { stdout } = await promisify(execFile)(command, words, { env });
  return stdout;
}

/** The link in the newest text message to this phone by which a password is set. */
export async function passwordLink(address: string, phone: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const message = (await zhengqi(address, 'sms'))
      .split('\n')
      .find((line) => line.includes(phone) && line.includes('/set-password#'));
    link = /(\/set-password#[\w-]+)/.exec(message ?? '')?.[1];
    expect(link).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return link!;
}

/**
 * The code in the newest text message to this phone that has the words in it, and came after `since` where the phone has had others before;
 * the simulator keeps what nobody sends.
 */
export async function smsCode(
  address: string,
  phone: string,
  words: string,
  since = new Date(0),
): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const message = (await zhengqi(address, 'sms'))
      .split('\n')
      .find(
        (line) =>
          line.includes(phone) && line.includes(words) && new Date(line.slice(0, line.indexOf(' '))) >= since,
      );
    code = /验证码 (\d{6})/.exec(message ?? '')?.[1];
    expect(code).toBeDefined();
  }).toPass({ timeout: 60_000 });
  return code!;
}
