import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { journeysOf, CONSOLE } from '../../e2e/pages';
import { routes } from './routes';

it('every page of the console is opened by a journey that is there', () => {
  expect(Object.keys(CONSOLE).toSorted()).toEqual(routes.map((route) => route.path).toSorted());
  expect(journeysOf(CONSOLE).filter((journey) => !existsSync(`e2e/${journey}`))).toEqual([]);
});
