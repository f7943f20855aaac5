import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { journeysOf, PHONE } from '../../e2e/pages';
import { routes } from './routes';

it('every page of the H5 is opened by a journey that is there', () => {
  expect(Object.keys(PHONE).toSorted()).toEqual(routes.map((route) => route.path).toSorted());
  expect(journeysOf(PHONE).filter((journey) => !existsSync(`e2e/${journey}`))).toEqual([]);
});

it('what is listed under 我的 has a way back and room for its own action, one like the other', () => {
  const alone = routes.filter(({ path, parent }) => path.startsWith('/my/') && !parent);
  // The code is a tab.
  expect(alone.map(({ path }) => path)).toEqual(['/my/code']);
});
