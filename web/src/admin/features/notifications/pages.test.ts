import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES, pageText } from './pages';

it('where a notification leads is said in words', () => {
  expect(pageText('/policies')).toBe('惠企政策');
  expect(pageText('/policies?status=OPEN')).toBe('惠企政策');
  expect(pageText('/policies/0199a000-0000-7000-8000-000000000001')).toBe('政策详情');
  expect(pageText('/somewhere/else')).toBe('其他页面（/somewhere/else）');
});

const PORTAL = 'src/portal/routes';

it.each(PAGES)('$path is called $title in the portal', ({ path, title }) => {
  const routes = readdirSync(PORTAL)
    .map((file) => readFileSync(join(PORTAL, file), 'utf8'))
    .join('')
    .replaceAll(/\s+/g, ' ');
  expect(routes).toContain(`path: '${path}', title: '${title}'`);
});
