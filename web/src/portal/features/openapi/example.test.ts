import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { example } from './example';

const guide = readFileSync(resolve(process.cwd(), '../docs/openapi/README.md'), 'utf8');
const block = (kind: string) => guide.split(`\`\`\`${kind}\n`)[1]!.split('\n```')[0];

it('the page shows the very example of the guide', () => {
  expect(example.request).toBe(block('http'));
  expect(example.base).toBe(block('text'));
  expect(example.headers).toBe(block('headers'));
  expect(guide).toContain(`密钥编号 \`${example.keyId}\`，密钥 \`${example.secret}\``);
});

it('whoever does what the page says comes to the same signature', () => {
  const body = example.request.split('\n\n')[1]!;
  const digest = createHash('sha256').update(body).digest('base64');
  const signature = createHmac('sha256', Buffer.from(example.secret, 'base64'))
    .update(example.base)
    .digest('base64');
  expect(example.headers).toContain(`Content-Digest: sha-256=:${digest}:`);
  expect(example.base).toContain(`"content-digest": sha-256=:${digest}:`);
  expect(example.headers).toContain(`Signature: sig1=:${signature}:`);
});
