import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { PHONE, PORTAL } from './pages';

const DISTRICTS = resolve(import.meta.dirname, '../../deploy/district');
const FIRST = 'banan';

/** Names of a district as its own files give them. */
function words(district: string): string[] {
  const yaml = readFileSync(join(DISTRICTS, district, 'district.yaml'), 'utf8');
  const value = (key: string) => new RegExp(`^ +${key}: "?([^"\\n]+?)"?$`, 'm').exec(yaml)?.[1];
  const { towns } = JSON.parse(readFileSync(join(DISTRICTS, district, 'data/towns.json'), 'utf8')) as {
    towns: { name: string }[];
  };
  const mascot = /mascot:\n +name: (.+)/.exec(yaml)?.[1];
  // 示例 alone is a word that any page may have.
  const stems =
    district === FIRST ? ['渝', value('name')?.replace(/区$/, ''), value('city')?.replace(/市$/, '')] : [];
  return [value('platform'), value('short-name'), mascot, ...stems, ...towns.map((town) => town.name)].filter(
    (word): word is string => !!word && word !== '""',
  );
}

const open = (pages: typeof PORTAL, base: string) =>
  Object.entries(pages)
    .filter(([path, reader]) => reader === 'anybody' && !path.includes(':'))
    .map(([path]) => base + path.slice(1));

/**
 * Whichever district the platform was started for: no page that anybody may open has a word of another. For the second one:
 * `ZHENGQI_DISTRICT=example ./zhengqi up`, then this journey.
 */
test('no public page has a word of another district', async ({ page, request }) => {
  const brand = (await (await request.get('/brand.json')).json()) as {
    name: string;
    mascot: { name: string };
    district: { name: string };
  };
  const others = readdirSync(DISTRICTS).filter(
    (one) =>
      !readFileSync(join(DISTRICTS, one, 'district.yaml'), 'utf8').includes(`platform: ${brand.name}\n`),
  );
  expect(others).not.toHaveLength(readdirSync(DISTRICTS).length);
  const foreign = others.flatMap(words);
  for (const address of [...open(PORTAL, '/'), ...open(PHONE, '/m/')]) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.locator('#root')).not.toBeEmpty();
      await page.waitForLoadState('networkidle');
      const shown = `${await page.title()}\n${await page.locator('body').innerText()}`;
      expect(foreign.filter((word) => shown.includes(word))).toEqual([]);
    });
  }
  await page.goto('/');
  await expect(page).toHaveTitle(new RegExp(brand.name));
  if (!brand.mascot.name) await expect(page.getByRole('img', { name: '巴巴虎' })).toHaveCount(0);
});
