import { expect, it } from 'vitest';
import { pagesAround } from './index';
import { pageHref } from './pageHref';

it('shows the ends, the neighbours, and gaps between', () => {
  expect(pagesAround(1, 1)).toEqual([1]);
  expect(pagesAround(1, 3)).toEqual([1, 2, 3]);
  expect(pagesAround(5, 10)).toEqual([1, null, 4, 5, 6, null, 10]);
  expect(pagesAround(10, 10)).toEqual([1, null, 9, 10]);
});

it('keeps the filters on the way to another page', () => {
  const params = new URLSearchParams('q=x&page=3');
  expect(pageHref(params, 4)).toBe('?q=x&page=4');
  expect(pageHref(params, 1)).toBe('?q=x');
});
