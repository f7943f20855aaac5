import { expect, it } from 'vitest';
import type { FactRef, LoanMatch, PolicyMatch } from '../api';
import { groupHint, groupLabel, groupOf, groupsIn, openGroups, shortNumber } from '.';

const policy = { outcome: 'ELIGIBLE', periodOver: false } as PolicyMatch;
const past = { ...policy, periodOver: true };
const loan = { outcome: 'NEARLY' } as LoanMatch;

it('what is past its period is in the last group, however well it fits', () => {
  expect([policy, past, loan].map(groupOf)).toEqual(['ELIGIBLE', 'PERIOD_OVER', 'NEARLY']);
  expect(groupsIn([policy, past]).at(-1)).toBe('PERIOD_OVER');
});

it('what has not begun is nothing that one step makes good', () => {
  const upcoming = { ...policy, outcome: 'NEARLY', beginsOn: '2026-04-01' } as PolicyMatch;
  const hopeless = { ...upcoming, outcome: 'INELIGIBLE' } as PolicyMatch;
  expect([upcoming, hopeless].map(groupOf)).toEqual(['UPCOMING', 'INELIGIBLE']);
  expect(groupLabel('UPCOMING', false)).toBe('尚未施行');
  expect(groupHint('UPCOMING', false)).toContain('施行后');
});

it('a loan product past its last day has stopped, and is none that the enterprise does not fit', () => {
  const stopped = {
    outcome: 'INELIGIBLE',
    bankName: '甲银行',
    matchedUntil: '2026-11-29',
  } as unknown as LoanMatch;
  expect(groupOf(stopped)).toBe('PERIOD_OVER');
  expect(groupLabel('PERIOD_OVER', true)).toBe('已停止匹配');
  expect(groupLabel('PERIOD_OVER', false)).toBe('已过有效期');
});

it('what is held already is none to apply for, and what nobody can fill in is none to fill in', () => {
  const held = { ...policy, outcome: 'NEARLY', alreadyHeld: true } as PolicyMatch;
  const unclear = { outcome: 'UNKNOWN', missing: [] as FactRef[] } as LoanMatch;
  const open = { ...unclear, missing: [{ name: 'taxYears', label: '纳税年限' }] };
  expect([held, unclear, open].map(groupOf)).toEqual(['HELD', 'UNCLEAR', 'UNKNOWN']);
});

it('a loan product is never called one that can be had', () => {
  expect(groupLabel('ELIGIBLE', true)).toBe('符合公布条件');
  expect(groupHint('ELIGIBLE', true)).toContain('由银行审批决定');
  expect(groupLabel('ELIGIBLE', false)).toBe('可享');
  expect(groupHint('ELIGIBLE', false)).toBeUndefined();
});

it('a group is offered only where there is anything in it, or where it is the chosen one', () => {
  expect(groupsIn([policy, loan])).toEqual(['ELIGIBLE', 'NEARLY']);
  expect(groupsIn([policy, loan], 'UNKNOWN')).toEqual(['ELIGIBLE', 'NEARLY', 'UNKNOWN']);
});

it('what can be had or nearly is open at first, and else the first group that holds anything', () => {
  const unknown = { outcome: 'UNKNOWN', missing: [{ name: 'a', label: 'b' }] } as LoanMatch;
  const no = { outcome: 'INELIGIBLE' } as LoanMatch;
  expect(openGroups([no, unknown, loan, policy])).toEqual(['ELIGIBLE', 'NEARLY']);
  expect(openGroups([no, unknown])).toEqual(['UNKNOWN']);
  expect(openGroups([])).toEqual([]);
});

it('a result is named by the end of its id, which tells neighbours apart', () => {
  expect(shortNumber('01a213c8-0a45-7d9e-8f10-aab20fcd406e')).toBe('0FCD406E');
});
