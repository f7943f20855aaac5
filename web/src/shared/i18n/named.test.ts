import { expect, it } from 'vitest';
import { label, postOf } from '.';

it('a role that an institution made is called as it is called there, and never by its code', () => {
  const own = 'R_01A21ED635F07621';
  expect(postOf({ roles: [own, 'OFFICER'], ownRoleNames: ['受限经理'] })).toBe('部门工作人员');
  expect(postOf({ roles: ['STAFF', own], ownRoleNames: ['受限经理'] })).toBe('受限经理');
  expect(postOf({ roles: ['STAFF', own] })).toBe('机构人员');
  expect(postOf({ roles: [own] })).toBe('');
});

it('a value has the word of its group, with what is filled in, and a value that nobody knows stays as it came', () => {
  expect(label('userType', 'BANK')).toBe('金融机构');
  expect(label('common', 'total', { total: '1,024' })).toBe('共 1,024 条');
  expect(label('userType', 'MINISTRY')).toBe('MINISTRY');
  expect(label('userType', 'constructor')).toBe('constructor');
  expect(label('userType', undefined)).toBe('');
});

it('the console adds words to groups that all apps know', () => {
  expect(label('role', 'DEPARTMENT_HEAD')).toBe('部门负责人');
  expect(label('role', 'OFFICER')).toBe('部门工作人员');
});
