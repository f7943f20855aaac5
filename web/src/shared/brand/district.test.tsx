import { render } from '@testing-library/react';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { BrandMark, Mascot, Motif } from '../ui';
import { BrandProvider, completeBrand } from '.';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FIRST = join(ROOT, 'deploy/district/banan');

/** Names of the first district as its own files give them: nothing here would find a name that nobody wrote down. */
function wordsOfTheFirst(): string[] {
  const yaml = readFileSync(join(FIRST, 'district.yaml'), 'utf8');
  const value = (key: string) => new RegExp(`^ +${key}: "?([^"\\n]+?)"?$`, 'm').exec(yaml)?.[1];
  const own = ['code', 'name', 'city', 'platform', 'short-name'].map(value);
  const mascot = /mascot:\n +name: (.+)/.exec(yaml)?.[1];
  const towns = (
    JSON.parse(readFileSync(join(FIRST, 'data/towns.json'), 'utf8')) as { towns: { name: string }[] }
  ).towns.map((town) => town.name);
  const words = [...own, mascot, ...towns];
  expect(words.every(Boolean)).toBe(true);
  return [...(words as string[]), own[1]!.replace(/区$/, ''), own[2]!.replace(/市$/, ''), '渝'];
}

/** What is built into the pages: sources without their tests, the entrances, and what lies beside them. */
function built(): string[] {
  const files = ['src', 'public'].flatMap((folder) =>
    readdirSync(join(ROOT, 'web', folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name)),
  );
  return files.filter((file) => !/\.test\.tsx?$|shared\/test\//.test(file));
}

it('no word of the first district is built into a page', () => {
  const words = wordsOfTheFirst();
  expect(words).toEqual(expect.arrayContaining(['巴南', '重庆', '巴巴虎', '龙洲湾街道']));
  const files = built();
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return words
      .filter((word) => text.includes(word))
      .map((word) => `${file.slice(ROOT.length + 1)}: ${word}`);
  });
  expect(found).toEqual([]);
});

it('a district without mascot and motif has none, and shows its own logo', () => {
  const { container } = render(
    <BrandProvider
      brand={completeBrand({ logo: '/district/logo.svg', motif: 'none', mascot: { name: '', image: '' } })}
    >
      <BrandMark />
      <Mascot />
      <Motif />
    </BrandProvider>,
  );
  expect(container.querySelectorAll('svg')).toHaveLength(0);
  expect(container.querySelector('img')).toHaveAttribute('src', '/district/logo.svg');
});

it('a configuration that leaves something out shows nothing of another district there', () => {
  expect(completeBrand({ name: '示例区惠企通' })).toMatchObject({
    district: { code: '', name: '', city: '' },
    hotline: { number: '' },
    links: [],
    mascot: { name: '' },
  });
});
