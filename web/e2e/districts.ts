import { expect, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DISTRICTS = resolve(import.meta.dirname, '../../deploy/district');
const FIRST = 'banan';

export interface Brand {
  name: string;
  mascot: { name: string };
}

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

/** Names of a district's institutions, as accounts and applications show them. */
function institutions(district: string): string[] {
  return readFileSync(join(DISTRICTS, district, 'data/institutions.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { name: string }).name);
}

/** How the platform that answers this page calls itself. */
export async function brandOf(page: Page): Promise<Brand> {
  return (await page.request.get('/brand.json')).json() as Promise<Brand>;
}

/** What no page of a platform of this name may say: names of the other districts. */
export function foreignTo(platform: string): string[] {
  const isOwn = (district: string) =>
    readFileSync(join(DISTRICTS, district, 'district.yaml'), 'utf8').includes(`platform: ${platform}\n`);
  const districts = readdirSync(DISTRICTS);
  const others = districts.filter((one) => !isOwn(one));
  expect(others).toHaveLength(districts.length - 1);
  const own = new Set(districts.filter(isOwn).flatMap(institutions));
  return others.flatMap((one) => [...words(one), ...institutions(one).filter((name) => !own.has(name))]);
}

/** Nothing that stands on the page now is one of these words. */
export async function hasNoneOf(foreign: string[], page: Page): Promise<void> {
  // A list of all provinces of the country is no word of a district.
  const listed = await page.locator('option').allTextContents();
  const said = (await page.locator('body').innerText())
    .split('\n')
    .filter((line) => !listed.includes(line.trim()));
  const shown = [await page.title(), ...said].join('\n');
  expect(foreign.filter((word) => shown.includes(word))).toEqual([]);
}
