import { brandOf, foreignTo } from './districts';
import { test } from './journey';
import { byReader, CONSOLE, PORTAL } from './pages';

for (const [app, base, pages] of [
  ['portal', '', PORTAL],
  ['console', '/admin', CONSOLE],
] as const)
  for (const [reader, paths] of byReader(pages))
    test(`every page of the ${app} that ${reader} opens is whole`, async ({ visitor }) => {
      const one = await visitor();
      const foreign = foreignTo((await brandOf(one.page)).name);
      if (reader !== 'anybody') await one.signIn(reader, base ? '/admin/' : '/');
      for (const path of paths) await one.opensWhole(base + path, foreign);
    });
