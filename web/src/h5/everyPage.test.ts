import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { journeysOf, PHONE } from '../../e2e/pages';
import { routes } from './routes';

it('every page of the H5 is opened by a journey that is there', () => {
  expect(Object.keys(PHONE).toSorted()).toEqual(routes.map((route) => route.path).toSorted());
  expect(journeysOf(PHONE).filter((journey) => !existsSync(`e2e/${journey}`))).toEqual([]);
});
