import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONSOLE, PHONE, PORTAL } from '../../../e2e/pages';
import { routes as admin } from '@/admin/routes';
import { routes as h5 } from '@/h5/routes';
import { routes as portal } from '@/portal/routes';

it.each([
  ['portal', portal, PORTAL],
  ['H5', h5, PHONE],
  ['console', admin, CONSOLE],
] as const)('every page of the %s is opened by a journey', (_app, routes, pages) => {
  expect(Object.keys(pages).toSorted()).toEqual(routes.map((route) => route.path).toSorted());
});

it.each(Object.entries({ ...PORTAL, ...PHONE, ...CONSOLE }))('%s: its journey is there', (_path, reader) => {
  if (typeof reader === 'object') expect(existsSync(`e2e/${reader.journey}`)).toBe(true);
});
