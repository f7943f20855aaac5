import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const document = JSON.parse(readFileSync('openapi/open-interface.json', 'utf8')) as {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
};

it('what other systems may call is in one document, and nothing else is', () => {
  const paths = Object.keys(document.paths);
  expect(paths).toContain('/openapi/v1/codes/verify');
  expect(paths).toContain('/openapi/v1/applications/{id}/approve');
  expect(paths).toContain('/openapi/v1/matches');
  expect(paths.every((path) => path.startsWith('/openapi/v1/'))).toBe(true);
});

it('every schema that is named is there, and every one that is there is named', () => {
  const named = new Set(
    [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name),
  );
  expect([...named].sort()).toEqual(Object.keys(document.components.schemas).sort());
});
