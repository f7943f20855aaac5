import { expect, it } from 'vitest';
import { postOf } from '.';

it('a role that an institution made is called as it is called there, and never by its code', () => {
  const own = 'R_01A21ED635F07621';
  expect(postOf({ roles: [own, 'OFFICER'], ownRoleNames: ['受限经理'] })).toBe('部门工作人员');
  expect(postOf({ roles: ['STAFF', own], ownRoleNames: ['受限经理'] })).toBe('受限经理');
  expect(postOf({ roles: ['STAFF', own] })).toBe('机构人员');
  expect(postOf({ roles: [own] })).toBe('');
});
