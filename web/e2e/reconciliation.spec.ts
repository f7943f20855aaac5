import { expect, test } from './journey';
import { isOurs, zhengqi } from './launcher';

test('the figures of the district are those of their sources', async ({ baseURL }) => {
  test.skip(!isOurs(baseURL!), 'only the platform of this machine can be asked');
  // What happened a moment ago is counted a moment later.
  await expect(async () => {
    expect(await zhengqi(baseURL!, 'reconcile')).toContain('no difference');
  }).toPass({ timeout: 120_000 });
});
