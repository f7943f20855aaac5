import { brandOf, foreignTo } from './districts';
import { test } from './journey';
import { byReader, PHONE } from './pages';

for (const [reader, paths] of byReader(PHONE))
  test(`every page of H5 that ${reader} opens is whole`, async ({ visitor }) => {
    const one = await visitor();
    const foreign = foreignTo((await brandOf(one.page)).name);
    if (reader !== 'anybody') await one.signIn(reader, '/m/');
    for (const path of paths) await one.opensWhole(`/m${path}`, foreign);
  });
