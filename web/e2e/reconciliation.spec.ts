import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from './journey';

test('the figures of the district are those of their sources', async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL!);
  test.skip(hostname !== 'localhost' || !port, 'only the platform of this machine can be asked');
  const command = fileURLToPath(new URL('../../zhengqi', import.meta.url));
  const env = { ...process.env, ZHENGQI_PORT_OFFSET: String(Number(port) - 8080) };
  // What happened a moment ago is counted a moment later.
  await expect(async () => {
    const { stdout } = await promisify(execFile)(command, ['reconcile'], { env });
    expect(stdout).toContain('no difference');
  }).toPass({ timeout: 120_000 });
});
