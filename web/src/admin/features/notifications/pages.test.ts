import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MESSAGE_PAGES, messagePageText, PAGES, pageText } from './pages';

it('where a notification leads is said in words', () => {
  expect(pageText('/policies')).toBe('惠企政策');
  expect(pageText('/policies?status=OPEN')).toBe('惠企政策');
  expect(pageText('/policies/0199a000-0000-7000-8000-000000000001')).toBe('政策详情');
  expect(pageText('/somewhere/else')).toBe('其他页面（/somewhere/else）');
});

it('where a message of the platform leads is said by the name of the page, and not by its address', () => {
  expect(messagePageText('/security')).toBe('账号安全');
  expect(messagePageText('/my/applications/0199a000-0000-7000-8000-000000000001')).toBe('申请详情');
  expect(messagePageText('/policies/P1?from=message')).toBe('政策详情');
});

const PORTAL = 'src/portal/routes';

const words = (file: string) => readFileSync(file, 'utf8').replaceAll(/\s+/g, ' ');
const routesIn = (folder: string) =>
  readdirSync(folder)
    .map((file) => words(join(folder, file)))
    .join('');

it.each(PAGES)('$path is called $title in the portal', ({ path, title }) => {
  expect(routesIn(PORTAL)).toContain(`path: '${path}', title: '${title}'`);
});

it.each(MESSAGE_PAGES)('$path is called $title where those who are told read it', ({ path, title }) => {
  const everywhere = routesIn(PORTAL) + routesIn('src/admin/routes') + words('src/h5/routes.tsx');
  expect(everywhere).toContain(`path: '${path}', title: '${title}'`);
});
