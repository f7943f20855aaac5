import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { journeysOf, PORTAL } from '../../e2e/pages';
import { routes } from './routes';

it('every page of the portal is opened by a journey that is there', () => {
  expect(Object.keys(PORTAL).toSorted()).toEqual(routes.map((route) => route.path).toSorted());
  expect(journeysOf(PORTAL).filter((journey) => !existsSync(`e2e/${journey}`))).toEqual([]);
});
