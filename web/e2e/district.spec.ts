import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './journey';
import { byReader, CONSOLE, PHONE, PORTAL } from './pages';

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

/** Names of the first district's institutions, as accounts and applications show them. */
function institutions(district: string): string[] {
  return readFileSync(join(DISTRICTS, district, 'data/institutions.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { name: string }).name);
}

const APPS = [
  ['portal', '', PORTAL],
  ['h5', '/m', PHONE],
  ['console', '/admin', CONSOLE],
] as const;

test.describe.configure({ mode: 'parallel' });

/**
 * Whichever district the platform was started for, no page has a word of another. The run of all tests starts a second one for this journey;
 * by hand: `ZHENGQI_DISTRICT=example ./zhengqi up`, then this. On the first one the pages that anybody may open are enough.
 */
for (const [app, base, pages] of APPS)
  test(`no page of the ${app} has a word of another district`, async ({ visitor }) => {
    test.setTimeout(600_000);
    const anybody = await visitor();
    await anybody.page.goto('/');
    const brand = JSON.parse((await anybody.call('GET', '/brand.json')).text) as {
      name: string;
      mascot: { name: string };
    };
    const isOf = (district: string) =>
      readFileSync(join(DISTRICTS, district, 'district.yaml'), 'utf8').includes(`platform: ${brand.name}\n`);
    const districts = readdirSync(DISTRICTS);
    const others = districts.filter((one) => !isOf(one));
    expect(others).toHaveLength(districts.length - 1);
    const own = new Set(districts.filter(isOf).flatMap(institutions));
    const foreign = others.flatMap((one) => [
      ...words(one),
      ...institutions(one).filter((name) => !own.has(name)),
    ]);
    for (const [reader, paths] of byReader(pages)) {
      if (reader !== 'anybody' && isOf(FIRST)) continue;
      const one = reader === 'anybody' ? anybody : await visitor();
      if (reader !== 'anybody') await one.signIn(reader, base === '/admin' ? '/admin/' : '/');
      for (const path of paths)
        await test.step(`${reader} ${base}${path}`, async () => {
          await one.page.goto(base + path);
          await one.sees(one.page.getByRole('heading').first());
          await expect(one.page.getByRole('status', { name: '正在加载' })).toHaveCount(0);
          // A list of all provinces of the country is no word of a district.
          const listed = await one.page.locator('option').allTextContents();
          const said = (await one.page.locator('body').innerText())
            .split('\n')
            .filter((line) => !listed.includes(line.trim()));
          const shown = [await one.page.title(), ...said].join('\n');
          expect(foreign.filter((word) => shown.includes(word))).toEqual([]);
        });
    }
    await anybody.page.goto('/');
    await expect(anybody.page).toHaveTitle(new RegExp(brand.name));
    if (!brand.mascot.name) await expect(anybody.page.getByRole('img', { name: '巴巴虎' })).toHaveCount(0);
  });
