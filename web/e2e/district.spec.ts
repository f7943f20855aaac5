import { brandOf, foreignTo, hasNoneOf } from './districts';
import { expect, test } from './journey';
import { byReader, CONSOLE, PHONE, PORTAL } from './pages';

const APPS = [
  ['portal', '', PORTAL],
  ['h5', '/m', PHONE],
  ['console', '/admin', CONSOLE],
] as const;

test.describe.configure({ mode: 'parallel' });

/**
 * Whichever district the platform was started for, no page has a word of another. The run of all tests starts a second one for this journey, and leaves it out on the first, where
 * whoever opens every page looks for such words too; by hand: `ZHENGQI_DISTRICT=example ./zhengqi up`, then this.
 */
for (const [app, base, pages] of APPS)
  test(`no page of the ${app} has a word of another district`, async ({ visitor }) => {
    test.setTimeout(600_000);
    const anybody = await visitor();
    const brand = await brandOf(anybody.page);
    const foreign = foreignTo(brand.name);
    for (const [reader, paths] of byReader(pages)) {
      const one = reader === 'anybody' ? anybody : await visitor();
      if (reader !== 'anybody') await one.signIn(reader, base === '/admin' ? '/admin/' : '/');
      for (const path of paths)
        await test.step(`${reader} ${base}${path}`, async () => {
          await one.goesTo(base + path);
          await expect(one.page.getByRole('status', { name: '正在加载' })).toHaveCount(0);
          await hasNoneOf(foreign, one.page);
        });
    }
    await anybody.page.goto('/');
    await expect(anybody.page).toHaveTitle(new RegExp(brand.name));
    if (!brand.mascot.name) await expect(anybody.page.getByRole('img', { name: '巴巴虎' })).toHaveCount(0);
  });
