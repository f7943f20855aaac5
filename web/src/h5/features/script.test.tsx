import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import MePage from './me/MePage';

const SOURCES = resolve(import.meta.dirname, '../..');
const HOSTILE = '<script>window.hit=1</script><img src=x onerror="window.hit=1">有限公司';

it('a script that somebody typed as the name of a company is a text and does not run', async () => {
  const enterprise = { ...someone.enterprise!, name: HOSTILE };
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, name: HOSTILE, enterprise }),
    'GET /api/user/my/enterprise': json({ ...enterprise, demo: false }),
  });
  const { container } = renderAt(
    '/',
    <SignedIn>
      <MePage />
    </SignedIn>,
  );
  expect(await screen.findByRole('heading', { name: HOSTILE })).toBeVisible();
  expect(container.querySelector('script, img[src="x"]')).toBeNull();
  expect((window as { hit?: number }).hit).toBeUndefined();
});

it('nothing in the applications writes HTML or runs text, so that what people type is never either', () => {
  const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !/\.test\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name));
  expect(files.length).toBeGreaterThan(200);
  const writes =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcDoc/;
  expect(files.filter((file) => writes.test(readFileSync(file, 'utf8')))).toEqual([]);
});
