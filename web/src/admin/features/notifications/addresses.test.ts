import { expect, it } from 'vitest';
import { PHONE_ALONE, PORTAL_ALONE } from '@/shared/places';
import { PHONE, PORTAL } from '../../../../e2e/pages';
import { EVERYWHERE, isForComputers, isKnown } from './addresses';
import { PAGES } from './pages';

it('the pages to which a notification may lead are those of the portal and of H5', () => {
  expect([...EVERYWHERE, ...PORTAL_ALONE].toSorted()).toEqual(Object.keys(PORTAL).toSorted());
  expect([...EVERYWHERE, ...PHONE_ALONE].toSorted()).toEqual(Object.keys(PHONE).toSorted());
});

it.each([
  '/policies',
  '/policies/P2026-1',
  '/policies?level=DISTRICT#top',
  '/center/',
  '/my/applications/a1',
  '/',
])('there is a page at %s', (link) => {
  expect(isKnown(link, 'ENTERPRISES')).toBe(true);
});

it.each(['/center/nothing-here', '/policies/a/b', '/polices', '/roles'])('there is none at %s', (link) => {
  expect(isKnown(link, 'ENTERPRISES')).toBe(false);
});

it('a page of the console is one for people of institutions', () => {
  expect(isKnown('/coordination/cases/c1', 'INSTITUTIONS')).toBe(true);
  expect(isKnown('/coordination/cases/c1', 'ENTERPRISES')).toBe(false);
});

it('what neither H5 has nor the portal shows on a phone is said to be for computers', () => {
  expect(isForComputers('/center/openapi')).toBe(true);
  expect(isForComputers('/payments/p1')).toBe(true);
  expect(isForComputers('/center/members')).toBe(false);
  expect(isForComputers('/notices/n1')).toBe(false);
  expect(isForComputers('/policies')).toBe(false);
  expect(isForComputers('/declarations/d1')).toBe(false);
  expect(isForComputers('/my/members')).toBe(false);
});

it('every page that is offered is there', () => {
  expect(PAGES.filter(({ path }) => !isKnown(path, 'ENTERPRISES'))).toEqual([]);
});
