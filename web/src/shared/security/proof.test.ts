import { createHash, randomBytes } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '../api';
import { withProof, type Proof } from './proof';
import { sha256 } from './sha256';

const hex = (words: Uint32Array) => Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
const expected = (text: string) => createHash('sha256').update(text).digest('hex');

it('hashes as everybody does, whatever the length', () => {
  for (let length = 0; length < 200; length++) {
    const text = randomBytes(length).toString('hex').slice(0, length);
    expect(hex(sha256(text)), text).toBe(expected(text));
  }
});

it('works for an attempt where that is asked for, and says so meanwhile', async () => {
  const said = vi.fn();
  const sent: (Proof | undefined)[] = [];
  const answer = await withProof(async (proof) => {
    sent.push(proof);
    if (!proof)
      throw new ProblemError({ status: 428, code: 'PROOF_REQUIRED', challenge: 'c.10.1.m', bits: 10 });
    return 'in';
  }, said);
  expect(answer).toBe('in');
  const { challenge, counter } = sent[1]!;
  expect(parseInt(expected(`${challenge}.${counter}`).slice(0, 8), 16)).toBeLessThan(2 ** 22);
  expect(said.mock.calls).toEqual([[true], [false]]);
});

it('leaves every other refusal as it is', async () => {
  const refused = new ProblemError({ status: 401, code: 'BAD_CREDENTIALS' });
  await expect(withProof(() => Promise.reject(refused), vi.fn())).rejects.toBe(refused);
});
