import { expect, it } from 'vitest';
import { firstNamed } from '.';

it('a role that an institution made is not called by its code', () => {
  expect(firstNamed('role', ['R_01A21ED635F07621', 'OFFICER'])).toBe('OFFICER');
  expect(firstNamed('role', ['R_01A21ED635F07621'])).toBeUndefined();
});
